/** How long a relation is kept, in the words of whoever reads it. */
import { chinaParts, dayOf, formatChina } from '../calendar/china-time';
import { nextFollowUp, type Keeping } from '../transfer/keeping';

const dateOf = (at: number): string => formatChina(at, 'YYYY年M月D日');

/** `到 2027年11月10日，最长到 2028年5月10日`; empty where the rules name no end. */
export const keepingWords = ({ until, atMost }: Keeping): string => {
  if (until !== null && atMost !== null) return `到 ${dateOf(until)}，最长到 ${dateOf(atMost)}`;
  if (atMost !== null) return `最长到 ${dateOf(atMost)}`;
  return until === null ? '' : `到 ${dateOf(until)}`;
};

/** When the college gets in touch next, its year where that is another one; empty when nothing is left to ask. */
export const followUpWords = (keeping: Keeping, now: number): string => {
  const at = nextFollowUp(keeping, now);
  if (at === null) return '';
  return chinaParts(at).year === chinaParts(now).year ? dayOf(at) : dateOf(at);
};
