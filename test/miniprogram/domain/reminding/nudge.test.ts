/** Whom a nudge may ask to go on: only who has the turn. */
import { nudgeOutcome, turnOf } from '../../../../miniprogram/domain/reminding/nudge';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';
import { waitsForOf, type WaitsFor } from '../../../../miniprogram/domain/transfer/waits-for';

const outcomeIn = (state: TransferState | null, more: { overAge?: boolean; paper?: WaitsFor } = {}) => {
  const { overAge = false, paper = 'graduate' } = more;
  const transfer = state && { waitsFor: waitsForOf({ state, pending: ['college'], paper }) };
  const turn = turnOf({ transfer, overAge });
  return nudgeOutcome({ bound: true, waitingForCode: false, turn, lastNudgedAt: null, credits: 1 }, 0);
};

const NUDGED: Readonly<Record<TransferState, boolean>> = {
  planned: false,
  draft: true,
  submitted: false,
  returned: true,
  approved: false,
  refused: true,
  timedOut: true,
  lapsed: true,
  accepted: true,
  registered: false,
  recorded: true,
  withdrawn: true,
  completed: false,
};

it.each(TRANSFER_STATES)('whoever is %s is asked only if it is their turn', (state) => {
  expect(outcomeIn(state)).toBe(NUDGED[state] ? 'nudged' : 'nothing-to-do');
});

it('asks who has not begun, and nobody whose papers are done', () => {
  expect(outcomeIn(null)).toBe('nudged');
  for (const state of ['accepted', 'recorded'] as const)
    expect(outcomeIn(state, { paper: 'nobody' })).toBe('nothing-to-do');
});

it.each([null, ...TRANSFER_STATES])('never asks somebody over age, %s', (state) => {
  expect(outcomeIn(state, { overAge: true })).toBe('nothing-to-do');
});

it('does not count it against somebody over age that they never signed in', () => {
  const idle = { bound: false, waitingForCode: false, lastNudgedAt: null, credits: 0 };
  expect(nudgeOutcome({ ...idle, turn: 'nobody' }, 0)).toBe('nothing-to-do');
  expect(nudgeOutcome({ ...idle, turn: 'graduate' }, 0)).toBe('not-bound');
});
