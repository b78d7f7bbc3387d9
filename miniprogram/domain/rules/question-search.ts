/**
 * Finds answers by the words people type, on the phone and without a network. Chinese is written without blanks, so
 * texts are compared by their pairs of neighbouring characters: no dictionary, and the order of words does not matter.
 */
import { plainLine } from '../text/clean-text';
import { FILLER, SAME } from './question-words';
import type { HelpQuestion } from './questions';

const normal = (text: string): string =>
  SAME.reduce((line, [word, others]) => line.replace(others, word), plainLine(text).toLowerCase()).replace(
    /团支团支书/g,
    '团支书',
  );

/** Pairs of neighbours; a text of one character is looked for as it is. */
const pairsOf = (text: string): Set<string> => {
  const pieces = normal(text)
    .replace(FILLER, ' ')
    .split(/[^\u4e00-\u9fff\da-z]+/)
    .filter(Boolean);
  const pairs = pieces.flatMap((piece) => Array.from(piece.slice(1), (next, at) => (piece[at] ?? '') + next));
  return new Set(pairs.length > 0 ? pairs : pieces);
};

/** How much a pair counts where it stands: people type what they would ask, not what the answer says. */
const IN_QUESTION = 1;
const IN_ANSWER = 0.4;
/** Added where a whole phrase that people type for this question says the same and nothing else. */
const PHRASE = 0.5;
/** Below this share of the typed words an answer would only be near by chance. */
const ENOUGH = 0.34;

/** Weight of a pair no question knows. */
const UNKNOWN = 0.15;

/** How much two sets share of all they hold: 1 for equal ones, 0 for strangers. */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  (2 * [...one].filter((pair) => other.has(pair)).length) / Math.max(1, one.size + other.size);

interface Indexed {
  readonly question: HelpQuestion;
  readonly asked: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  readonly phrases: readonly ReadonlySet<string>[];
}

const indexed = (question: HelpQuestion): Indexed => ({
  question,
  asked: new Set([question.question, ...question.typed].flatMap((text) => [...pairsOf(text)])),
  answered: new Set([...question.answer, question.askWhom].flatMap((text) => [...pairsOf(text)])),
  phrases: [question.question, ...question.typed].map(pairsOf),
});

/** Looks through a rulebook's questions; made once, used for every letter typed. */
export type QuestionSearch = (typed: string) => HelpQuestion[];

/** Best answer first; none where nothing is near enough. */
export const searchOf = (questions: readonly HelpQuestion[]): QuestionSearch => {
  const index = questions.map(indexed);
  /** A pair that stands in many questions tells little, and one that stands in none only what was said around it. */
  const weightOf = (pair: string): number => {
    const holders = index.filter(({ asked, answered }) => asked.has(pair) || answered.has(pair)).length;
    return holders === 0 ? UNKNOWN : 1 / Math.sqrt(holders);
  };

  return (typed) => {
    const words = pairsOf(typed);
    const pairs = [...words].map((pair) => ({ pair, weight: weightOf(pair) }));
    const whole = pairs.reduce((sum, { weight }) => sum + weight, 0);
    if (whole === 0) return [];
    const scoreOf = ({ asked, answered, phrases }: Indexed): number => {
      const found = pairs.reduce(
        (sum, { pair, weight }) =>
          sum + weight * (asked.has(pair) ? IN_QUESTION : answered.has(pair) ? IN_ANSWER : 0),
        0,
      );
      return found / whole + PHRASE * Math.max(...phrases.map((phrase) => likeness(words, phrase)));
    };
    return index
      .map((entry) => ({ question: entry.question, score: scoreOf(entry) }))
      .filter(({ score }) => score >= ENOUGH)
      .sort((a, b) => b.score - a.score)
      .map(({ question }) => question);
  };
};
