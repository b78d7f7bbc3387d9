/** How the reason of a refusal or a return is told. */

/** What who was refused taps where the receiver gave none. */
export const NO_REASON = '没写原因';

/** A sentence without its full stop: that there is no reason is none, and needs no label. */
export const reasonWords = (reason: string): string => (reason === NO_REASON ? reason : `原因：${reason}`);

/** The same beside a label that says what it is. */
export const reasonValue = (reason: string): string => (reason === NO_REASON ? '没写' : reason);
