/** What is kept of asking WeChat about a text. */

/** For the audit: whether WeChat looked at the text. */
export const TEXT_CHECKS = ['passed', 'unavailable', 'nothing-to-check'] as const;

export type CheckedText = Readonly<Record<'textCheck', (typeof TEXT_CHECKS)[number]>>;
