/** What waits for whom: every state × whose turn it is, and since when. */
import { waitingFor } from '../../../../../cloudfunctions/_shared/notices/reminders/waiting';
import { TRANSFER_STATES } from '../../../../../miniprogram/domain/transfer/states';
import { CLASSMATE, GRADUATE, memberNamed, openUniversity, submitEmployed } from '../../../support/people';
import { dataOf, START, type World } from '../../../support/world';

const TURNS = ['graduate', 'secretary', 'college', 'receiver', 'nobody'] as const;
/** Whom it waits for by state, of the staff. */
const OF_TEACHERS: readonly string[] = ['submitted', 'registered', 'accepted', 'recorded'];

let world: World;
let college: string;
let branch: string;
beforeEach(async () => {
  ({ world } = await openUniversity());
  ({ collegeId: college, branchId: branch } = memberNamed(world, '林小雨'));
});

const AGE_LIMIT = 28;
const teacher = (since = START) =>
  waitingFor(world.ports, { audience: 'teacher', aboutId: college }, { since, ageLimit: AGE_LIMIT });
const secretary = (since = START) =>
  waitingFor(world.ports, { audience: 'secretary', aboutId: branch }, { since, ageLimit: AGE_LIMIT });
const plant = (id: string, more: object): void => {
  const transfer = world.store.all('transfers').find(({ _id }) => _id === id);
  world.store.plant('transfers', { ...transfer!, ...more });
};

it('is nothing where nobody has begun', async () => {
  expect([await teacher(), await secretary()]).toEqual([undefined, undefined]);
});

it('is the turn of one of them in some states, and nobody’s in all others', async () => {
  const { id } = await submitEmployed(world, GRADUATE);
  const found: string[] = [];
  for (const state of TRANSFER_STATES)
    for (const waitsFor of TURNS) {
      plant(id, { state, waitsFor });
      const [ofTeacher, ofSecretary] = [await teacher(), await secretary()];
      if (ofTeacher) found.push(`teacher: ${state} ${waitsFor} ${ofTeacher.waits}`);
      if (ofSecretary) found.push(`secretary: ${state} ${waitsFor} ${ofSecretary.waits}`);
    }
  const expected = [...OF_TEACHERS.map((state) => `teacher: ${state} college ${state}`)];
  expect(found.sort()).toEqual([...expected, 'secretary: submitted secretary with-secretary'].sort());
});

it('names the oldest, counts all, and leaves out what has not waited long enough', async () => {
  const first = await submitEmployed(world, GRADUATE);
  const second = await submitEmployed(world, CLASSMATE);
  plant(first.id, { waitingSince: START - 5 });
  plant(second.id, { waitingSince: START - 9, state: 'registered' });
  const oldest = { memberName: '陈晨', branchName: '光电2302团支部', oldestSince: START - 9 };
  expect(await teacher()).toEqual({ ...oldest, count: 2, waits: 'registered' });
  expect(await teacher(START - 5)).toMatchObject({ count: 2 });
  expect(await teacher(START - 6)).toMatchObject({ count: 1 });
  expect(await teacher(START - 10)).toBeUndefined();
  plant(first.id, { waitingSince: START - 10 });
  expect(await teacher()).toMatchObject({ count: 2, memberName: '林小雨', waits: 'submitted' });
});

it('is a request for a code of the secretary, until it goes to the teachers', async () => {
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const code = {
    count: 1,
    oldestSince: START,
    memberName: '林小雨',
    branchName: '光电2302团支部',
    waits: 'code',
  };
  expect([await secretary(), await teacher()]).toEqual([code, undefined]);
  expect(await secretary(START - 1)).toBeUndefined();
  world.world.now = START + 10;
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', { escalate: true }));
  // It has waited for them since then, however long the secretary has had it.
  const theirs = { ...code, oldestSince: START + 10 };
  expect([await secretary(START + 10), await teacher(START + 10)]).toEqual([undefined, theirs]);
  expect(await teacher(START + 9)).toBeUndefined();
});

it('is nothing of other colleges and branches', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
  for (const audience of ['teacher', 'secretary'] as const)
    expect(
      await waitingFor(
        world.ports,
        { audience, aboutId: 'elsewhere' },
        { since: START, ageLimit: AGE_LIMIT },
      ),
    ).toBeUndefined();
});

it('is a look at who has told the college of their age, until it is recorded or the roster says otherwise', async () => {
  dataOf(await world.call(CLASSMATE, 'graduate', 'reportOverAge', { birthMonth: '1998-06' }));
  const told = { memberName: '陈晨', oldestSince: START, waits: 'over-age' };
  expect(await teacher()).toEqual({ ...told, branchName: '光电2302团支部', count: 1 });
  expect([await teacher(START - 1), await secretary()]).toEqual([undefined, undefined]);
  const classmate = memberNamed(world, '陈晨');
  for (const more of [{ overAgeRecordedAt: START }, { birthMonth: '2004-06' }, { hasLeaguePost: true }]) {
    world.store.plant('members', { ...classmate, ...more });
    expect(await teacher()).toBeUndefined();
  }
  world.store.plant('members', { ...classmate, collegeId: 'elsewhere' });
  expect(await teacher()).toBeUndefined();
});
