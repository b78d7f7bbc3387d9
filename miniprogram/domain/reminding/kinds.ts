/** What a notice tells and how it reaches people, as closed lists. */

/** The subscribe-message templates the product needs; their WeChat ids are configuration. */
export const TEMPLATE_KEYS = ['progress', 'deadline', 'code', 'task'] as const;

export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/**
 * Ways out to people: a subscribe message, the inbox alone, or the group robot of a college. The inbox shows every notice
 * to a person, whatever else it goes by.
 */
export const NOTICE_CHANNELS = ['subscribe', 'inbox', 'wecom'] as const;

export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** What a notice tells. Reminders exist once for each of their days. */
export const NOTICE_KINDS = [
  'code-requested',
  'code-waiting',
  'code-escalated',
  'code-issued',
  'code-closed',
  'approval-waiting',
  'approval-asked',
  'registration-waiting',
  'approved',
  'returned',
  'recorded',
  'refused',
  'refusal-waiting',
  'situation-changed',
  'case-closed',
  'over-age-reported',
  'over-age-recorded',
  'accepted',
  'still-here',
  'deadline-near',
  'timed-out',
  'season-near',
  'still-waiting',
  'keeping-contact',
  'keeping-near',
  'nudged',
  'digest',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
