/** Transfers of earlier releases in today's lifecycle: approvals, frozen clocks, and whose delay a time-out was. */
import * as v from 'valibot';
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import type { Approver } from '../../../../miniprogram/domain/rules/rulebook/approvals';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
import { keepingOf, nextKeepingDay } from '../../../../miniprogram/domain/transfer/keeping';
import { pendingApprovals } from '../../../../miniprogram/domain/transfer/approving';
import { waitsForOf } from '../../../../miniprogram/domain/transfer/waits-for';
import { routeOf, rulebookOf } from '../../../../miniprogram/rulebooks';
import { deadlineDayOf, queueKeyOf } from './transfer-place';

type Document = Readonly<Record<string, unknown>>;

const entry = v.object({
  step: v.string(),
  attempt: v.number(),
  at: v.number(),
  by: v.object({ name: v.string() }),
});

const before = v.object({
  _id: v.string(),
  state: v.picklist(TRANSFER_STATES),
  rulebookId: v.string(),
  wayId: v.string(),
  routeId: v.string(),
  attempt: v.number(),
  initiatedAt: v.nullable(v.number()),
  deadlineAt: v.nullable(v.number()),
  waitingSince: v.number(),
  timeline: v.array(v.unknown()),
  past: v.array(v.looseObject({ attempt: v.number(), endedAs: v.string() })),
});
type Before = v.InferOutput<typeof before>;
type Entry = v.InferOutput<typeof entry>;

/** What this release can read of the history, oldest first. */
const entriesOf = ({ timeline }: Before): Entry[] =>
  timeline.flatMap((one) => {
    const parsed = v.safeParse(entry, one);
    return parsed.success ? [parsed.output] : [];
  });

/** Release 1.0 knew one clock for each rulebook, running from the moment of submission. */
const OUTCOME_OF_1_0: Readonly<Record<string, 'accepted' | 'lapsed'>> = {
  'usst-2020': 'accepted',
  'national-2024': 'lapsed',
};

const clockOf = ({ initiatedAt, deadlineAt, rulebookId }: Before) =>
  initiatedAt === null || deadlineAt === null
    ? null
    : {
        days: Math.round((deadlineAt - initiatedAt) / DAY_MS),
        outcome: OUTCOME_OF_1_0[rulebookId] ?? ('ask' as const),
      };

/** The last thing that happened was 智慧团建 sending the request back. */
const isLapse = (entries: readonly Entry[], attempt: number): boolean =>
  entries.filter((one) => one.attempt === attempt).at(-1)?.step === 'report-returned';

const stateOf = (record: Before, entries: readonly Entry[], isApproved: boolean): TransferState => {
  // The clock ran out before the school had approved: the school's delay, and nothing moves.
  if (record.state === 'timedOut' && !isApproved) return 'submitted';
  return record.state === 'returned' && isLapse(entries, record.attempt) ? 'lapsed' : record.state;
};

/**
 * The day on which the college gets in touch with somebody it keeps, or the keeping ends: release 1.0 stored none. One that
 * has passed is made up by the timer.
 */
const keepingDay = ({ rulebookId, wayId, routeId, state }: Before, timeline: readonly Entry[]) => {
  const rulebook = rulebookOf(rulebookId);
  const route = rulebook && routeOf(rulebook, wayId, routeId);
  const keeping = route ? keepingOf(rulebook, route, { state, timeline }) : null;
  return keeping && nextKeepingDay(keeping, { timeline });
};

/** Version 3: approvals, the frozen clock, whom it waits for; a lapse is no return, an unapproved time-out none. */
export const enterLifecycle = (document: Document): Document => {
  const record = v.parse(before, document);
  const entries = entriesOf(record);
  const given = entries
    .filter(({ step, attempt }) => step === 'approve' && attempt === record.attempt)
    .slice(-1)
    .map(({ by, at }) => ({ by: 'college' as const, name: by.name, at }));
  const state = stateOf(record, entries, given.length > 0);
  const isUnderWay = state === 'submitted' || given.length > 0;
  const needed: Approver[] = isUnderWay ? ['college'] : [];
  const approvals = { needed, given };
  const placed = { ...record, state };
  const past = record.past.map((one) =>
    one.endedAs === 'returned' && isLapse(entries, one.attempt) ? { ...one, endedAs: 'lapsed' } : one,
  );
  return {
    ...document,
    state,
    past,
    clock: clockOf(record),
    approvals,
    opensAt: keepingDay(record, entries),
    waitsFor: waitsForOf({ state, pending: pendingApprovals(approvals, false), paper: 'graduate' }),
    queueKey: queueKeyOf(placed),
    deadlineDay: deadlineDayOf(placed),
  };
};
