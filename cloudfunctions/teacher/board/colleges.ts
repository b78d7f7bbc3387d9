import { ok } from '../../../miniprogram/domain/errors';
import { stateFigures } from '../../../miniprogram/domain/people/figures';
import type { DeskKind } from '../../../miniprogram/domain/people/queue-kinds';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { allColleges } from '../../_shared/store/branches';
import type { College, Tally } from '../../_shared/store/records';
import { NO_HEADS, type Heads } from '../../_shared/transfers/figures/head-sums';
import { readHeads } from '../../_shared/transfers/figures/heads';
import { rulebookNamed, seasonShown } from '../../_shared/season/season';
import { outsideRate, targetsOf } from './time-views';
import { memberCounts } from './load';
import { readTallies } from './read-tallies';
import { figuresOf, sumOf, totalsOf } from './totals';

/** What asks the college for a decision; what waits for a secretary does not. */
const DECISIONS: readonly DeskKind[] = ['approval', 'registration'];

const collegeFigures = (
  { _id: id, name, teachers }: College,
  heads: Heads,
  tallies: readonly Tally[],
  outside: readonly string[],
) => {
  const own = tallies.filter(({ collegeId }) => collegeId === id);
  const { cells } = totalsOf(own);
  const members = memberCounts(heads, sumOf(cells)).all;
  const { started, transferred: arrived, stuck, leftOut } = figuresOf(cells, outside);
  const { underWay } = stateFigures(cells);
  const asked = own.flatMap(({ onDesk }) => onDesk).filter(({ kind }) => DECISIONS.includes(kind));
  const waiting = asked.reduce((sum, { count }) => sum + count, 0);
  const figures = { members, started, underWay, arrived, stuck, waiting, leftOut };
  return { id, name, teachers: teachers.length, ...figures };
};

/** All colleges side by side, by the same counters as the board: no person and no transfer is read. */
export const colleges: EarlyReader<'teacher', 'colleges', CollegeCaller> = readingEarly(
  (ports) => Promise.all([seasonShown(ports), allColleges(ports)]),
  async (ports, _call, [season, all]) => {
    const { clock } = ports;
    const [tallies, heads] = await Promise.all([
      readTallies(ports, { seasonId: season.id }),
      readHeads(ports, all),
    ]);
    const rulebook = rulebookNamed(season.rulebookId);
    const outside = outsideRate(rulebook);
    const views = all.map((college) =>
      collegeFigures(college, heads.get(college._id) ?? NO_HEADS, tallies, outside),
    );
    const now = clock.now();
    const targets = targetsOf(rulebook, season);
    const target = targets.find(({ at }) => at >= now) ?? null;
    return ok({ colleges: views, hasSeason: season.isOpen, target, now });
  },
);
