/** Whom a nudge may ask to go on: only who has the turn. */
import {
  creditsLeft,
  isSent,
  nextTemplate,
  nudgeOutcome,
  turnOf,
  waitsForCode,
  type Nudgeable,
} from '../../../../miniprogram/domain/reminding/nudge';
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

const at = (text: string): number => Date.parse(`2027-06-${text}+08:00`);
const NOW = at('10T12:00');
const idle: Nudgeable = {
  bound: true,
  waitingForCode: false,
  turn: 'graduate',
  lastNudgedAt: null,
  credits: 1,
};

it.each<[string, Partial<Nudgeable>, string, boolean]>([
  ['can be told', {}, 'nudged', true],
  ['has no credit left, which leaves the inbox', { credits: 0 }, 'no-credit', true],
  ['waits for a code', { waitingForCode: true }, 'waiting-code', false],
  ['was nudged this morning', { lastNudgedAt: at('10T00:00') }, 'today', false],
  ['was nudged a minute before today', { lastNudgedAt: at('09T23:59') }, 'nudged', true],
  ['has never signed in, whatever else', { bound: false, waitingForCode: true }, 'not-bound', false],
])('whoever %s', (_who, more, outcome, isOut) => {
  const came = nudgeOutcome({ ...idle, ...more }, NOW);
  expect([came, isSent(came)]).toEqual([outcome, isOut]);
});

it('waits for a code until somebody has given one', () => {
  const states = ['waiting', 'issued', 'revealed', 'escalated', 'expired', 'solved', 'failed', 'closed'];
  const open = states.filter((state) => waitsForCode({ resetRequests: [{ state }] }));
  expect(open).toEqual(['waiting', 'escalated']);
  expect(waitsForCode({ resetRequests: [{ state: 'failed' }, { state: 'waiting' }] })).toBe(true);
});

it('counts the consents for what they are told next: a code, a deadline, or else progress', () => {
  const byDeadline = TRANSFER_STATES.filter((state) => nextTemplate(state, false) === 'deadline');
  expect([...byDeadline].sort()).toEqual(
    ['submitted', 'approved', 'draft', 'returned', 'refused', 'lapsed', 'withdrawn'].sort(),
  );
  expect(nextTemplate(null, false)).toBe('deadline');
  expect(nextTemplate('recorded', false)).toBe('progress');
  expect(nextTemplate('approved', true)).toBe('code');
  const credits = { progress: 1, deadline: 2, code: 3, task: 4 };
  const transfer = { state: 'recorded' as const };
  expect(creditsLeft({ credits, transfer: null, resetRequests: [] })).toBe(2);
  expect(creditsLeft({ credits, transfer, resetRequests: [] })).toBe(1);
  expect(creditsLeft({ credits, transfer, resetRequests: [{ state: 'waiting' }] })).toBe(3);
});
