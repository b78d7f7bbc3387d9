import { isRevocable } from '../../../../../miniprogram/domain/rules/rulebook/approvals';
import { at } from '../../deadline-table';

const LAST_DAY = { month: 8, day: 31 };
const LAST_MOMENT = at('2027-09-01T00:00:00+08:00') - 1;

test.each([
  ['before the receiver acts, on any day', 'decided', null, LAST_MOMENT + 1, true],
  ['before the receiver acts, to the last moment of the last day', 'decided', LAST_DAY, LAST_MOMENT, true],
  ['no longer after that day', 'decided', LAST_DAY, LAST_MOMENT + 1, false],
  ['never where only what waits for approval can be taken back', 'approved', null, 0, false],
  ['never there, also before the last day', 'approved', LAST_DAY, 0, false],
] as const)('what the school has let go can be revoked: %s', (_when, until, lastDay, now, is) => {
  expect(isRevocable({ until, lastDay, source: '通知' }, 2027, now)).toBe(is);
});
