import { shownEnd, shownState } from '../../../../miniprogram/domain/transfer/shown-state';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import type { WaitsFor } from '../../../../miniprogram/domain/transfer/waits-for';
import { STATE_WORDS } from '../../../../miniprogram/domain/words/states';

type Role = 'graduate' | 'secretary' | 'teacher' | 'committee';
const did = (step: string, role: Role, attempt = 1) => ({ step, by: { role }, attempt });

it.each<[TransferState, WaitsFor, ReturnType<typeof did>[], string]>([
  ['submitted', 'secretary', [], '等团支书审批'],
  ['submitted', 'college', [], '等学院审批'],
  ['submitted', 'college', [did('approve', 'secretary')], '等学院审批'],
  ['approved', 'receiver', [did('approve', 'secretary')], '团支书已批准'],
  ['approved', 'receiver', [did('approve', 'secretary'), did('approve', 'teacher')], '学院已批准'],
  ['approved', 'receiver', [did('approve', 'secretary'), did('confirm-here', 'teacher')], '学院已批准'],
  ['returned', 'graduate', [did('return', 'secretary')], '团支书退回'],
  ['returned', 'graduate', [did('return', 'secretary'), did('return', 'committee', 2)], '学院退回'],
  ['returned', 'graduate', [did('return', 'secretary'), did('reopen', 'teacher')], '学院退回'],
  ['returned', 'graduate', [did('return', 'secretary'), did('hurry', 'graduate')], '团支书退回'],
  ['approved', 'receiver', [did('approve', 'secretary'), did('tick', 'teacher')], '团支书已批准'],
  ['approved', 'receiver', [], '学院已批准'],
  ['withdrawn', 'graduate', [], '已撤回'],
  ['withdrawn', 'graduate', [did('withdraw', 'graduate')], '已撤回'],
  ['withdrawn', 'graduate', [did('close', 'teacher'), did('withdraw', 'graduate')], '已撤回'],
  ['withdrawn', 'graduate', [did('close', 'teacher'), did('change-situation', 'graduate')], '已撤回'],
  ['withdrawn', 'nobody', [did('close', 'teacher'), did('tick', 'graduate')], '学院已结束'],
  ['withdrawn', 'nobody', [did('withdraw', 'graduate'), did('close', 'teacher')], '学院已结束'],
  ['refused', 'graduate', [did('return', 'secretary')], '对方退回'],
])('%s, waiting for %s, is called by who acted (%#)', (state, waitsFor, timeline, words) => {
  expect(STATE_WORDS[shownState({ state, waitsFor, pending: [], timeline })]).toBe(words);
});

it.each([
  [['college'], 'lapsed-at-school'],
  [[], 'lapsed'],
] as const)('sent back by the system with approvals %j left, it is %s', (pending, shown) => {
  expect(shownState({ state: 'lapsed', waitsFor: 'graduate', pending, timeline: [] })).toBe(shown);
});

it('names nothing that has not begun', () => {
  expect(shownState(null)).toBe('none');
});

it('says of each earlier attempt who returned that one', () => {
  const timeline = [did('return', 'teacher', 1), did('return', 'secretary', 2)];
  const ends = [1, 2].map((attempt) => shownEnd({ attempt, endedAs: 'returned' }, timeline));
  expect(ends).toEqual(['returned', 'returned-by-secretary']);
});

it('says of an approved attempt who approved it, and of any other end nothing of who acted', () => {
  const timeline = [did('approve', 'secretary')];
  expect(shownEnd({ attempt: 1, endedAs: 'approved' }, timeline)).toBe('approved-by-secretary');
  expect(shownEnd({ attempt: 2, endedAs: 'approved' }, timeline)).toBe('approved');
  expect(shownEnd({ attempt: 1, endedAs: 'refused' }, timeline)).toBe('refused');
});
