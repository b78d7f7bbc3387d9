import { MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { isResetNoticeStillTrue, isStillTrue } from '../../../../miniprogram/domain/reminding/still-true';
import {
  audienceOf,
  heldUntil,
  ONCE_A_DAY,
  toldOfReset,
  toldOfStep,
} from '../../../../miniprogram/domain/reminding/told';
import type { Actor } from '../../../../miniprogram/domain/rules/roles';
import { RESET_STATES } from '../../../../miniprogram/domain/transfer/reset-states';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
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
  expect(toldOfStep('report-returned', 'graduate')).toEqual([]);
  expect(toldOfStep('submit', 'graduate')).toEqual(['approval-waiting']);
  expect(toldOfStep('report-refused', 'graduate')).toEqual(['refused', 'refusal-waiting']);
  expect(toldOfStep('report-accepted', 'secretary')).toEqual(['accepted']);
});

it('holds an approval, and what the college has seen in the list, until a slip has been noticed, and nothing else', () => {
  const held = (actor: Actor) =>
    TRANSFER_STEPS.filter((step) => heldUntil(step, actor, 0) === 10 * MINUTE_MS);
  const seen = ['confirm-arrived', 'confirm-here', 'report-accepted', 'report-refused', 'report-returned'];
  for (const actor of ['teacher', 'committee'] as const)
    expect(new Set(held(actor))).toEqual(new Set(['approve', ...seen]));
  for (const actor of ['graduate', 'secretary', 'system'] as const) expect(held(actor)).toEqual(['approve']);
  expect(heldUntil('return', 'teacher', 5)).toBe(5);
});

it('holds whatever the college can take back and somebody is told of', () => {
  const origins = TRANSITIONS.filter(({ step }) => step === 'undo-evidence').map(({ from }) => from);
  const evidence = TRANSITIONS.filter(
    ({ step, to, by }) =>
      origins.includes(to) && by.includes('teacher') && toldOfStep(step, 'teacher').length > 0,
  ).filter(({ step }) => step.startsWith('report-') || step.startsWith('confirm-'));
  expect(evidence.length).toBeGreaterThan(0);
  for (const { step } of evidence)
    expect([step, heldUntil(step, 'teacher', 0)]).toEqual([step, 10 * MINUTE_MS]);
});

/** Whom each step tells of what, while the college comes next; a step that is not here tells nobody. */
const TOLD: Partial<Record<TransferStep, readonly string[]>> = {
  submit: ['approval-waiting to teacher'],
  register: ['registration-waiting to teacher'],
  hurry: ['approval-asked to teacher'],
  approve: ['approved to graduate', 'approval-waiting to teacher'],
  return: ['returned to graduate'],
  'report-accepted': ['accepted to graduate'],
  'report-refused': ['refused to graduate', 'refusal-waiting to teacher'],
  'report-returned': ['returned to graduate'],
  'confirm-arrived': ['accepted to graduate'],
  'confirm-here': ['still-here to graduate'],
  'change-situation': ['situation-changed to teacher'],
  'time-out': ['timed-out to graduate'],
  record: ['recorded to graduate'],
  reopen: ['returned to graduate'],
  close: ['case-closed to graduate'],
};

it.each(TRANSFER_STEPS)('tells whom it concerns of %s', (step) => {
  const told = toldOfStep(step, 'teacher').map((kind) => `${kind} to ${audienceOf(kind, 'college')}`);
  expect(told).toEqual(TOLD[step] ?? []);
});

it.each([
  ['waiting', 'code-requested', 'secretary'],
  ['escalated', 'code-escalated', 'teacher'],
  ['issued', 'code-issued', 'graduate'],
  ['closed', 'code-closed', 'graduate'],
] as const)(
  'tells of a request that is %s by %s, to the %s, and only as long as it is',
  (state, kind, who) => {
    expect(toldOfReset(state)).toEqual([kind]);
    expect(audienceOf(kind, 'graduate')).toBe(who);
    expect(RESET_STATES.filter((each) => isResetNoticeStillTrue(kind, each))).toEqual([state]);
  },
);

it('tells nobody of what the graduate did with a code, and warns the secretary only while they can answer', () => {
  for (const state of ['revealed', 'solved', 'failed', 'expired'] as const)
    expect(toldOfReset(state)).toEqual([]);
  expect(audienceOf('code-waiting', 'graduate')).toBe('secretary');
  expect(RESET_STATES.filter((state) => isResetNoticeStillTrue('code-waiting', state))).toEqual(['waiting']);
  expect(isResetNoticeStillTrue('approved', 'waiting')).toBe(false);
});

it('tells the graduate of a return also when the system itself sent it back, and not once they corrected it', () => {
  const isTrueIn = (state: 'returned' | 'lapsed' | 'submitted' | 'draft') =>
    isStillTrue({ kind: 'returned', audience: 'graduate' }, { state, waitsFor: 'graduate' });
  expect([isTrueIn('returned'), isTrueIn('lapsed'), isTrueIn('submitted'), isTrueIn('draft')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('still tells of a record once the papers are done, and of a nudge whatever became of the transfer', () => {
  const toGraduate = { audience: 'graduate', waitsFor: 'nobody' } as const;
  for (const state of ['recorded', 'completed'] as const)
    expect(isStillTrue({ kind: 'recorded', ...toGraduate }, { state, ...toGraduate })).toBe(true);
  expect(isStillTrue({ kind: 'nudged', ...toGraduate }, { state: 'none', ...toGraduate })).toBe(true);
});

it('asks only who comes next for an approval', () => {
  const asks = (audience: 'secretary' | 'teacher', waitsFor: 'secretary' | 'college') =>
    isStillTrue({ kind: 'approval-waiting', audience }, { state: 'submitted', waitsFor });
  expect([asks('secretary', 'secretary'), asks('teacher', 'college')]).toEqual([true, true]);
  expect([asks('secretary', 'college'), asks('teacher', 'secretary')]).toEqual([false, false]);
});

it('tells the college of a changed situation until it is handed in again', () => {
  const states = TRANSFER_STATES.filter((state) =>
    isStillTrue({ kind: 'situation-changed', audience: 'teacher' }, { state, waitsFor: 'graduate' }),
  );
  expect(states).toEqual(['planned', 'draft']);
});

it('tells staff once a day and person of everything a step of a transfer asks of them', () => {
  const asked = TRANSFER_STEPS.flatMap((step) => toldOfStep(step, 'teacher')).filter(
    (kind) => audienceOf(kind, 'college') !== 'graduate',
  );
  expect(new Set(ONCE_A_DAY)).toEqual(new Set(asked));
});
