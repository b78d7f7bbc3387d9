/** What a change of the season would do to everybody who has signed in. Changes nothing. */
import type { Response } from '../../../../miniprogram/contract';
import type { DueNotice } from '../../../../miniprogram/domain/reminding/due-notice';
import { comingReminders } from '../../../../miniprogram/domain/reminding/reminders';
import { IDLE_STATES } from '../../../../miniprogram/domain/transfer/lifecycle';
import { inParallel } from '../../../_shared/kernel/in-parallel';
import { readStandings, standingOf, type Person } from '../../../_shared/notices/reminders/standings';
import type { Ports } from '../../../_shared/platform/ports';
import { forCollege, toCurrent, type CurrentSeason } from '../../../_shared/season/season';
import { membersOf } from '../../../_shared/store/branches';
import type { Season } from '../../../_shared/store/records';
import { hoursOf } from './view';

/** No new branch is looked at after this much of the call: a phone waits twenty seconds. */
const BUDGET_MS = 12_000;
/** Branches looked at side by side. */
const PARALLEL = 10;

const rulesView = (season: Season, collegeId: string | null) => {
  const held = forCollege(toCurrent(season), collegeId);
  return { rulebookId: held.rulebookId, deadlineAt: held.deadlineAt, quietHours: hoursOf(held) };
};

const peopleOf = async (
  ports: Ports,
  season: CurrentSeason,
  branches: readonly string[],
): Promise<{ people: Person[]; complete: boolean }> => {
  const stopAt = ports.clock.now() + BUDGET_MS;
  let complete = true;
  const jobs = branches.map((branchId) => async (): Promise<Person[]> => {
    if (ports.clock.now() >= stopAt) {
      complete = false;
      return [];
    }
    const bound = (await membersOf(ports, branchId)).filter(({ accountId }) => accountId !== null);
    return [...(await readStandings(ports, bound, season)).people.values()];
  });
  return { people: (await inParallel(jobs, PARALLEL)).flat(), complete };
};

interface Change {
  /** Reminders that come only then, or at another hour. */
  readonly added: readonly DueNotice[];
  readonly gone: readonly DueNotice[];
}

const changeFor = (person: Person, before: CurrentSeason, after: CurrentSeason, now: number): Change => {
  const { collegeId } = person.member;
  const [then, later] = [before, after].map((season) =>
    comingReminders(standingOf(person, forCollege(season, collegeId)), now),
  ) as [DueNotice[], DueNotice[]];
  return {
    added: later.filter((one) => !then.some(({ id, dueAt }) => id === one.id && dueAt === one.dueAt)),
    gone: then.filter(({ kind, days }) => !later.some((one) => one.kind === kind && one.days === days)),
  };
};

const isIdle = ({ transfers }: Person): boolean =>
  transfers.every(({ state }) => IDLE_STATES.includes(state));

/**
 * @param collegeId whose rules are told; null for the university's
 * @param branches whose people are looked at
 */
export const previewOf = async (
  ports: Ports,
  { before, after }: { before: Season; after: Season },
  { collegeId, branches }: { collegeId: string | null; branches: readonly string[] },
): Promise<Response<'teacher', 'previewSeason'>> => {
  const now = ports.clock.now();
  const [then, later] = [toCurrent(before), toCurrent(after)];
  const { people, complete } = await peopleOf(ports, later, branches);
  const changes = people.map((person) => changeFor(person, then, later, now));
  const kept = people.filter(({ transfers }) =>
    transfers.some(({ seasonId, rulebookId }) => seasonId === after._id && rulebookId !== after.rulebookId),
  );
  return {
    before: rulesView(before, collegeId),
    after: rulesView(after, collegeId),
    people: people.filter(isIdle).length,
    remindersAdded: changes.reduce((sum, { added }) => sum + added.length, 0),
    remindersGone: changes.reduce((sum, { gone }) => sum + gone.length, 0),
    transfersMoved: changes.filter(({ added }) => added.some(({ kind }) => kind !== 'season-near')).length,
    transfersKept: kept.length,
    complete,
    now,
  };
};
