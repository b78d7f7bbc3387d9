/** Numbers of 身份证: this product asks for none and keeps none, wherever somebody types one. */
import { plainLine } from './clean-text';

/** Region, birthday, serial number, check character. A mistyped one is refused as well. */
const EIGHTEEN = /(^|\D)\d{6}(18|19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/i;
/** The older form, without century and check character. */
const FIFTEEN = /(^|\D)\d{8}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}(?!\d)/;

/** What people put between groups of digits. */
const BETWEEN_DIGITS = /(\d)[\s\-_.·•∙⋅●‧・。]+(?=[\dX])/gi;

const ungrouped = (text: string): string => plainLine(text).replace(BETWEEN_DIGITS, '$1');

/** Whether a text holds what looks like such a number, also in full-width digits, in groups or with unseen characters in between. */
export const holdsIdNumber = (text: string): boolean => {
  const plain = ungrouped(text);
  return EIGHTEEN.test(plain) || FIFTEEN.test(plain);
};

/** The text without the numbers that stand in it whole: what is pasted loses them before it leaves the phone. */
export const withoutIdNumbers = (text: string): string =>
  text.replace(new RegExp(EIGHTEEN.source, 'gi'), (_number, before: string) => before);

/** As `holdsIdNumber`, of today's form only: colleges number students with 15 digits, which read like the old form. */
export const holdsLongIdNumber = (text: string): boolean => EIGHTEEN.test(ungrouped(text));
