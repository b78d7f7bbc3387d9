/** Characters nobody can see. They come along when people paste from chats, web pages and spreadsheets. */

/** First and last code point of each run. */
type Runs = readonly (readonly [first: number, last: number])[];

/** Controls but tab and line break, zero-width and direction marks, soft hyphens, tags, and what is no character. */
const SHAPELESS: Runs = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x17b4, 0x17b5],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  // Half of a character, which neither a file nor the database can keep.
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  [0xe0000, 0xe00ff],
];
/** Joiners, and marks that choose the variant of the character before them. */
const SHAPING: Runs = [
  [0x180b, 0x180f],
  [0x200c, 0x200d],
  [0xfe00, 0xfe0f],
  [0xe0100, 0xe01ef],
];

const MONGOLIAN: Runs = [[0x1800, 0x18af]];
/** Arabic, Indian and Mongolian writing. */
const JOINING: Runs = [[0x600, 0x6ff], [0x750, 0x77f], [0x8a0, 0x8ff], [0x900, 0xdff], ...MONGOLIAN];
const PICTURES: Runs = [
  [0x2049, 0x2049],
  [0x203c, 0x203c],
  [0x2100, 0x2bff],
  [0x3030, 0x303d],
  [0x3297, 0x3299],
  [0x1f000, 0x1faff],
];
const IDEOGRAPHS: Runs = [
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
];
const EMOJI_STYLE = 0xfe0f;
/** The frame of a key around a digit, as in 1️⃣. */
const KEYCAP = 0x20e3;
const LAST_STANDARD_VARIANT = 0xfe02;

const isIn = (runs: Runs, code: number): boolean =>
  runs.some(([first, last]) => first <= code && code <= last);
const codeOf = (character = ''): number => character.codePointAt(0) ?? -1;
const isShaping = (code: number): boolean => isIn(SHAPING, code);

/** Whether a shaping mark changes what is seen, by the character before it. */
const shapes = (mark: number, before: number, next: number): boolean => {
  if (mark < 0x1810) return isIn(MONGOLIAN, before);
  if (mark < 0x2010) return isIn(JOINING, before) || isIn(PICTURES, before) || before === EMOJI_STYLE;
  if (isIn(IDEOGRAPHS, before)) return mark <= LAST_STANDARD_VARIANT || mark > 0xffff;
  return isIn(PICTURES, before) || next === KEYCAP;
};

/** Nothing but usual Chinese characters, Latin letters, digits and their signs, as most texts are: all of it is seen. */
const ALL_SEEN = /^[\n -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Whether there is nothing in a text to take out, to replace or to compose. */
export const isAllSeen = (text: string): boolean => ALL_SEEN.test(text);

/** The text without a single unseen character: for comparing. */
export const withoutUnseen = (text: string): string =>
  isAllSeen(text)
    ? text
    : Array.from(text)
        .filter((character) => !isIn(SHAPELESS, codeOf(character)) && !isShaping(codeOf(character)))
        .join('');

/** The text with the unseen characters that shape a letter, a rare ideograph or a picture: for showing. */
export const withoutUseless = (text: string): string => {
  if (isAllSeen(text)) return text;
  const shaped = Array.from(text).filter((character) => !isIn(SHAPELESS, codeOf(character)));
  const kept: string[] = [];
  shaped.forEach((character, index) => {
    const code = codeOf(character);
    if (!isShaping(code) || shapes(code, codeOf(kept[kept.length - 1]), codeOf(shaped[index + 1])))
      kept.push(character);
  });
  return kept.join('');
};
