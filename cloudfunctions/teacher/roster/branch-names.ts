/** Which branch each name of a file means, and which names the college has to look at. */
import type * as v from 'valibot';
import type { rosterQuestions } from '../../../miniprogram/contract/teacher/roster-answers';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import { placeNamed } from '../../_shared/store/branches';
import { branchIdOf } from '../../_shared/store/record-ids';
import type { Branch, College } from '../../_shared/store/records';
import type { Answers, Habits } from './answers';
import { alikeBranches, type SpelledBranch } from './branch-spellings';

/** A branch as the roster names it, stored already or new. */
export interface NamedBranch {
  readonly id: string;
  readonly name: string;
  /** Keys of other spellings of it in the file. */
  readonly aliases: string[];
}

export interface BranchNames {
  of(name: string): NamedBranch;
  /** Those nobody has made yet. */
  readonly added: () => NamedBranch[];
  /** Other spellings of branches that are there. */
  readonly aliases: () => { branchId: string; keys: string[] }[];
}

type Spoken = Habits['branches'];

/** What was said of spellings: the latest last. */
const spokenOf = ({ branches }: Answers, { rosterHabits }: Pick<College, 'rosterHabits'>): Spoken => [
  ...(rosterHabits?.branches ?? []),
  ...branches,
];

/** What each spelling was said to be; a later answer takes back an earlier one. */
const sameAs = (spoken: Spoken): ReadonlyMap<string, string> => {
  const into = new Map<string, string>();
  spoken.forEach(({ names, into: one }) =>
    names.map(placeKey).forEach((key) => {
      if (one === null) into.delete(key);
      else if (placeKey(one) !== key) into.set(key, one);
    }),
  );
  return into;
};

export const branchNames = (college: College, stored: readonly Branch[], answers: Answers): BranchNames => {
  const said = sameAs(spokenOf(answers, college));
  const known = new Map<string, NamedBranch>();
  const isNew = (id: string): boolean => !stored.some(({ _id }) => _id === id);
  const find = (typed: string): NamedBranch => {
    const name = said.get(placeKey(typed)) ?? typed;
    const there = placeNamed(stored, name);
    const id = there?._id ?? branchIdOf(college._id, name);
    const branch = known.get(id) ?? { id, name: there?.name ?? name, aliases: [] };
    known.set(id, branch);
    const isOther = there ? placeNamed([there], typed) === undefined : placeKey(name) !== placeKey(typed);
    if (isOther && !branch.aliases.includes(placeKey(typed))) branch.aliases.push(placeKey(typed));
    return branch;
  };
  const seen = new Map<string, NamedBranch>();
  return {
    of(typed) {
      const branch = seen.get(typed) ?? find(typed);
      seen.set(typed, branch);
      return branch;
    },
    added: () => [...known.values()].filter(({ id }) => isNew(id)),
    aliases: () =>
      [...known.values()]
        .filter(({ id, aliases }) => !isNew(id) && aliases.length > 0)
        .map(({ id: branchId, aliases: keys }) => ({ branchId, keys })),
  };
};

type Question = v.InferOutput<typeof rosterQuestions>['branches'][number];

/** Names of the file as they are written, each key once. */
const writtenIn = (names: readonly string[]): Map<string, { name: string; rows: number }> => {
  const written = new Map<string, { name: string; rows: number }>();
  names.forEach((name) => {
    const key = placeKey(name);
    written.set(key, { name: written.get(key)?.name ?? name, rows: (written.get(key)?.rows ?? 0) + 1 });
  });
  return written;
};

const MOST_QUESTIONS = 40;
const MOST_NAMES = 20;

/**
 * Names of the file that come to the same as another one or as a branch of the college.
 * @param names the branch of every row that can be read
 * @param peopleIn how many stand in a branch of the college
 */
export const branchQuestions = (
  names: readonly string[],
  stored: readonly Branch[],
  peopleIn: (branchId: string) => number,
  { answers, college }: { answers: Answers; college: Pick<College, 'rosterHabits'> },
): Question[] => {
  const written = writtenIn(names);
  const there = stored.map((branch): SpelledBranch => {
    const rows = [branch.nameKey, ...branch.aliases].reduce(
      (sum, key) => sum + (written.get(key)?.rows ?? 0),
      0,
    );
    return { name: branch.name, branchId: branch._id, rows, people: peopleIn(branch._id) };
  });
  const added = [...written.values()]
    .filter(({ name }) => !placeNamed(stored, name))
    .map(({ name, rows }): SpelledBranch => ({ name, branchId: null, rows, people: 0 }));
  const spoken = spokenOf(answers, college)
    .map(({ names: said, into }) => ({ keys: said.map(placeKey), into }))
    .reverse();
  const answerOf = (group: readonly SpelledBranch[]): Question['answer'] => {
    const keys = group.map(({ name }) => placeKey(name));
    const said = spoken.find((one) => keys.every((key) => one.keys.includes(key)));
    return said ? (said.into === null ? 'apart' : 'one') : null;
  };
  return alikeBranches([...there, ...added])
    .slice(0, MOST_QUESTIONS)
    .map((group) => ({
      names: group.slice(0, MOST_NAMES).map(({ name, rows, branchId }) => ({ name, rows, branchId })),
      into: group[0]?.name ?? '',
      answer: answerOf(group),
    }));
};
