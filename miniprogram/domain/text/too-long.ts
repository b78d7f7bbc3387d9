import { cleanText } from './clean-text';

/** What is said at a text that is too long; empty when it fits. Nothing is cut: only its author knows what may go. */
export const tooLong = (typed: string, most: number): string => {
  const { length } = cleanText(typed);
  return length > most ? `最多 ${most} 个字，现在有 ${length} 个，删短一点` : '';
};
