/** Who of the roster stands on a list out of 智慧团建: by number, else by name and branch. */
import { nameKey, numberKey } from '../../text/keys';
import { branchFinder, type KnownBranch } from './branch-names';
import type { ListedPerson } from './listed';

/** A person of the roster. */
export interface KnownPerson {
  readonly memberId: string;
  readonly name: string;
  readonly studentNumber: string;
  readonly branchId: string;
}

interface Matched {
  readonly memberId: string;
  readonly listed: ListedPerson;
}

/** More people here than lines there, or lines that say different things: which is whose, a person has to say. */
interface SameName {
  readonly lines: readonly ListedPerson[];
  readonly memberIds: readonly string[];
}

export interface Matching {
  readonly matched: Matched[];
  readonly sameNames: SameName[];
  /** Nobody here: another year, or missing on the roster. */
  readonly unknown: ListedPerson[];
  /** The branch here that each line's branch is; null where the line names none, or none of ours. */
  readonly branchOf: ReadonlyMap<ListedPerson, string | null>;
}

interface Roster {
  readonly people: readonly KnownPerson[];
  readonly branches: readonly KnownBranch[];
}

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  items.forEach((item) => {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  });
  return groups;
};

/** What ends no attempt: of several attempts of one person, such a one is the last. */
const NOT_OVER: readonly ListedPerson['outcome'][] = ['arrived', 'waiting'];

const differ = (lines: readonly ListedPerson[]): boolean =>
  lines.some(({ outcome }) => outcome !== lines[0]?.outcome);

/** Several attempts of one person as one line. Where two may be the last, or none, it says nothing of the outcome. */
const lastOf = (lines: readonly ListedPerson[]): ListedPerson | undefined => {
  const [first] = lines;
  if (!first || !differ(lines)) return first;
  const [last, other] = lines.filter(({ outcome }) => NOT_OVER.includes(outcome));
  return last && !other ? last : { ...first, outcome: null };
};

/** What has been found so far: nobody is found twice. */
class Finding {
  readonly matched: Matched[] = [];
  readonly sameNames: SameName[] = [];
  readonly unknown: ListedPerson[] = [];
  private readonly taken = new Set<string>();
  private readonly byNumber: ReadonlyMap<string, KnownPerson>;
  private readonly byName: ReadonlyMap<string, KnownPerson[]>;

  constructor(people: readonly KnownPerson[]) {
    this.byNumber = new Map(people.map((person) => [numberKey(person.studentNumber), person]));
    this.byName = grouped(people, ({ name }) => nameKey(name));
  }

  /** Lines of one number: the attempts of whoever has it, and only where the name is the same. */
  byNumberOf(lines: readonly ListedPerson[], studentNumber: string): void {
    const person = this.byNumber.get(numberKey(studentNumber));
    const isTheirs = ({ name }: ListedPerson): boolean =>
      person !== undefined && nameKey(person.name) === nameKey(name);
    const last = lastOf(lines.filter(isTheirs));
    if (person && last) this.take(person, last);
    this.unknown.push(...lines.filter((line) => !isTheirs(line)));
  }

  /** Those of this name whom no line stands for yet. */
  free({ name }: ListedPerson): KnownPerson[] {
    return (this.byName.get(nameKey(name)) ?? []).filter(({ memberId }) => !this.taken.has(memberId));
  }

  /** As many here as there: each line is one of them. More here, or not the same said of all: a person has to say. */
  settle(lines: readonly ListedPerson[], found: readonly KnownPerson[]): void {
    const [only, other] = found;
    const last = lastOf(lines);
    if (only && last && !other && differ(lines)) return void this.take(only, last);
    if (found.length > lines.length || (found.length === lines.length && differ(lines))) {
      this.sameNames.push({ lines, memberIds: found.map(({ memberId }) => memberId) });
      return;
    }
    lines.forEach((line, index) => {
      const person = differ(lines) ? undefined : found[index];
      if (person) this.take(person, line);
      else this.unknown.push(line);
    });
  }

  private take({ memberId }: KnownPerson, listed: ListedPerson): void {
    this.taken.add(memberId);
    this.matched.push({ memberId, listed });
  }
}

/**
 * A line with a number is matched by it. The others go by name: first within the branch the line names, then within the
 * college, since who is kept or stays on moves to another branch of the school. What a branch explains is taken first,
 * so that a name without one is only compared with who is left.
 */
export const matchList = (lines: readonly ListedPerson[], { people, branches }: Roster): Matching => {
  const findBranch = branchFinder(branches);
  const branchOf = new Map(
    lines.map((line) => [line, line.branchName ? (findBranch(line.branchName)?.id ?? null) : null] as const),
  );
  const finding = new Finding(people);
  const numbered = lines.filter(({ studentNumber }) => studentNumber !== null);
  for (const [number, group] of grouped(numbered, (line) => numberKey(line.studentNumber ?? '')))
    finding.byNumberOf(group, number);
  const byName = lines.filter(({ studentNumber }) => studentNumber === null);
  const elsewhere: ListedPerson[] = [];
  for (const group of grouped(
    byName,
    (line) => `${branchOf.get(line) ?? ''}\n${nameKey(line.name)}`,
  ).values()) {
    const [line] = group;
    const branchId = line && branchOf.get(line);
    const inBranch = line && branchId ? finding.free(line).filter((one) => one.branchId === branchId) : [];
    if (inBranch.length > 0) finding.settle(group, inBranch);
    else elsewhere.push(...group);
  }
  for (const group of grouped(elsewhere, ({ name }) => nameKey(name)).values())
    if (group[0]) finding.settle(group, finding.free(group[0]));
  const { matched, sameNames, unknown } = finding;
  return { matched, sameNames, unknown: unknown.sort((a, b) => a.line - b.line), branchOf };
};
