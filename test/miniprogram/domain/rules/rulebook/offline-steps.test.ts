import {
  deskStepOf,
  offlineStepsOf,
  type OfflineStep,
} from '../../../../../miniprogram/domain/rules/rulebook/offline-steps';

const step = (id: string, atDesk = false): OfflineStep => ({
  id,
  label: id,
  hint: '一句话',
  opens: 'submitted',
  who: 'college',
  receivedBy: 'any',
  atDesk,
  needs: [],
  source: '通知',
});
const RULES = { offlineSteps: [step('letter'), step('card', true), step('fee')] };

test('a route’s steps come in its own order; one that is no more is left out', () => {
  const route = { offlineSteps: ['fee', 'gone', 'letter'] };
  expect(offlineStepsOf(RULES, route).map(({ id }) => id)).toEqual(['fee', 'letter']);
  expect(offlineStepsOf(RULES, { offlineSteps: [] })).toHaveLength(0);
});

test('the step at the desk is the one with a code to scan', () => {
  expect(deskStepOf(RULES, { offlineSteps: ['letter', 'card'] })?.id).toBe('card');
  expect(deskStepOf(RULES, { offlineSteps: ['letter', 'fee'] })).toBeUndefined();
});
