import {
  deadlineFact,
  evidenceFact,
  keepingFacts,
  pastLines,
  recordedFact,
  resetLine,
} from '../../../../miniprogram/domain/words/person';
import type { Actor } from '../../../../miniprogram/domain/rules/roles';
import { RESET_STATES } from '../../../../miniprogram/domain/transfer/reset-states';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';
import { RULEBOOKS, rulebookOf } from '../../../../miniprogram/rulebooks';
import { at } from '../deadline-table';

const NOW = at('2027-06-10T12:00:00+08:00');
const rulebook = rulebookOf('national-2022') ?? RULEBOOKS[0]!;
const did = (step: string, role: Actor, name = '王芳', attempt = 1) => ({
  step,
  at: NOW,
  by: { role, name },
  attempt,
});

const onTheClock = (state: TransferState, deadline: string) => ({
  state,
  waitsFor: 'college' as const,
  pending: ['college' as const],
  timeline: [],
  deadlineAt: at(`2027-06-${deadline}+08:00`),
});
const deadlineOf = (...[state, deadline]: Parameters<typeof onTheClock>) =>
  deadlineFact(onTheClock(state, deadline), { reader: 'teacher', soonDays: 3, now: NOW });

test.each([
  ['14T10:00', '6月14日 10:00，还剩 4 天', ''],
  ['13T10:00', '6月13日 10:00，还剩 3 天', 'soon'],
  ['10T18:00', '6月10日 18:00，今天截止', 'soon'],
  ['09T18:00', '6月9日 18:00，1 天前到期', 'stop'],
])('a deadline on the %s reads “%s”', (deadline, value, tone) => {
  expect(deadlineOf('approved', deadline)).toEqual([{ label: '接收期限', value, tone }]);
});

test('before the school has approved it says who is asked, and who was late', () => {
  expect(deadlineOf('submitted', '14T10:00')[1]).toEqual({ label: '现在', value: '等你审批', tone: '' });
  expect(deadlineOf('submitted', '09T18:00')[0]?.value).toBe(
    '6月9日 18:00，1 天前到期。学院还没批，不是本人的问题',
  );
});

test('a deadline is said while somebody still has to act on it', () => {
  const said = TRANSFER_STATES.filter((state) => deadlineOf(state, '14T10:00').length > 0);
  expect(said).toEqual(['submitted', 'approved', 'timedOut']);
  const clockless = { ...onTheClock('approved', '14T10:00'), deadlineAt: null };
  for (const none of [null, clockless])
    expect(deadlineFact(none, { reader: 'secretary', soonDays: 3, now: NOW })).toHaveLength(0);
});

test.each<[TransferState, Actor, string | null, string]>([
  ['returned', 'teacher', '名称不完整', '第 1 次，学院退回：名称不完整'],
  ['returned', 'secretary', null, '第 1 次，团支书退回'],
  ['refused', 'graduate', '不认识', '第 1 次，对方退回：不认识'],
  ['lapsed', 'system', null, '第 1 次，系统退回'],
  ['timedOut', 'system', null, '第 1 次，到期'],
  ['withdrawn', 'graduate', null, '第 1 次，本人撤回'],
  ['recorded', 'teacher', null, '第 1 次，学院已登记'],
  ['approved', 'teacher', null, '第 1 次，没办成'],
])('an earlier attempt that ended as %s by the %s', (endedAs, role, reason, line) => {
  const timeline = [did('return', role)];
  expect(pastLines({ timeline, past: [{ attempt: 1, endedAs, reason }] })).toEqual([line]);
});

test('nothing is said of earlier attempts where there is none', () => {
  expect(pastLines(null)).toHaveLength(0);
  expect(pastLines({ timeline: [], past: [] })).toHaveLength(0);
});

test.each(RESET_STATES)('a request that is %s says when, what became of it and who answers', (state) => {
  const line = resetLine({ state, requestedAt: NOW, handler: { name: '周敏' } });
  expect(line).toMatch(/^6月10日 12:00 要验证码，.{2,}（周敏）$/);
});

test.each<[Actor, string]>([
  ['secretary', '王芳（团支书）'],
  ['teacher', '王芳（老师）'],
  ['committee', '王芳（校团委）'],
])('what the %s recorded for somebody says so', (role, value) => {
  const facts = recordedFact({ timeline: [did('submit', role)] });
  expect(facts).toEqual([{ label: '代记', value, tone: '' }]);
});

test('nothing is said to be recorded of who acted themselves, or has nothing', () => {
  expect(recordedFact({ timeline: [did('submit', 'graduate')] })).toHaveLength(0);
  expect(recordedFact(null)).toHaveLength(0);
});

test('evidence stands there once they have arrived', () => {
  const timeline = [{ ...did('report-accepted', 'graduate'), seenOnSystem: false }];
  expect(evidenceFact({ state: 'accepted', timeline })).toEqual([
    { label: '依据', value: '本人报告 6月10日', tone: '' },
  ]);
  expect(evidenceFact({ state: 'approved', timeline })).toHaveLength(0);
});

describe('a relation the school keeps', () => {
  const kept = {
    state: 'recorded' as const,
    wayId: 'no-organisation',
    routeId: 'keep',
    timeline: [{ step: 'record', at: at('2027-05-10T10:00:00+08:00') }],
  };

  test('says until when, and when to get in touch as long as that is to come', () => {
    expect(keepingFacts(kept, rulebook, NOW)).toEqual([
      { label: '保留在学校', value: '到 2027年11月10日，最长到 2028年5月10日', tone: '' },
      { label: '下次联系', value: '8月10日', tone: '' },
    ]);
    expect(keepingFacts(kept, rulebook, at('2027-12-01T10:00:00+08:00')).map(({ label }) => label)).toEqual([
      '保留在学校',
    ]);
  });

  test.each([
    ['whose way the reader is not told', { ...kept, wayId: null }],
    ['whose route the reader is not told', { ...kept, routeId: null }],
    ['on a way nobody knows', { ...kept, wayId: 'moon' }],
    ['on a way that leads away', { ...kept, wayId: 'employed', routeId: 'direct' }],
  ])('says nothing of one %s', (_which, transfer) => {
    expect(keepingFacts(transfer, rulebook, NOW)).toHaveLength(0);
    expect(keepingFacts(null, rulebook, NOW)).toHaveLength(0);
  });
});
