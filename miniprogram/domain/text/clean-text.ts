/** What people typed or pasted, as it is stored and shown. Two texts are compared by their keys, never as they stand. */
import { isAllSeen, withoutUnseen, withoutUseless } from './unseen';

/** Blanks of other widths, and fillers that look like one. Full-width blanks stay: they indent paragraphs. */
const BLANKS = /[\t\v\f\u00a0\u115f\u1160\u1680\u2000-\u200a\u202f\u205f\u2800\u3164\uffa0]/g;
const BREAKS = /\r\n|[\r\u0085\u2028\u2029]/g;
/**
 * Everything but the ideographs that Unicode would replace by others: in a name they stay as the person writes them.
 */
const COMPOSABLE = /[^\uf900-\ufaff\ud87e]+/g;
/** What is meant as a hyphen, whatever the keyboard made of it. */
const DASHES = /[\u02d7\u2010-\u2015\u2043\u2212\u2500\u2501\u2796\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g;

/** Text of one or more lines without what nobody can see; nothing visible changes. */
export const cleanText = (typed: string): string =>
  isAllSeen(typed)
    ? typed.trim()
    : withoutUseless(typed.replace(BREAKS, '\n').replace(BLANKS, ' '))
        .replace(COMPOSABLE, (run) => run.normalize('NFC'))
        .trim();

/** As `cleanText`, on one line: names, numbers, places. */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s+/g, ' ');

/** Half-width signs and plain hyphens: telephone numbers, months, codes. */
export const plainLine = (typed: string): string =>
  cleanLine(withoutUnseen(typed).normalize('NFKC').replace(DASHES, '-'));

export const isEmpty = (typed: string): boolean => cleanText(typed) === '';
