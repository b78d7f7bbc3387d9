import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
import { waitsForOf } from '../../../../miniprogram/domain/transfer/waits-for';

test.each([
  ['planned', [], true, 'nobody'],
  ['draft', [], true, 'graduate'],
  ['submitted', ['secretary', 'college'], true, 'secretary'],
  ['submitted', ['college'], true, 'college'],
  ['returned', [], true, 'graduate'],
  ['approved', [], true, 'receiver'],
  ['refused', [], true, 'graduate'],
  ['timedOut', [], true, 'graduate'],
  ['lapsed', [], true, 'graduate'],
  ['accepted', [], true, 'graduate'],
  ['accepted', [], false, 'nobody'],
  ['registered', [], false, 'college'],
  ['recorded', [], false, 'nobody'],
  ['withdrawn', [], true, 'graduate'],
  ['completed', [], true, 'nobody'],
] as const)('%s with %j to come and paper left %s waits for the %s', (state, pending, isPaperLeft, who) => {
  expect(waitsForOf({ state, pending, isPaperLeft })).toBe(who);
});

test('a submission whose approvals are all in waits for nobody else than the college', () => {
  expect(waitsForOf({ state: 'submitted', pending: [], isPaperLeft: true })).toBe('college');
});

test('every state waits for somebody or for nobody', () => {
  for (const state of TRANSFER_STATES)
    expect(waitsForOf({ state, pending: ['college'], isPaperLeft: true })).toBeTruthy();
});
