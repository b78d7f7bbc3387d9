/** What is done on paper, by everybody who may tick it, through the real handlers. */
import { UNDO_APPROVAL_MS } from '../../../../miniprogram/domain/transfer/approving';
import {
  ADMIN,
  choose,
  CLASSMATE,
  employedSubmission,
  giveCredits,
  GRADUATE,
  memberNamed,
  openUniversity,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { STAMP, UNSTAMP } from '../../support/stamp';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const home = async () => {
  const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  if (!transfer) throw new Error('no transfer has begun');
  return transfer;
};
const statuses = async () =>
  ((await home()).offline ?? []).map(({ stepId, status }) => `${stepId} ${status}`);

/** The national rules with these answers. */
const openWith = async (answers: Readonly<Record<string, string>>) => {
  const choices = Object.entries(answers).map(([setting, option]) => ({ setting, option }));
  const season = { id: '2027', name: '2027届', rulebookId: 'national-2022', choices };
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', season));
};
const begin = async (answers: Readonly<Record<string, string>>, organisation: string) => {
  await openWith(answers);
  const { version } = await choose(world, GRADUATE, 'employed', 'direct');
  const submission = await employedSubmission(world, GRADUATE, version);
  const fields = { ...submission.fields, organisation };
  dataOf(await world.call(GRADUATE, 'graduate', 'submit', { ...submission, fields }));
};
const arrive = async () => {
  const { version } = await home();
  dataOf(await world.call(GRADUATE, 'graduate', 'report', { version, outcome: 'accepted' }));
};

type Tick = { stepId: string; part?: 'done' | 'receipt'; isDone?: boolean; number?: string };
const asks = async ({ part = 'done', isDone = true, ...rest }: Tick) => {
  const { id: transferId, version } = await home();
  return { transferId, version, part, isDone, ...rest };
};
const byTeacher = async (tick: Tick, who = TEACHER) =>
  world.call(who, 'teacher', 'tickOffline', await asks(tick));
const bySecretary = async (tick: Tick, who = SECRETARY) => {
  const { transferId: _named, ...ticking } = await asks(tick);
  const memberId = memberNamed(world, '林小雨')._id;
  return world.call(who, 'secretary', 'tickOffline', { memberId, ...ticking });
};
const byGraduate = async (tick: Tick) => {
  const { transferId: _named, ...ticking } = await asks(tick);
  return world.call(GRADUATE, 'graduate', 'tickOffline', ticking);
};

const COMPANY = '共青团上海示例科技有限公司支部委员会';
const COMMITTEE = '上海示例科技有限公司团委';

describe('where the card is stamped after the submission', () => {
  beforeEach(async () => {
    await submitEmployed(world, GRADUATE);
  });

  it('is ticked before the school has approved, and moves nothing else', async () => {
    const before = await home();
    expect(await statuses()).toEqual(['card open']);
    dataOf(await byTeacher(STAMP));
    const { state, waitsFor, deadlineAt, offline, timeline } = await home();
    expect({ state, waitsFor, deadlineAt }).toEqual({
      state: 'submitted',
      waitsFor: before.waitsFor,
      deadlineAt: before.deadlineAt,
    });
    expect(offline).toMatchObject([
      { status: 'done', at: world.world.now, by: { role: 'teacher', name: '王芳' } },
    ]);
    expect(timeline.at(-1)).toMatchObject({ step: 'tick', offline: '《团员证》转出' });
  });

  it('completes with the arrival when everything on paper is done, and the graduate is told of the arrival', async () => {
    dataOf(await byTeacher(STAMP));
    const { id: transferId, version } = await home();
    const seen = { transferId, version, outcome: 'accepted' } as const;
    dataOf(await world.call(TEACHER, 'teacher', 'confirmStatus', seen));
    expect((await home()).state).toBe('completed');
    world.world.now += UNDO_APPROVAL_MS;
    await world.tick();
    const { notices } = dataOf(await world.call(GRADUATE, 'account', 'messages', {}));
    expect(notices.map(({ kind }) => kind)).toContain('accepted');
  });

  it('tells of the arrival, and that nothing is left, where the card is stamped while it is held', async () => {
    await giveCredits(world, GRADUATE, 5);
    const { id: transferId, version } = await home();
    const seen = { transferId, version, outcome: 'accepted' } as const;
    dataOf(await world.call(TEACHER, 'teacher', 'confirmStatus', seen));
    dataOf(await byTeacher(STAMP));
    expect((await home()).state).toBe('completed');
    world.world.now += UNDO_APPROVAL_MS;
    await world.tick();
    const [told] = world.store.all('notices').filter(({ kind }) => kind === 'accepted');
    expect(told).toMatchObject({ status: 'sent', accountId: GRADUATE });
    expect(told?.text).toContain('不用再办别的了');
  });

  it('counts the receiver’s days on from where they were', async () => {
    dataOf(await byTeacher(STAMP));
    expect(world.store.all('transfers')[0]?.waitingSince).toBe((await home()).timeline.at(-2)?.at);
  });

  it('is nobody’s but the college’s: neither graduate nor secretary stamps', async () => {
    expect(errorOf(await byGraduate(STAMP))).toBe('FORBIDDEN');
    expect(errorOf(await bySecretary(STAMP))).toBe('FORBIDDEN');
    expect(errorOf(await byTeacher(STAMP, OTHER_TEACHER))).toBe('NOT_FOUND');
    expect(errorOf(await bySecretary(STAMP, OTHER_SECRETARY))).toBe('NOT_FOUND');
  });

  it('survives a refusal: the card stays stamped', async () => {
    dataOf(await byTeacher(STAMP));
    const { version } = await home();
    const refused = { version, outcome: 'refused', reason: '选错了' } as const;
    dataOf(await world.call(GRADUATE, 'graduate', 'report', refused));
    const again = await employedSubmission(world, GRADUATE, (await home()).version);
    dataOf(await world.call(GRADUATE, 'graduate', 'submit', again));
    expect(await statuses()).toEqual(['card done']);
  });

  it('is taken back from the end, which is none any more', async () => {
    await arrive();
    dataOf(await byTeacher(STAMP));
    expect((await home()).state).toBe('completed');
    const undone = dataOf(await byTeacher(UNSTAMP));
    expect(undone).toMatchObject({ state: 'accepted', offline: [{ status: 'open', at: null }] });
  });
});

describe('where a letter with a number and a receipt is asked for', () => {
  const LETTER = { stepId: 'letter', number: '〔2028〕12 号' };
  const RECEIPT = { stepId: 'letter', part: 'receipt' } as const;

  beforeEach(async () => {
    await begin({ letter: 'receipt' }, COMPANY);
  });

  it('opens with the arrival, keeps the number, and is done when the receipt is back', async () => {
    expect(await statuses()).toEqual(['card open', 'letter later']);
    expect(errorOf(await byTeacher(LETTER))).toBe('TRANSFER_ILLEGAL_STEP');
    await arrive();
    expect(errorOf(await byTeacher({ stepId: 'letter' }))).toBe('FIELD_REQUIRED');
    dataOf(await byTeacher(LETTER));
    dataOf(await byTeacher(STAMP));
    expect((await home()).offline?.[1]).toMatchObject({ status: 'away', number: '〔2028〕12 号' });
    expect(await home()).toMatchObject({ state: 'accepted', waitsFor: 'graduate' });
    dataOf(await byTeacher(RECEIPT));
    expect((await home()).state).toBe('completed');
    expect((await home()).timeline.at(-2)).toMatchObject({ offline: '组织关系介绍信的回执' });
  });

  it('does not complete while only the receipt is missing', async () => {
    await arrive();
    dataOf(await byTeacher(STAMP));
    dataOf(await byTeacher(LETTER));
    expect((await home()).state).toBe('accepted');
  });
});

describe('where a committee takes people in', () => {
  const PLACED = { stepId: 'placed' };

  it('is not over before the graduate says which branch it is, and can be taken back', async () => {
    await begin({ letter: 'on-request', card: 'none' }, COMMITTEE);
    await arrive();
    expect(await statuses()).toEqual(['placed open']);
    expect((await home()).state).toBe('accepted');
    dataOf(await byGraduate(PLACED));
    expect((await home()).state).toBe('completed');
    dataOf(await byGraduate({ ...PLACED, isDone: false }));
    expect((await home()).state).toBe('accepted');
  });

  it('is ticked by the secretary for who never comes', async () => {
    await begin({ letter: 'on-request', card: 'none' }, COMMITTEE);
    await arrive();
    expect(dataOf(await bySecretary(PLACED)).state).toBe('completed');
  });

  it('asks nothing of whom a branch takes in: the arrival is the end', async () => {
    await begin({ letter: 'on-request', card: 'none' }, COMPANY);
    await arrive();
    expect((await home()).state).toBe('completed');
  });
});

it('lets the secretary tick what the branch collects, but not her own', async () => {
  await begin({ letter: 'on-request', card: 'by-branch' }, COMPANY);
  expect(errorOf(await byGraduate(STAMP))).toBe('FORBIDDEN');
  expect(dataOf(await bySecretary(STAMP)).offline).toMatchObject([{ status: 'done', by: { name: '周敏' } }]);
  const own = { memberId: memberNamed(world, '周敏')._id, version: 0, ...STAMP };
  expect(errorOf(await world.call(SECRETARY, 'secretary', 'tickOffline', own))).toBe('FORBIDDEN');
});

it('waits for the secretary with what the branch collects once the person has arrived', async () => {
  await begin({ letter: 'on-request', card: 'by-branch' }, COMPANY);
  await arrive();
  expect(await home()).toMatchObject({ state: 'accepted', waitsFor: 'secretary' });
});

it('signs the paper of who stays for a while, without moving the day it ends', async () => {
  await openWith({});
  const { version } = await choose(world, GRADUATE, 'no-organisation', 'keep');
  const residence = { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' };
  const submission = { version, fields: { currentResidence: residence }, screenshots: [] };
  const handed = dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission)).transfer;
  const decision = { transferId: handed.id, decision: 'record', seenOnSystem: true } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', { ...decision, version: handed.version }));
  const before = await home();
  expect(before).toMatchObject({ state: 'recorded', waitsFor: 'graduate' });
  world.world.now += 5 * 86_400_000;
  dataOf(await byGraduate({ stepId: 'notice' }));
  expect(await home()).toMatchObject({ state: 'recorded', waitsFor: 'nobody', opensAt: before.opensAt });
});

it('ticks once when two do it together', async () => {
  await submitEmployed(world, CLASSMATE);
  await submitEmployed(world, GRADUATE);
  const tick = await asks(STAMP);
  const replies = await Promise.all(
    [TEACHER, ADMIN].map((openid) => world.call(openid, 'teacher', 'tickOffline', tick)),
  );
  expect(replies.map(errorOf).sort()).toEqual(['TRANSFER_VERSION_STALE', 'none']);
});
