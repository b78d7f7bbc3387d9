/** People write the same name, number or code in several ways: the key is what they all come to. */
import { plainLine } from './clean-text';

/** The dot inside a name of a minority, as keyboards and systems write it. */
const DOTS =
  /[.\u00b7\u0387\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u2e31\u2e33\u3002\u30fb\uff0e\uff61\uff65]/g;
const OPENING = /[[{〔【〖]/g;
const CLOSING = /[\]}〕】〗]/g;

/** What is taken out can bring two signs together that are written as one. */
const composed = (text: string): string => text.normalize('NFKC');
const lower = (typed: string): string => plainLine(plainLine(typed).toLowerCase());
const ungrouped = (typed: string): string => composed(plainLine(typed).replace(/[\s-]/g, ''));

/** Of a person's name: blanks, the kind of dot and the case of Latin letters do not matter. */
export const nameKey = (typed: string): string =>
  composed(lower(typed).replace(/\s/g, '').replace(DOTS, '·'));

/** Of a code as it is read out or scanned, case as typed: blanks, hyphens and dots only group it. */
export const plainCode = (typed: string): string => composed(ungrouped(typed).replace(DOTS, ''));

/** Of a code whose letters are capitals. */
export const codeKey = (typed: string): string => composed(plainCode(typed).toUpperCase());

/** Of a student number: dots stay, since 2023.1 and 20231 are two numbers. */
export const numberKey = (typed: string): string => composed(ungrouped(typed).toUpperCase());

/** Of a college's or branch's name. A blank between two digits stays: 1 12班 and 11 2班 are two. */
export const placeKey = (typed: string): string =>
  composed(
    lower(typed)
      .replace(/(\D|^)\s+|\s+(?=\D)/g, '$1')
      .replace(OPENING, '(')
      .replace(CLOSING, ')')
      .replace(DOTS, '·'),
  );

/** What a person's line is looked up by. */
export const keysOfMember = ({ studentNumber, name }: { studentNumber: string; name: string }) => ({
  numberKey: numberKey(studentNumber),
  nameKey: nameKey(name),
});
