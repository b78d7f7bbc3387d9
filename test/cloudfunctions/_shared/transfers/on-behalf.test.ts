/** The secretary and the college record for people who never came; who comes later finds it, corrects it, deletes it. */
import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  memberNamed,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  person,
  REGION,
  SECRETARY,
  foundUniversity,
  signInAll,
  TEACHER,
  type University,
} from '../../support/people';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

type Recorder = 'secretary' | 'teacher';
const OPENID: Readonly<Record<Recorder, string>> = { secretary: SECRETARY, teacher: TEACHER };
const RECORDERS: readonly Recorder[] = ['secretary', 'teacher'];

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
  await importRoster(world, TEACHER, university.collegeId, [person('S009', '何未来')]);
  await signInAll(world, university);
});

const idOf = (name: string): string => memberNamed(world, name)._id;
const absent = (): string => idOf('何未来');
const fields = () => ({
  region: REGION,
  organisation: '共青团上海示例科技有限公司支部委员会',
  initiatedAt: world.world.now - 3_600_000,
});

const recordWay = (who: Recorder, openid = OPENID[who], more: object = {}) =>
  world.call(openid, who, 'recordWay', {
    memberId: absent(),
    version: null,
    wayId: 'employed',
    routeId: 'direct',
    ...more,
  });
const recordStart = (who: Recorder, version: number, openid = OPENID[who]) =>
  world.call(openid, who, 'recordStart', { memberId: absent(), version, fields: fields() });
const stored = () => world.store.all('transfers').find(({ memberId }) => memberId === absent());
/** Recorded as started, waiting for the college. */
const started = async (who: Recorder) => {
  const { version } = dataOf(await recordWay(who));
  return dataOf(await recordStart(who, version));
};
const signIn = () =>
  world.call('oLate', 'account', 'signIn', {
    studentNumber: 'S009',
    name: '何未来',
    inviteCode: university.codes['光电2302团支部'] ?? '',
  });

it.each(RECORDERS)(
  'the %s records way and start of somebody who never came, under their own name',
  async (who) => {
    expect(await started(who)).toMatchObject({ state: 'submitted' });
    expect(stored()).toMatchObject({ accountId: null, waitsFor: 'college', attempt: 1, screenshots: [] });
    expect(stored()?.timeline).toMatchObject([
      { step: 'choose-way', by: { role: who } },
      { step: 'submit', by: { role: who } },
    ]);
    expect(
      world.store
        .all('notices')
        .filter(({ audience, aboutId }) => audience === 'graduate' && aboutId === absent()),
    ).toEqual([]);
  },
);

it('is approved and comes to its outcome like everybody’s', async () => {
  const { version } = await started('secretary');
  const transferId = stored()?._id ?? '';
  const approved = { transferId, version, decision: 'approve', seenOnSystem: true } as const;
  const done = dataOf(await world.call(TEACHER, 'teacher', 'decide', approved));
  const outcome = { memberId: absent(), version: done.version, outcome: 'accepted' } as const;
  expect(dataOf(await world.call(SECRETARY, 'secretary', 'confirmStatus', outcome)).state).toBe('accepted');
});

it('who comes later sees who recorded it, and puts it right', async () => {
  await started('secretary');
  dataOf(await signIn());
  const { transfer } = dataOf(await world.call('oLate', 'graduate', 'home', {}));
  expect(transfer).toMatchObject({ state: 'submitted', fields: { organisation: fields().organisation } });
  expect(transfer?.timeline[1]).toMatchObject({ step: 'submit', by: { role: 'secretary', name: '周敏' } });
  const version = transfer?.version ?? 0;
  const other = { wayId: 'army', routeId: 'direct', version };
  const changed = dataOf(await world.call('oLate', 'graduate', 'changeSituation', other)).transfer;
  expect(changed).toMatchObject({ state: 'draft', wayId: 'army', past: [{ endedAs: 'withdrawn' }] });
  for (const who of RECORDERS)
    expect(errorOf(await recordWay(who, OPENID[who], { version: changed.version }))).toBe('FORBIDDEN');
});

it('who comes later can delete it with all that is stored about them', async () => {
  await started('teacher');
  dataOf(await signIn());
  dataOf(await world.call('oLate', 'graduate', 'deleteMyData', {}));
  expect(stored()).toBeUndefined();
});

it('what came back is recorded again', async () => {
  const { version } = await started('secretary');
  const transferId = stored()?._id ?? '';
  const returned = {
    transferId,
    version,
    decision: 'return',
    reason: '名称不全',
    seenOnSystem: false,
  } as const;
  const done = dataOf(await world.call(TEACHER, 'teacher', 'decide', returned));
  expect(dataOf(await recordStart('secretary', done.version)).state).toBe('submitted');
  expect(stored()).toMatchObject({ attempt: 2, past: [{ endedAs: 'returned' }] });
});

describe('refuses', () => {
  const refused: [string, () => Promise<unknown>, string][] = [
    [
      'a confidential way from a secretary',
      () => recordWay('secretary', SECRETARY, { wayId: 'confidential' }),
      'FORBIDDEN',
    ],
    [
      'a way with a sealed field from a secretary',
      () => recordWay('secretary', SECRETARY, { wayId: 'study-abroad', routeId: 'keep' }),
      'FORBIDDEN',
    ],
    ['another branch’s secretary', () => recordWay('secretary', OTHER_SECRETARY), 'NOT_FOUND'],
    ['another college’s teacher', () => recordWay('teacher', OTHER_TEACHER), 'NOT_FOUND'],
    ['a secretary’s own', () => recordWay('secretary', SECRETARY, { memberId: idOf('周敏') }), 'FORBIDDEN'],
    ['a graduate', () => recordWay('secretary', GRADUATE), 'FORBIDDEN'],
    ['a way the rules do not have', () => recordWay('teacher', TEACHER, { wayId: 'moon' }), 'WAY_UNKNOWN'],
  ];
  it.each(refused)('%s, and stores nothing', async (_who, attempt, code) => {
    const before = world.store.text();
    expect(errorOf((await attempt()) as Parameters<typeof errorOf>[0])).toBe(code);
    expect(world.store.text()).toBe(before);
  });

  it('a start without what the route asks for; pictures are not asked for', async () => {
    const { version } = dataOf(await recordWay('teacher'));
    const bare = { memberId: absent(), version, fields: {} };
    expect(errorOf(await world.call(TEACHER, 'teacher', 'recordStart', bare))).toBe('FIELD_REQUIRED');
  });

  it('whoever was moved to another branch while the secretary typed', async () => {
    const { version } = dataOf(await recordWay('secretary'));
    const branchId = world.store.all('branches').find(({ name }) => name === '机械2301团支部')?._id ?? '';
    dataOf(await world.call(TEACHER, 'teacher', 'transferMember', { memberId: absent(), branchId }));
    expect(errorOf(await recordStart('secretary', version))).toBe('NOT_FOUND');
  });
});

it('the college takes a confidential way for somebody, and the committee for any college', async () => {
  expect(dataOf(await recordWay('teacher', TEACHER, { wayId: 'confidential' })).state).toBe('draft');
  const version = stored()?.version ?? 0;
  expect(dataOf(await recordWay('teacher', ADMIN, { version })).version).toBe(version + 1);
});

it('goes on for who has signed in and done nothing yet', async () => {
  expect(memberNamed(world, '陈晨').accountId).toBe(CLASSMATE);
  const done = dataOf(await recordWay('teacher', TEACHER, { memberId: idOf('陈晨') }));
  expect(done.state).toBe('draft');
  expect(dataOf(await world.call(CLASSMATE, 'graduate', 'home', {})).transfer?.wayId).toBe('employed');
});

describe('several who took the same way', () => {
  const recordMany = (who: Recorder, names: readonly string[], more: object = {}, openid = OPENID[who]) =>
    world.call(openid, who, 'recordMany', {
      memberIds: names.map(idOf),
      wayId: 'employed',
      routeId: 'direct',
      fields: null,
      ...more,
    });
  const stateOf = (name: string) =>
    world.store.all('transfers').find(({ memberId }) => memberId === idOf(name))?.state;
  beforeEach(async () => {
    await importRoster(world, TEACHER, university.collegeId, [person('S010', '何明天')]);
  });

  it.each(RECORDERS)(
    'are recorded together by the %s, the way first and then that it was started',
    async (who) => {
      const names = ['何未来', '何明天'];
      const { results } = dataOf(await recordMany(who, names));
      expect(results).toEqual(names.map((name) => ({ memberId: idOf(name), left: null, state: 'draft' })));
      dataOf(await recordMany(who, names, { fields: fields() }));
      expect(names.map(stateOf)).toEqual(['submitted', 'submitted']);
      expect(stored()?.timeline).toMatchObject([
        { step: 'choose-way', by: { role: who } },
        { step: 'submit', by: { role: who } },
      ]);
    },
  );

  it('are recorded and started in one call, and called again it changes nothing', async () => {
    dataOf(await recordMany('teacher', ['何未来', '何明天'], { fields: fields() }));
    const before = world.store.all('transfers').map(({ version }) => version);
    const { results } = dataOf(await recordMany('teacher', ['何未来', '何明天'], { fields: fields() }));
    expect(results.map(({ left }) => left)).toEqual(['begun', 'begun']);
    expect(world.store.all('transfers').map(({ version }) => version)).toEqual(before);
  });

  it('leave alone and name who has begun otherwise, themselves or on another way', async () => {
    await choose(world, CLASSMATE);
    dataOf(await recordWay('teacher', TEACHER, { wayId: 'further-study' }));
    const { results } = dataOf(
      await recordMany('teacher', ['陈晨', '何未来', '何明天'], { fields: fields() }),
    );
    expect(results.map(({ left, state }) => [left, state])).toEqual([
      ['begun', null],
      ['begun', null],
      [null, 'submitted'],
    ]);
    expect(world.store.all('transfers').find(({ memberId }) => memberId === idOf('陈晨'))?.state).toBe(
      'draft',
    );
  });

  const refused: [string, () => ReturnType<typeof recordMany>, string][] = [
    ['a way nobody knows', () => recordMany('teacher', ['何未来'], { wayId: 'nowhere' }), 'WAY_UNKNOWN'],
    ['a start that lacks a field', () => recordMany('teacher', ['何未来'], { fields: {} }), 'FIELD_REQUIRED'],
    ['somebody of another college', () => recordMany('teacher', ['何未来'], {}, OTHER_TEACHER), 'NOT_FOUND'],
    [
      'somebody of another branch',
      () => recordMany('secretary', ['何未来'], {}, OTHER_SECRETARY),
      'NOT_FOUND',
    ],
    ['herself', () => recordMany('secretary', ['周敏', '何未来']), 'FORBIDDEN'],
  ];
  it.each(refused)('are refused as a whole for %s', async (_what, act, code) => {
    expect(errorOf(await act())).toBe(code);
    expect(stateOf('何未来')).not.toBe('submitted');
  });
});
