import { MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { isStillTrue } from '../../../../miniprogram/domain/reminding/still-true';
import { audienceOf, heldUntil, toldOfStep } from '../../../../miniprogram/domain/reminding/told';
import { TRANSFER_STEPS, type TransferStep } from '../../../../miniprogram/domain/transfer/steps';
import { TRANSITIONS } from '../../../../miniprogram/domain/transfer/lifecycle';
import { waitsForOf } from '../../../../miniprogram/domain/transfer/waits-for';

it('asks one approver after the other, and tells the graduate when the last has approved', () => {
  const told = (
    state: 'submitted' | 'approved',
    pending: ('secretary' | 'college')[],
    step: TransferStep,
  ) => {
    const waitsFor = waitsForOf({ state, pending, paper: 'graduate' });
    return toldOfStep(step, 'teacher')
      .map((kind) => ({ kind, audience: audienceOf(kind, waitsFor) }))
      .filter((one) => isStillTrue(one, { state, waitsFor }))
      .map(({ kind, audience }) => `${kind} to ${audience}`);
  };
  expect(told('submitted', ['secretary', 'college'], 'submit')).toEqual(['approval-waiting to secretary']);
  expect(told('submitted', ['college'], 'approve')).toEqual(['approval-waiting to teacher']);
  expect(told('approved', [], 'approve')).toEqual(['approved to graduate']);
});

it.each(TRANSFER_STEPS)('tells of %s only what is true where it can lead', (step) => {
  const states = TRANSITIONS.filter((line) => line.step === step).map(({ to }) => to);
  for (const kind of toldOfStep(step, 'teacher')) {
    const isTrue = states.some((state) => {
      const waitsFor = waitsForOf({ state, pending: ['college'], paper: 'graduate' });
      return isStillTrue({ kind, audience: audienceOf(kind, waitsFor) }, { state, waitsFor });
    });
    expect([kind, isTrue]).toEqual([kind, true]);
  }
});

it('tells nobody what they reported themselves', () => {
  expect(toldOfStep('report-accepted', 'graduate')).toEqual([]);
  expect(toldOfStep('report-accepted', 'secretary')).toEqual(['accepted']);
});

it('holds an approval until it can no longer be taken back, and nothing else', () => {
  for (const step of TRANSFER_STEPS) expect(heldUntil(step, 0)).toBe(step === 'approve' ? 10 * MINUTE_MS : 0);
});
