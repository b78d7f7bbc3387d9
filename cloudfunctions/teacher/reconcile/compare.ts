/** From a matched list to what there is to look at, person by person. */
import {
  findingOf,
  FINDING_KINDS,
  type FindingKind,
} from '../../../miniprogram/domain/people/reconcile/findings';
import type { ListedOutcome } from '../../../miniprogram/domain/people/reconcile/listed';
import { ARRIVED_STATES } from '../../../miniprogram/domain/people/people-step';
import { rulesOf } from '../../_shared/season/rules-of';
import type { Member, Reconcile, Transfer } from '../../_shared/store/records';
import type { FindingRow } from './parts';

type Listed = { readonly outcome: ListedOutcome | null } | null;

export interface Compared {
  readonly findings: ReadonlyMap<FindingKind, FindingRow[]>;
  readonly arrivedBefore: number;
  readonly underWay: number;
}

interface Person {
  readonly member: Pick<Member, '_id' | 'branchId'>;
  readonly transfer: Transfer | undefined;
  readonly listed: Listed;
}

const toRow = ({ member, transfer }: Person): FindingRow => ({
  memberId: member._id,
  transferId: transfer?._id ?? null,
  version: transfer?.version ?? null,
  state: transfer?.state ?? null,
  status: 'open',
  after: null,
});

const coveredIn = ({ branches }: Reconcile): ReadonlySet<string> =>
  new Set(branches.flatMap(({ id, isCovered }) => (isCovered ? [id] : [])));

const kindFor = (run: Reconcile, covered: ReadonlySet<string>, person: Person): FindingKind | null =>
  findingOf({
    kind: run.kind,
    state: person.transfer?.state ?? null,
    isCollegeHandled: person.transfer ? rulesOf(person.transfer).route.handledBy === 'college' : false,
    listed: person.listed,
    isCovered: covered.has(person.member.branchId),
  });

/** People of whom nobody can say yet whether they stand on the list are not among `people`. */
export const comparePeople = (run: Reconcile, people: readonly Person[]): Compared => {
  const covered = coveredIn(run);
  const findings = new Map<FindingKind, FindingRow[]>(FINDING_KINDS.map((kind) => [kind, []]));
  let arrivedBefore = 0;
  let underWay = 0;
  people.forEach((person) => {
    const kind = kindFor(run, covered, person);
    if (kind) findings.get(kind)?.push(toRow(person));
    else if (person.transfer && ARRIVED_STATES.includes(person.transfer.state)) arrivedBefore += 1;
    else underWay += 1;
  });
  return { findings, arrivedBefore, underWay };
};
