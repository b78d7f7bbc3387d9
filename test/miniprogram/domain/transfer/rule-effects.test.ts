/** What a new version of the rules does to somebody who is on their way. */
import { routeOf } from '../../../../miniprogram/domain/rules/rulebook';
import { applyEdits } from '../../../../miniprogram/domain/rules/rulebook/apply-edits';
import { effectOn } from '../../../../miniprogram/domain/transfer/rule-effects';
import { national2022 } from '../../../../miniprogram/rulebooks/national-2022';

const ON_THEIR_WAY = {
  state: 'accepted',
  wayId: 'employed',
  routeId: 'direct',
  fields: { organisation: '澄江智能装备有限公司团支部' },
  offline: [],
} as const;
const without = (...paths: string[]) =>
  applyEdits(
    national2022,
    paths.map((path) => ({ path, value: null })),
  );
/** Every step on paper that whoever is on this route has. */
const STEPS = (routeOf(national2022, 'employed', 'direct')?.offlineSteps ?? []).map(
  (id) => `offlineSteps.${id}`,
);
const done = (...ids: string[]) => ({
  ...ON_THEIR_WAY,
  offline: ids.map((stepId) => ({
    stepId,
    at: 1000,
    by: { role: 'teacher', name: '王芳' } as const,
    number: '12',
    receiptAt: 2000,
  })),
});

it('completes who arrived and had nothing left but the steps that were taken out', () => {
  const paperless = without(...STEPS);
  expect(effectOn(national2022, paperless, ON_THEIR_WAY)).toBe('completed');
  expect(effectOn(national2022, paperless, { ...ON_THEIR_WAY, state: 'approved' })).toBeNull();
});

it('completes nobody who still has a step to do, nor who had none before', () => {
  const noLetter = without('offlineSteps.letter');
  expect(effectOn(national2022, noLetter, ON_THEIR_WAY)).toBeNull();
  expect(effectOn(national2022, noLetter, done('card'))).toBe('completed');
  expect(effectOn(national2022, noLetter, done('card', 'letter'))).toBeNull();
  expect(effectOn(without(...STEPS), national2022, ON_THEIR_WAY)).toBeNull();
});

it('asks a committee’s new member for the step of a committee too', () => {
  const fields = { organisation: '澄江智能装备有限公司团委' };
  expect(effectOn(national2022, without('offlineSteps.letter'), { ...done('card'), fields })).toBeNull();
});

it('keeps on their route whom it is closed behind, once', () => {
  const closed = without('ways.employed.routes.direct');
  const approved = { ...ON_THEIR_WAY, state: 'approved' } as const;
  expect(effectOn(national2022, closed, approved)).toBe('kept');
  expect(effectOn(closed, closed, approved)).toBeNull();
  expect(effectOn(closed, national2022, approved)).toBeNull();
  expect(effectOn(national2022, national2022, approved)).toBeNull();
});

it('says nothing of a way that one of the two versions does not have', () => {
  const added = { ...national2022, ways: national2022.ways.filter(({ id }) => id !== 'employed') };
  expect(effectOn(added, national2022, ON_THEIR_WAY)).toBeNull();
  expect(effectOn(national2022, added, ON_THEIR_WAY)).toBeNull();
});
