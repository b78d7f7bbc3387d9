/** Who is meant by what somebody typed: a part of a name, a number, pinyin initials, a branch, or several of them. */
import { nameKey, numberKey, placeKey } from '../text/keys';

/** What one person can be found by, as keys (`text/keys`). */
export interface Findable {
  readonly nameKey: string;
  readonly numberKey: string;
  /** First letters of the name's syllables in pinyin, in lower case: `wxm` for 王小明. */
  readonly initials: string;
  readonly branchKey: string;
}

interface Word {
  readonly name: string;
  readonly number: string;
  readonly place: string;
}

const wordsIn = (typed: string): Word[] =>
  typed
    .split(/[\s,，、;；]+/)
    .filter((word) => word !== '')
    .map((word) => ({ name: nameKey(word), number: numberKey(word), place: placeKey(word) }));

/** 0 is the whole, 1 the beginning, 2 any part, 3 not at all. */
const NOT_FOUND = 3;
const closeness = (text: string, part: string): number => {
  if (part === '' || !text.includes(part)) return NOT_FOUND;
  if (text === part) return 0;
  return text.startsWith(part) ? 1 : 2;
};

/** A branch is where somebody belongs, not who they are: whoever has the words in name or number comes first. */
const BRANCH_RANK = 4;
const NO_RANK = 5;

const rankOfWord = (person: Findable, { name, number, place }: Word): number => {
  const own = Math.min(
    closeness(person.nameKey, name),
    closeness(person.numberKey, number),
    closeness(person.initials, name),
  );
  if (own < NOT_FOUND) return own;
  return closeness(person.branchKey, place) < NOT_FOUND ? BRANCH_RANK : NO_RANK;
};

/** Every word has to fit; the best one decides the place. */
const rankOf = (person: Findable, words: readonly Word[]): number => {
  const ranks = words.map((word) => rankOfWord(person, word));
  return ranks.includes(NO_RANK) ? NO_RANK : Math.min(...ranks);
};

/** Those who fit, the closest first, then by number; nobody where nothing was typed. */
export const findIn = <Person extends Findable>(people: readonly Person[], typed: string): Person[] => {
  const words = wordsIn(typed);
  if (words.length === 0) return [];
  return people
    .map((person) => ({ person, rank: rankOf(person, words) }))
    .filter(({ rank }) => rank < NO_RANK)
    .sort((a, b) => a.rank - b.rank || (a.person.numberKey < b.person.numberKey ? -1 : 1))
    .map(({ person }) => person);
};

/** The branches whose name holds what was typed, in their order. */
export const placesIn = <Place extends { readonly nameKey: string }>(
  places: readonly Place[],
  typed: string,
): Place[] => {
  const key = placeKey(typed);
  return key === '' ? [] : places.filter((place) => place.nameKey.includes(key));
};
