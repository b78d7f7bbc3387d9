/** What an event tells, by the records as they are when it is told: nothing that is no longer so. */
import {
  nudgeCause,
  resetCause,
  resetFacts,
  toldState,
  transferCause,
} from '../../../../../cloudfunctions/_shared/notices/telling/causes';
import {
  currentSeason,
  forCollege,
  type CollegeSeason,
} from '../../../../../cloudfunctions/_shared/season/season';
import type {
  Branch,
  Event,
  Member,
  ResetRequest,
  Transfer,
} from '../../../../../cloudfunctions/_shared/store/records';
import { chinaDay, DAY_MS, HOUR_MS } from '../../../../../miniprogram/domain/calendar/china-time';
import { EVENT_LIFE_MS } from '../../../../../miniprogram/domain/reminding/due-notice';
import type { Actor } from '../../../../../miniprogram/domain/rules/roles';
import {
  GRADUATE,
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../../support/people';
import { dataOf, START } from '../../../support/world';

let transfer: Transfer;
let request: ResetRequest;
let event: Event;
let member: Member;
let branch: Branch;
let season: CollegeSeason;
beforeAll(async () => {
  const { world, university } = await openUniversity();
  await submitEmployed(world, GRADUATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  [transfer, request] = [world.store.all('transfers')[0]!, world.store.all('resetRequests')[0]!];
  event = world.store.all('audits').find(({ action }) => action === 'submit')!;
  member = memberNamed(world, '林小雨');
  branch = world.store.all('branches').find(({ _id }) => _id === member.branchId)!;
  season = forCollege(await currentSeason(world.ports), university.collegeId);
});

const entry = (step: string, role: Actor, note?: string) => ({
  at: START,
  step,
  by: { role, name: '王芳' },
  attempt: 1,
  ...(note ? { note } : {}),
});

it.each<[string, Transfer['state'], ReturnType<typeof entry>[], string]>([
  ['has arrived', 'accepted', [entry('report-accepted', 'graduate')], 'accepted'],
  [
    'was completed by the arrival itself',
    'completed',
    [entry('report-accepted', 'graduate'), entry('complete', 'system')],
    'accepted',
  ],
  [
    'was completed by a stamp',
    'completed',
    [entry('tick', 'teacher'), entry('complete', 'system')],
    'completed',
  ],
  [
    'was completed by somebody',
    'completed',
    [entry('report-accepted', 'graduate'), entry('complete', 'teacher')],
    'completed',
  ],
])('of one that %s is told that it is as it is', (_what, state, timeline, told) => {
  expect(toldState({ ...transfer, state, timeline }, START - 1)).toBe(told);
});

it('of one that was completed by a stamp before the message was made is told that it has arrived', () => {
  const timeline = [
    entry('confirm-arrived', 'teacher'),
    entry('tick', 'teacher'),
    entry('complete', 'system'),
  ];
  expect(toldState({ ...transfer, state: 'completed', timeline }, START)).toBe('accepted');
});

describe('a step', () => {
  const cause = (more: Partial<Event> = {}, now: Partial<Transfer> = {}) =>
    transferCause({ ...event, ...more }, { ...transfer, ...now }, season);

  it('is told from when it may leave, for as long as it is news', () => {
    expect(cause().told).toMatchObject([
      { kind: 'approval-waiting', audience: 'teacher', dueAt: event.at, notAfter: event.at + EVENT_LIFE_MS },
    ]);
    const held = event.at + HOUR_MS;
    expect(cause({ tellAt: held }).told).toMatchObject([{ dueAt: held, notAfter: held + EVENT_LIFE_MS }]);
  });

  it('is not told of an attempt that is over, nor when it is no longer so', () => {
    expect(cause({}, { attempt: 2 }).told).toEqual([]);
    expect(cause({}, { state: 'withdrawn', waitsFor: 'graduate' }).told).toEqual([]);
  });

  it('is told with the words of its own entry, and who took it', () => {
    const returned = {
      action: 'return',
      actor: { role: 'secretary', accountId: SECRETARY },
      at: START,
    } as const;
    const timeline = [entry('return', 'secretary', '名称不完整')];
    const now = { state: 'returned', timeline, reason: '后来的原因' } as const;
    expect(cause(returned, now).facts).toMatchObject({
      reason: '名称不完整',
      byName: '王芳',
      bySecretary: true,
    });
    expect(cause({ ...returned, at: START + 1 }, now).facts).toMatchObject({
      reason: '后来的原因',
      byName: null,
    });
    expect(cause().facts.bySecretary).toBe(false);
  });
});

describe('a request for a code', () => {
  const cause = (to: ResetRequest['state'], now: Partial<ResetRequest>) =>
    resetCause({ ...event, at: START, tellAt: START, facts: { to } }, { ...request, ...now });

  it('is told as long as it is in that state', () => {
    expect(cause('waiting', { state: 'waiting' }).told).toMatchObject([{ kind: 'code-requested' }]);
    expect(cause('waiting', { state: 'issued' }).told).toEqual([]);
  });

  it.each<[ResetRequest['state'], Partial<ResetRequest>, number]>([
    ['waiting', { escalatesAt: START + 5 }, START + 5],
    ['issued', { expiresAt: START + 7 }, START + 7],
    ['escalated', { escalatesAt: null, expiresAt: null }, START + EVENT_LIFE_MS],
  ])('that is %s is of use to its end', (state, more, notAfter) => {
    expect(cause(state, { ...more, state }).told).toMatchObject([{ dueAt: START, notAfter }]);
  });

  it('tells why it was closed, and before that why it was handed on', () => {
    const words = { escalationReason: '列表里找不到', closedReason: '不是我们学院的人' };
    expect(resetFacts({ ...request, ...words, state: 'closed' }, START).reason).toBe('不是我们学院的人');
    expect(resetFacts({ ...request, ...words, state: 'escalated' }, START).reason).toBe('列表里找不到');
  });

  it('tells what the graduate wrote where nobody said why it was handed on', () => {
    const words = { note: '之前的验证码不管用', escalationReason: null, state: 'escalated' } as const;
    expect(resetFacts({ ...request, ...words }, START).reason).toBe('之前的验证码不管用');
  });
});

describe('a nudge', () => {
  const nudge = (accountId: string, at = START) =>
    nudgeCause({ ...event, at, tellAt: at, actor: { role: 'secretary', accountId } }, member, {
      branch,
      season,
    });

  it('is about the person on that day, and of no use the day after', () => {
    const { owner, told } = nudge(SECRETARY);
    expect(owner).toMatchObject({ memberId: member._id, accountId: GRADUATE });
    expect(told).toMatchObject([
      { kind: 'nudged', audience: 'graduate', dueAt: START, notAfter: START + DAY_MS },
    ]);
    expect(told[0]?.id).toContain(String(chinaDay(START)));
  });

  it('at night counts from the morning, when it can be read', () => {
    const night = Date.UTC(2027, 4, 10, 15, 30);
    expect(nudge(SECRETARY, night).told).toMatchObject([{ notAfter: Date.UTC(2027, 4, 11) + DAY_MS }]);
  });

  it('names the secretary it comes from, and nobody where it does not come from one', () => {
    expect(nudge(SECRETARY).facts.byName).toBe('周敏');
    expect(nudge(TEACHER).facts.byName).toBeNull();
  });
});
