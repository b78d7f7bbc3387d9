/**
 * Finds answers by the words people type, on the phone and without a network. Chinese is written without blanks, so
 * texts are compared by their pairs of neighbouring characters: no dictionary, and the order of words does not matter.
 */
import { plainLine } from '../text/clean-text';
import { ASIDE, FILLER, SAME } from './question-words';
import type { HelpQuestion } from './questions';

const normal = (text: string): string =>
  SAME.reduce((line, [word, others]) => line.replace(others, word), plainLine(text).toLowerCase()).replace(
    /团支团支书/g,
    '团支书',
  );

const pieces = (line: string): string[] => line.match(/[\u4e00-\u9fff]+|[\da-z]+/g) ?? [];

const piecesOf = (text: string): string[] => {
  const said = normal(text).replace(FILLER, ' ');
  const telling = pieces(said.replace(ASIDE, ' '));
  return telling.some((piece) => piece.length > 1) ? telling : pieces(said);
};

const isLatin = (piece: string): boolean => /[\da-z]/.test(piece);

/** Pairs of neighbours, Latin words and numbers as they are; a text of one character is looked for as it is. */
const pairsOf = (text: string): Set<string> => {
  const said = piecesOf(text);
  const pairs = said.flatMap((piece) =>
    isLatin(piece) ? [piece] : Array.from(piece.slice(1), (next, at) => (piece[at] ?? '') + next),
  );
  return new Set(pairs.length > 0 ? pairs : said);
};

/** Single characters: what is left of a word that is mistyped, or said in another order. */
const charactersOf = (text: string): Set<string> => new Set(piecesOf(text).join(''));

/** How much a pair counts where it stands: people type what they would ask, not what the answer says. */
const IN_QUESTION = 1;
const IN_ANSWER = 0.3;
/** Added where a whole phrase that people type for this question says the same and nothing else. */
const PHRASE = 0.5;
/** Added where the telling pairs of a phrase stand among the typed words, whatever else is said around them. */
const WITHIN = 0.8;
/** Added where a phrase is of the same characters. */
const CHARACTERS = 0.4;
/**
 * Below this share of the typed words an answer would only be near by chance; of a few words less is enough, for people
 * who find nothing have nobody to ask.
 */
const ENOUGH = 0.34;
const ENOUGH_OF_FEW = 0.2;
const FEW = 10;

/** Weight of a pair no question knows. */
const UNKNOWN = 0.15;

type Words = ReadonlySet<string>;
type Weight = (word: string) => number;

const weightOf = (words: Iterable<string>, weigh: Weight): number =>
  [...words].reduce((sum, word) => sum + weigh(word), 0);

const shared = (one: Words, other: Words): string[] => [...one].filter((word) => other.has(word));

/** How much two sets share of all they hold: 1 for equal ones, 0 for strangers. */
const likeness = (one: Words, other: Words, weigh: Weight = () => 1): number =>
  (2 * weightOf(shared(one, other), weigh)) /
  Math.max(Number.MIN_VALUE, weightOf(one, weigh) + weightOf(other, weigh));

/** How much of a phrase is said, and how much else: 1 where nothing of it is missing and nothing is added. */
const containment = (phrase: Words, words: Words, weigh: Weight): number => {
  const both = weightOf(shared(phrase, words), weigh);
  return both === 0 ? 0 : (both / weightOf(phrase, weigh)) ** 2 * (both / weightOf(words, weigh));
};

interface Phrase {
  readonly pairs: Words;
  readonly characters: Words;
}

const phraseOf = (text: string): Phrase => ({ pairs: pairsOf(text), characters: charactersOf(text) });

interface Indexed {
  readonly question: HelpQuestion;
  readonly asked: Words;
  readonly answered: Words;
  readonly phrases: readonly Phrase[];
}

const indexed = (question: HelpQuestion): Indexed => {
  const phrases = [question.question, ...question.typed].map(phraseOf);
  return {
    question,
    asked: new Set(phrases.flatMap(({ pairs }) => [...pairs])),
    answered: new Set([...question.answer, question.askWhom].flatMap((text) => [...pairsOf(text)])),
    phrases,
  };
};

/** What stands in many questions tells little, and what stands in none only what was said around it. */
const rarity = (holdersOf: (word: string) => number): Weight => {
  const known = new Map<string, number>();
  return (word) => {
    const weight = known.get(word) ?? weightAmong(holdersOf(word));
    known.set(word, weight);
    return weight;
  };
};
const weightAmong = (holders: number): number => (holders === 0 ? UNKNOWN : 1 / Math.sqrt(holders));

/** From this score on an answer is more often right than wrong, as counted on the tables of the tests. */
const SURE = 0.8;

interface Ranked {
  readonly question: HelpQuestion;
  /** Near enough to be given as the answer; below it, it is only offered. */
  readonly sure: boolean;
}

/** Looks through a rulebook's questions; made once, used for every letter typed. */
type Ranking = (typed: string) => Ranked[];

/** Best answer first; none where nothing is near enough. */
export const rankingOf = (questions: readonly HelpQuestion[]): Ranking => {
  const index = questions.map(indexed);
  const pairWeight = rarity(
    (pair) => index.filter(({ asked, answered }) => asked.has(pair) || answered.has(pair)).length,
  );
  const characterWeight = rarity(
    (character) => index.filter(({ phrases }) => phrases.some((one) => one.characters.has(character))).length,
  );

  return (typed) => {
    const words = phraseOf(typed);
    const whole = weightOf(words.pairs, pairWeight);
    if (whole === 0) return [];
    const inEntry =
      ({ asked, answered }: Indexed): Weight =>
      (pair) =>
        pairWeight(pair) * (asked.has(pair) ? IN_QUESTION : answered.has(pair) ? IN_ANSWER : 0);
    const covered = (entry: Indexed): number => weightOf(words.pairs, inEntry(entry)) / whole;
    const alike = ({ pairs }: Phrase): number => PHRASE * likeness(words.pairs, pairs);
    const telling = ({ pairs, characters }: Phrase): number =>
      WITHIN * containment(pairs, words.pairs, pairWeight) +
      CHARACTERS * likeness(words.characters, characters, characterWeight);
    const most = ({ phrases }: Indexed, said: (phrase: Phrase) => number): number =>
      Math.max(...phrases.map(said));
    const enough = words.pairs.size > FEW ? ENOUGH : ENOUGH_OF_FEW;
    return index
      .map((entry) => ({ entry, covered: covered(entry) }))
      .filter(({ entry, covered: near }) => near + most(entry, alike) >= enough)
      .map(({ entry, covered: near }) => ({
        question: entry.question,
        score: near + most(entry, (phrase) => alike(phrase) + telling(phrase)),
      }))
      .sort((a, b) => b.score - a.score)
      .map(({ question, score }) => ({ question, sure: score >= SURE }));
  };
};

/** As `rankingOf`, for who looks through the answers before using one. */
export const searchOf = (questions: readonly HelpQuestion[]): ((typed: string) => HelpQuestion[]) => {
  const rank = rankingOf(questions);
  return (typed) => rank(typed).map(({ question }) => question);
};
