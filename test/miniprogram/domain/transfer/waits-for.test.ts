import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
import { waitsForOf } from '../../../../miniprogram/domain/transfer/waits-for';

test.each([
  ['planned', [], 'graduate', 'nobody'],
  ['draft', [], 'graduate', 'graduate'],
  ['submitted', ['secretary', 'college'], 'graduate', 'secretary'],
  ['submitted', ['college'], 'graduate', 'college'],
  ['returned', [], 'graduate', 'graduate'],
  ['approved', [], 'graduate', 'receiver'],
  ['refused', [], 'graduate', 'graduate'],
  ['timedOut', [], 'graduate', 'graduate'],
  ['lapsed', [], 'graduate', 'graduate'],
  ['accepted', [], 'graduate', 'graduate'],
  ['accepted', [], 'college', 'college'],
  ['accepted', [], 'nobody', 'nobody'],
  ['recorded', [], 'graduate', 'graduate'],
  ['registered', [], 'nobody', 'college'],
  ['recorded', [], 'nobody', 'nobody'],
  ['withdrawn', [], 'graduate', 'graduate'],
  ['completed', [], 'graduate', 'nobody'],
] as const)(
  '%s with %j to come and paper waiting for the %s waits for the %s',
  (state, pending, paper, who) => {
    expect(waitsForOf({ state, pending, paper })).toBe(who);
  },
);

test('a submission whose approvals are all in waits for nobody else than the college', () => {
  expect(waitsForOf({ state: 'submitted', pending: [], paper: 'graduate' })).toBe('college');
});

test('every state waits for somebody or for nobody', () => {
  for (const state of TRANSFER_STATES)
    expect(waitsForOf({ state, pending: ['college'], paper: 'graduate' })).toBeTruthy();
});
