import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { branchFinder } from '../../../miniprogram/domain/people/reconcile/branch-names';
import { chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { branchesOf } from '../../_shared/store/branches';
import type { Member, Reconcile, ReconcilePart } from '../../_shared/store/records';
import { shownOf } from '../../_shared/transfers/shown';
import { reconcileNamed, reconcileWithin } from './run-view';
import { knownBranches, transfersOf } from './roster-here';

type Rows = Response<'teacher', 'reconcileRows'>;

/** As they are now: names from the roster, states from the records. Who is gone meanwhile is left out. */
export const peopleOf = async (
  ports: Ports,
  run: Reconcile,
  { findings }: ReconcilePart,
): Promise<Rows['people']> => {
  const members = await ports.store.getMany(
    'members',
    findings.map(({ memberId }) => memberId),
  );
  const { transfers } = await transfersOf(ports, members, run.seasonId);
  const byId = new Map(members.map((member) => [member._id, member]));
  const isToday = run.settledAt !== null && chinaDay(run.settledAt) === chinaDay(ports.clock.now());
  return findings.flatMap(({ memberId, status, after }) => {
    const member = byId.get(memberId);
    if (!member) return [];
    const transfer = transfers.get(memberId);
    return {
      memberId,
      name: member.name,
      studentNumber: member.studentNumber,
      branchName: member.branchName,
      transferId: transfer?._id ?? null,
      shown: shownOf(transfer),
      since: transfer?.waitingSince ?? null,
      status,
      canUndo: status === 'done' && isToday && transfer?.version === after,
    };
  });
};

export const sameNamesOf = async (
  { store }: Ports,
  { sameNames }: ReconcilePart,
): Promise<Rows['sameNames']> => {
  const members = await store.getMany(
    'members',
    sameNames.flatMap(({ memberIds }) => memberIds),
  );
  const byId = new Map(members.map((member): [string, Member] => [member._id, member]));
  return sameNames.map(({ key, memberIds, lines, outcomes, chosen }) => {
    const people = memberIds.flatMap((id) => byId.get(id) ?? []);
    return {
      key,
      name: people[0]?.name ?? '',
      lines,
      outcomes,
      people: people.map(({ _id, studentNumber, branchName }) => ({
        memberId: _id,
        studentNumber,
        branchName,
      })),
      isSettled: chosen !== null,
    };
  });
};

/** Nobody here, with the branch here that the list means. */
const unknownOf = async (
  ports: Ports,
  { collegeId }: Reconcile,
  { unknown }: ReconcilePart,
): Promise<Rows['unknown']> => {
  if (unknown.length === 0) return [];
  const find = branchFinder(knownBranches(await branchesOf(ports, collegeId)));
  return unknown.map((line) => ({
    ...line,
    here: line.branchName === null ? null : (find(line.branchName)?.name ?? null),
  }));
};

const NOTHING: Rows = { people: [], unknown: [], sameNames: [], cursor: null };

/** A part is a page. */
export const reconcileRows: EarlyReader<'teacher', 'reconcileRows', CollegeCaller> = readingEarly(
  reconcileNamed,
  async (ports, { caller, request: { runId, kind, cursor = '-1' } }, named) => {
    const run = reconcileWithin(ports, caller, named);
    if (!run.ok) return run;
    const [part, following] = await ports.store.find('reconcileParts', {
      where: { runId, kind, index: { gt: Number(cursor) } },
      orderBy: ['index', 'asc'],
      limit: 2,
    });
    if (!part) return ok(NOTHING);
    const [people, sameNames, unknown] = await Promise.all([
      peopleOf(ports, run.data, part),
      sameNamesOf(ports, part),
      unknownOf(ports, run.data, part),
    ]);
    return ok({
      people,
      unknown,
      sameNames,
      cursor: following ? String(part.index) : null,
    });
  },
);
