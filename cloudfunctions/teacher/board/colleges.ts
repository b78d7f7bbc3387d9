import { ok } from '../../../miniprogram/domain/errors';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { allColleges } from '../../_shared/store/branches';
import { BOARD } from '../../_shared/kernel/policy';
import type { College } from '../../_shared/store/records';
import { allOf, NO_HEADS, readHeads } from '../../_shared/transfers/figures/heads';
import { rulebookNamed, seasonShown } from '../../_shared/season/season';
import { outsideRate, targetsOf } from './time-views';
import { figuresOf, sumOf, totalsOf, type Cell } from './totals';

/** On the way through the college to the receiver. */
const UNDER_WAY: readonly TransferState[] = ['submitted', 'approved', 'registered'];
/** States that ask the college for a decision. */
const WAITING: readonly TransferState[] = ['submitted', 'registered'];

const collegeFigures = (
  { _id: id, name, teachers }: College,
  members: number,
  cells: readonly Cell[],
  outside: readonly string[],
) => {
  const own = cells.filter(({ collegeId }) => collegeId === id);
  const { started, transferred: arrived, stuck, leftOut } = figuresOf(own, outside);
  const underWay = sumOf(own, ({ state }) => UNDER_WAY.includes(state));
  const waiting = sumOf(own, ({ state }) => WAITING.includes(state));
  return {
    id,
    name,
    teachers: teachers.length,
    members,
    started,
    underWay,
    arrived,
    stuck,
    waiting,
    leftOut,
  };
};

/** All colleges side by side, by the same counters as the board: no person and no transfer is read. */
export const colleges: EarlyReader<'teacher', 'colleges', CollegeCaller> = readingEarly(
  (ports) => Promise.all([seasonShown(ports), allColleges(ports)]),
  async (ports, _call, [season, all]) => {
    const { store, clock } = ports;
    const [tallies, heads] = await Promise.all([
      store.find('tallies', { where: { seasonId: season.id }, limit: BOARD.tallies }),
      readHeads(ports, all),
    ]);
    const { cells } = totalsOf(tallies);
    const rulebook = rulebookNamed(season.rulebookId);
    const outside = outsideRate(rulebook);
    const views = all.map((college) =>
      collegeFigures(college, allOf(heads.get(college._id) ?? NO_HEADS), cells, outside),
    );
    const now = clock.now();
    const targets = targetsOf(rulebook, season);
    const target = targets.find(({ at }) => at >= now) ?? null;
    return ok({ colleges: views, hasSeason: season.isOpen, target, now });
  },
);
