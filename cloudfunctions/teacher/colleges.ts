import { ok } from '../../miniprogram/domain/errors';
import type { TransferState } from '../../miniprogram/domain/model';
import { readingEarly, type EarlyReader } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { inParallel } from '../_shared/in-parallel';
import { allColleges } from '../_shared/people/branches';
import type { Ports } from '../_shared/ports';
import type { College } from '../_shared/records';
import { currentSeason } from '../_shared/season';

/** What the committee compares, by the states that make it up. */
const FIGURES = {
  underWay: ['submitted', 'approved', 'registered'],
  arrived: ['accepted', 'recorded', 'completed'],
  stuck: ['returned', 'refused', 'timedOut'],
  early: ['draft', 'withdrawn'],
} as const satisfies Record<string, readonly TransferState[]>;
type Figure = keyof typeof FIGURES;

/** States that ask the college for a decision. */
const WAITING: readonly TransferState[] = ['submitted', 'registered'];

const PARALLEL = 4;

/** Counts by index alone: no person is read. */
const figuresOf = async ({ store }: Ports, college: College, seasonId: string) => {
  const { _id: collegeId, name, teachers } = college;
  const states = Object.values(FIGURES).flat();
  const [members, ...counts] = await Promise.all([
    store.count('members', { collegeId }),
    ...states.map((state) => store.count('transfers', { collegeId, seasonId, state })),
  ]);
  const byState = new Map<TransferState, number>(states.map((state, index) => [state, counts[index] ?? 0]));
  const sum = (some: readonly TransferState[]): number =>
    some.reduce((total, state) => total + (byState.get(state) ?? 0), 0);
  const of = (figure: Figure): number => sum(FIGURES[figure]);
  return {
    id: collegeId,
    name,
    teachers: teachers.length,
    members,
    started: sum(states),
    underWay: of('underWay'),
    arrived: of('arrived'),
    stuck: of('stuck'),
    waiting: sum(WAITING),
  };
};

/** All colleges side by side. */
export const colleges: EarlyReader<'teacher', 'colleges', CollegeCaller> = readingEarly(
  (ports) => Promise.all([currentSeason(ports), allColleges(ports)]),
  async (ports, _call, [season, all]) => {
    const jobs = all.map((college) => () => figuresOf(ports, college, season.id));
    return ok({ colleges: await inParallel(jobs, PARALLEL), now: ports.clock.now() });
  },
);
