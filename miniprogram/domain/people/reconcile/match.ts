/** Who of the roster stands on a list out of 智慧团建: by number, else by name and branch. */
import { nameKey, numberKey } from '../../text/keys';
import { branchFinder } from './branch-names';
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

/** More people here than lines there: which of them it is, a person has to say. */
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
  readonly branches: readonly { readonly id: string; readonly name: string }[];
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

  /** By number, and only where the name is the same. */
  byNumberOf(line: ListedPerson, studentNumber: string): void {
    const person = this.byNumber.get(numberKey(studentNumber));
    const isSame = person && nameKey(person.name) === nameKey(line.name) && !this.taken.has(person.memberId);
    if (isSame) this.take(person, line);
    else this.unknown.push(line);
  }

  /** Those of this name whom no line stands for yet. */
  free({ name }: ListedPerson): KnownPerson[] {
    return (this.byName.get(nameKey(name)) ?? []).filter(({ memberId }) => !this.taken.has(memberId));
  }

  /** As many here as there: each line is one of them. More here: a person has to say which. */
  settle(lines: readonly ListedPerson[], found: readonly KnownPerson[]): void {
    if (found.length > lines.length) {
      this.sameNames.push({ lines, memberIds: found.map(({ memberId }) => memberId) });
      return;
    }
    lines.forEach((line, index) => {
      const person = found[index];
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
  lines.forEach((line) => {
    if (line.studentNumber !== null) finding.byNumberOf(line, line.studentNumber);
  });
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
