import type { Actor } from '../../../../miniprogram/domain/rules/roles';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import { evidenceWords } from '../../../../miniprogram/domain/words/evidence';

const AT = Date.UTC(2026, 5, 17, 2);
const entry = (step: string, role: Actor, seenOnSystem = false) => ({
  step,
  at: AT,
  by: { role },
  seenOnSystem,
});
const said = (state: TransferState, ...timeline: ReturnType<typeof entry>[]) =>
  evidenceWords({ state, timeline });

it.each([
  ['confirm-arrived', 'teacher', true, '列表核对 6月17日'],
  ['report-accepted', 'teacher', true, '列表核对 6月17日'],
  ['report-accepted', 'secretary', true, '列表核对 6月17日'],
  ['report-accepted', 'graduate', false, '本人报告 6月17日'],
  ['report-accepted', 'secretary', false, '团支书核对 6月17日'],
  ['report-accepted', 'teacher', false, '学院核对 6月17日'],
  ['report-accepted', 'committee', false, '校团委核对 6月17日'],
  ['report-accepted', 'system', false, '到期按规则 6月17日'],
  ['record', 'teacher', false, '学院登记 6月17日'],
] as const)('%s by the %s, seen there %s: %s', (step, role, seen, words) => {
  expect(
    said('accepted', entry('submit', 'graduate'), entry(step, role, seen), entry('tick', 'teacher')),
  ).toBe(words);
});

it('says nothing of who has not arrived, or has been put back', () => {
  expect(evidenceWords(null)).toBe('');
  expect(
    said('approved', entry('confirm-arrived', 'teacher', true), entry('confirm-here', 'teacher', true)),
  ).toBe('');
});
