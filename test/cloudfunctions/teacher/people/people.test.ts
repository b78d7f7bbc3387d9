import type { Transfer } from '../../../../cloudfunctions/_shared/store/records';
import type { Request, Response } from '../../../../miniprogram/contract';
import { PEOPLE_STEPS, type PeopleStep } from '../../../../miniprogram/domain/people/steps';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';
import { STEP_OF_STATE } from '../../../../miniprogram/domain/people/people-step';
import { deadlineIn, memberOf, placeNamed, settle, transferOf, type Place } from '../../support/crowd';
import { ADMIN, foundUniversity, OTHER_TEACHER, TEACHER, type University } from '../../support/people';
import { createWorld, dataOf, errorOf, START, type World } from '../../support/world';

type Filter = Request<'teacher', 'people'>['filter'];
type Row = Response<'teacher', 'people'>['people'][number];

let world: World;
let university: University;
let place: Place;
beforeAll(async () => {
  world = createWorld();
  university = await foundUniversity(world);
  place = placeNamed(world, '机械2301团支部');
  await settle(world, CROWD.map(build));
});

/** How many of each: more than a page of those that come in crowds. */
const IDLE: Readonly<Record<'bind' | 'login' | 'choose', number>> = { bind: 120, login: 70, choose: 60 };
const EACH_STATE = 12;

interface Plan {
  readonly number: string;
  readonly idle?: keyof typeof IDLE;
  readonly state?: TransferState;
}
const CROWD: readonly Plan[] = [
  ...Object.entries(IDLE).flatMap(([idle, count]) =>
    Array.from({ length: count }, (_, index) => ({
      number: `${idle}${String(index).padStart(3, '0')}`,
      idle: idle as keyof typeof IDLE,
    })),
  ),
  ...TRANSFER_STATES.flatMap((state) =>
    Array.from({ length: EACH_STATE }, (_, index) => ({ number: `${state}${index}`, state })),
  ),
];

const build = ({ number, idle, state }: Plan, index: number) => {
  const bound = idle === 'bind' ? null : `o-${String(index * 7919).padStart(9, '0')}`;
  // Two at a time in one moment: such a pair stands where a page is full.
  // Some were unbound after they had logged in, and begin again.
  const isNew = idle === 'login' || (idle === 'bind' && index % 10 > 0);
  const confirmed = isNew ? null : START + Math.ceil(index / 2);
  const member = memberOf(place, number, { accountId: bound, loginConfirmedAt: confirmed });
  if (!state) return { member };
  return { member, transfer: transferOf(member, state, deadlineIn(state, 1 + (index % 3))) };
};

const settleTransfer = async (transfer: Transfer): Promise<void> => {
  await world.store.transact(async (tx) => {
    tx.put('transfers', transfer);
    return { ok: true, data: undefined };
  });
};

const page = (filter: Filter, cursor?: string, openid = TEACHER, collegeId?: string) =>
  world.call(openid, 'teacher', 'people', {
    filter,
    ...(cursor === undefined ? {} : { cursor }),
    ...(collegeId === undefined ? {} : { collegeId }),
  });

/** All pages of a list; a page never holds more than fifty. */
const everybody = async (filter: Filter, openid = TEACHER, collegeId?: string): Promise<Row[]> => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const { people, next } = dataOf(await page(filter, cursor, openid, collegeId));
    expect(people.length).toBeLessThanOrEqual(50);
    // Whoever asks for more gets some.
    if (cursor !== undefined) expect(people.length).toBeGreaterThan(0);
    rows.push(...people);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(rows.map(({ memberId }) => memberId)).size).toBe(rows.length);
  return rows;
};

/** The four of the roster the university begins with have not signed in. */
const FOUNDERS = 4;
const standingAt = (step: PeopleStep): number =>
  (step === 'bind' ? FOUNDERS : 0) +
  (step in IDLE ? IDLE[step as keyof typeof IDLE] : 0) +
  TRANSFER_STATES.filter((state) => STEP_OF_STATE[state] === step).length * EACH_STATE;

it.each(PEOPLE_STEPS)('lists everybody who stands at “%s”, and nobody else', async (step) => {
  const rows = await everybody({ by: 'step', step });
  expect(rows).toHaveLength(standingAt(step));
  expect(new Set(rows.map((row) => row.step))).toEqual(new Set([step]));
});

it.each(PEOPLE_STEPS)('lists everybody who has come at least to “%s”', async (step) => {
  const steps = PEOPLE_STEPS.slice(PEOPLE_STEPS.indexOf(step));
  const rows = await everybody({ by: 'reached', step });
  expect(rows).toHaveLength(steps.reduce((sum, one) => sum + standingAt(one), 0));
});

it('reads everybody who has come that far at once, whatever states they are in', async () => {
  const finding = jest.spyOn(world.store, 'find');
  dataOf(await page({ by: 'reached', step: 'college' }));
  const ofTransfers = finding.mock.calls.filter(([collection]) => collection === 'transfers');
  finding.mockRestore();
  expect(ofTransfers).toHaveLength(1);
});

it('shows as many behind each bar of the board as the bar says', async () => {
  const { funnel, byWay, byBranch, deadlines, byState } = dataOf(
    await world.call(TEACHER, 'teacher', 'board', {}),
  );
  for (const { step, here, reached } of funnel) {
    expect(await everybody({ by: 'step', step })).toHaveLength(here);
    expect(await everybody({ by: 'reached', step })).toHaveLength(reached);
  }
  for (const { wayId, started } of byWay)
    if (wayId !== null) expect(await everybody({ by: 'way', wayId })).toHaveLength(started);
  for (const { id, members } of byBranch)
    expect(await everybody({ by: 'branch', branchId: id })).toHaveLength(members);
  for (const { day, count } of deadlines)
    expect(await everybody({ by: 'deadlineDay', day })).toHaveLength(count);
  for (const { state, count } of byState) expect(await everybody({ by: 'state', state })).toHaveLength(count);
});

it('reads no more of ten thousand than it shows', async () => {
  const found = jest.spyOn(world.store, 'find');
  const many = jest.spyOn(world.store, 'getMany');
  for (const filter of [
    { by: 'step', step: 'bind' },
    { by: 'step', step: 'login' },
    { by: 'step', step: 'choose' },
    { by: 'branch', branchId: place.branchId },
  ] as const) {
    found.mockClear();
    dataOf(await page(filter));
    const limits = found.mock.calls
      // The caller's own look-up is not of the list, nor is who has moved on within the hour.
      .filter(
        ([name, { where }]) =>
          name === 'members' && ![TEACHER, 'headMovedAt'].some((own) => JSON.stringify(where).includes(own)),
      )
      .map(([, { limit }]) => limit);
    expect(limits).toEqual([51]);
  }
  expect(many.mock.calls.every(([, ids]) => ids.length <= 51)).toBe(true);
  found.mockRestore();
  many.mockRestore();
});

it('finds the student number of a transfer begun before it was kept there, and asks for no other', async () => {
  const [old, ...others] = world.store.all('transfers').filter(({ state }) => state === 'approved');
  if (!old) throw new Error('nobody is approved');
  const { studentNumber, ...unnumbered } = old;
  await settleTransfer(unnumbered);
  const many = jest.spyOn(world.store, 'getMany');
  const rows = await everybody({ by: 'state', state: 'approved' });
  expect(rows).toHaveLength(others.length + 1);
  expect(rows.find(({ transferId }) => transferId === old._id)).toMatchObject({ studentNumber });
  expect(many.mock.calls.filter(([name]) => name === 'members')).toEqual([['members', [old.memberId]]]);
  many.mockRestore();
  await settleTransfer(old);
});

it('counts everybody on the first page, not the page: as many as the list turns out to hold', async () => {
  const filters: Filter[] = [
    { by: 'step', step: 'bind' },
    { by: 'step', step: 'choose' },
    { by: 'step', step: 'card' },
    { by: 'reached', step: 'choose' },
    { by: 'state', state: 'approved' },
    { by: 'way', wayId: 'employed' },
    { by: 'branch', branchId: place.branchId },
  ];
  for (const filter of filters) {
    const { total, next } = dataOf(await page(filter));
    expect({ filter, total }).toEqual({ filter, total: (await everybody(filter)).length });
    if (next !== null) expect(dataOf(await page(filter, next)).total).toBeNull();
  }
});

it('narrows a branch to those at one step', async () => {
  const { branchId } = place;
  const all = await everybody({ by: 'branch', branchId });
  for (const step of PEOPLE_STEPS) {
    const reply = dataOf(await page({ by: 'branch', branchId, step }));
    const expected = all.filter((row) => row.step === step).map(({ memberId }) => memberId);
    expect(reply.people.map(({ memberId }) => memberId).sort()).toEqual(expected.sort());
    expect(reply).toMatchObject({ total: expected.length, next: null });
  }
});

describe('whose people they are', () => {
  it('are nobody for another college, and not its branches', async () => {
    expect(await everybody({ by: 'step', step: 'bind' }, OTHER_TEACHER)).toEqual([]);
    const foreign = await page({ by: 'branch', branchId: place.branchId }, undefined, OTHER_TEACHER);
    expect(errorOf(foreign)).toBe('BRANCH_UNKNOWN');
    const named = await page({ by: 'step', step: 'bind' }, undefined, OTHER_TEACHER, university.collegeId);
    expect(errorOf(named)).toBe('COLLEGE_UNKNOWN');
  });

  it('are of the college the committee names', async () => {
    expect(errorOf(await page({ by: 'step', step: 'card' }, undefined, ADMIN))).toBe('COLLEGE_UNKNOWN');
    const rows = await everybody({ by: 'step', step: 'card' }, ADMIN, university.collegeId);
    expect(rows).toHaveLength(standingAt('card'));
  });
});

it.each(['login:', 'choose:no-such-number', '9:x', 'bind:', 'weird'])(
  'makes nothing of a cursor somebody made up: %s',
  async (cursor) => {
    const reply = dataOf(await page({ by: 'step', step: 'card' }, cursor));
    expect(reply.people.length).toBeLessThanOrEqual(50);
  },
);
