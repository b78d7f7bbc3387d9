/** What each level finds to change, and what is said of a change to something else. */
import { checkDraft } from '../../../../../miniprogram/domain/rules/overlay/check';
import type { Overlay } from '../../../../../miniprogram/domain/rules/overlay/edition';
import type { Level } from '../../../../../miniprogram/domain/rules/overlay/place';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const draft = (overlay: Overlay, level: Level, id = national2022.id, lower: readonly Overlay[] = []) =>
  checkDraft({ shipped: national2022, id, lower }, overlay, level);
const ofPractice = (level: Level) => draft([], level).places.filter(({ group }) => group === 'practice');

test('how things are done is each college’s to say, once for each question', () => {
  expect(ofPractice('committee')).toEqual([]);
  const paths = ofPractice('college').map(({ path }) => path);
  expect(paths).toContain('settings.card');
  expect(new Set(paths).size).toBe(paths.length);
});

test('a place nobody may change can only be taken out', () => {
  expect(draft([{ path: 'quietHours', value: { from: 1, to: 2 } }], 'committee').problems).toEqual([
    {
      path: 'quietHours',
      title: '这一处不能改',
      text: '规则里没有这一处，或者由学校统一定。拿掉它。',
    },
  ]);
});

test('what a college’s own answer brings with it can be changed in the same draft', () => {
  const answer = { path: 'settings.fee', value: 'own-step' };
  const paths = (overlay: Overlay) => draft(overlay, 'college').places.map(({ path }) => path);
  const usual = new Set(paths([]));
  const brought = paths([answer]).filter((path) => !usual.has(path));
  expect(brought).toContain('offlineSteps.fee.label');
  const words = { path: 'offlineSteps.fee.label', value: '交清团费' };
  expect(draft([answer, words], 'college').problems).toEqual([]);
  expect(draft([words], 'college').problems).toMatchObject([{ title: '这一处不能改' }]);
});

test('an answer that is not offered is named, and the rest looked at as it was', () => {
  const { problems, result } = draft([{ path: 'settings.fee', value: 'by-post' }], 'college');
  expect(problems).toMatchObject([{ path: 'settings.fee', text: '选一个' }]);
  expect(result).toEqual(national2022);
});

test('rules of a season whose answers are not shipped are no ground to stand on', () => {
  expect(() => draft([], 'committee', 'national-2022~card.by-post')).toThrow(
    'an answer of the season is not shipped',
  );
});
