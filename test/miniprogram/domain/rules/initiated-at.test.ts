import { judgeInitiatedAt } from '../../../../miniprogram/domain/rules/initiated-at';
import { INITIATED, SEASON_OPENED } from '../initiated-at-table';

it.each(INITIATED)('%s', (_case, initiated, now, verdict) => {
  const facts = { now: Date.parse(now), seasonOpenedAt: Date.parse(SEASON_OPENED) };
  expect(judgeInitiatedAt(Date.parse(initiated), facts)).toBe(verdict);
});
