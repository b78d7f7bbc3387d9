/** Organisations that took classmates in, offered before anybody types them anew. */
import type { Response } from '../../../contract';
import { cleanLine } from '../../../domain/text/clean-text';
import type { HelpPerson } from '../../../domain/words/help-people';
import { placeKey } from '../../../domain/text/keys';

export type Receiver = Response<'graduate', 'receivers'>['receivers'][number];

/** More would hide the field that is being filled in. */
const MOST_OFFERED = 3;

export interface OfferView {
  readonly name: string;
  readonly note: string;
}

/** How a name and what was typed for it may differ: a branch was meant, and its committee takes people in. */
const ENDING = /(共青团|团支部|团总支|团工委|团委|支部委员会|委员会|支部)$/;
/** Letters behind Chinese ones are a syllable that the keyboard has not turned into a character yet. */
const UNFINISHED = /[a-z'’]+$/;

/** Every character of the part stands in the text, in that order: 浦发武汉 in 上海浦东发展银行武汉分行. */
const holdsInOrder = (text: string, part: string): boolean => {
  let at = -1;
  return Array.from(part).every((character) => (at = text.indexOf(character, at + 1)) >= 0);
};

/** As `holdsInOrder`, in any order: the former name 上海铁路局 in 中国铁路上海局集团有限公司. */
const holdsEach = (text: string, part: string): boolean => {
  const characters = Array.from(text);
  return Array.from(part).every((character) => {
    const at = characters.indexOf(character);
    if (at >= 0) characters.splice(at, 1);
    return at >= 0;
  });
};

/** Of two characters in any order, too many names are made. */
const ENOUGH_IN_ANY_ORDER = 3;

/** Ways in which a name fits what was typed, the closest first. */
const FITS: readonly ((name: string, typed: string) => boolean)[] = [
  (name, typed) => name.includes(typed),
  holdsInOrder,
  (name, typed) => typed.length >= ENOUGH_IN_ANY_ORDER && holdsEach(name, typed),
];

/** Those that fit most closely, and none that fits less. */
const closest = (receivers: readonly Receiver[], key: string): readonly Receiver[] =>
  FITS.map((fits) => receivers.filter(({ name }) => fits(placeKey(name), key))).find(
    (found) => found.length > 0,
  ) ?? [];

/**
 * Those that may be meant by the typed words, in the cloud's order; none once one of them is written. Somebody has to tap
 * one: which of them is right only the person knows.
 */
export const offersFor = (receivers: readonly Receiver[], typed: string): OfferView[] => {
  const key = placeKey(cleanLine(typed));
  if (receivers.some(({ name }) => placeKey(name) === key)) return [];
  const found = [key, key.replace(UNFINISHED, ''), key.replace(ENDING, '')]
    .map((part) => closest(receivers, part))
    .find((each) => each.length > 0);
  return (found ?? []).slice(0, MOST_OFFERED).map(({ name, people, verified }) => ({
    name,
    note: `${people} 位同学转到过这里${verified ? '，名单上核对过' : ''}`,
  }));
};

/** Their offices to call, as far as classmates have left a telephone. */
export const officesOf = (receivers: readonly Receiver[]): HelpPerson[] =>
  receivers.flatMap(({ name, phone }) =>
    phone === null ? [] : [{ name, line: `${phone}，同学留的办公电话`, phone }],
  );

/** Names nothing needs to be asked about. */
export const verifiedNames = (receivers: readonly Receiver[]): string[] =>
  receivers.filter(({ verified }) => verified).map(({ name }) => name);
