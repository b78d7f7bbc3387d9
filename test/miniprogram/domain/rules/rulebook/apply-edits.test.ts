import { isQuestion } from '../../../../../miniprogram/domain/rules/flow';
import { routeOf, type Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import { applyEdits, editsOf } from '../../../../../miniprogram/domain/rules/rulebook/apply-edits';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';
import { rulebookProblemsOf } from '../../../support/rulebook-problems';

const edited = (path: string, value: Parameters<typeof applyEdits>[1][number]['value']): Rulebook =>
  applyEdits(national2022, [{ path, value }]);

/** The answers of a question of the way picker, by their labels; undefined where it is not asked. */
const answersTo = ({ flows }: Rulebook, id: string): string[] | undefined =>
  flows['way-picker'].nodes
    .filter(isQuestion)
    .find((node) => node.id === id)
    ?.options.map(({ label }) => label);

test('a value is changed where its path leads, by ids of members and names of values', () => {
  const route = routeOf(edited('ways.employed.routes.direct.hint', '问人事'), 'employed', 'direct');
  expect(route?.hint).toBe('问人事');
  expect(routeOf(national2022, 'employed', 'direct')?.hint).not.toBe('问人事');
});

test('members without an id are found by their place', () => {
  const route = routeOf(
    edited('ways.employed.routes.direct.guide.steps.0', '先打电话'),
    'employed',
    'direct',
  );
  expect(route?.guide.steps[0]).toBe('先打电话');
});

test.each([
  'ways.moon.label',
  'ways.employed.colour',
  'targets',
  'ways.employed.routes.direct.guide.steps.99',
  'ways.employed.routes.direct.keeping.months',
  'ways.employed.label.colour',
])('%s leads nowhere and changes nothing', (path) => {
  expect(edited(path, 'x')).toEqual(applyEdits(national2022, []));
});

test('without edits the rulebook stays as it was', () => {
  expect(applyEdits(national2022, [])).toEqual(national2022);
});

test('a route taken out is offered nowhere, and a question with one answer left is not asked', () => {
  const book = edited('ways.workplace.routes.current-residence', null);
  // Whoever is on it goes on.
  expect(routeOf(book, 'workplace', 'current-residence')).toMatchObject({ closed: true });
  expect(answersTo(book, 'workplace')).toBeUndefined();
  expect(answersTo(national2022, 'workplace')).toEqual(['工作地', '经常居住地']);
  expect(rulebookProblemsOf(book)).toEqual([]);
});

test('a route taken out is closed alone: not its like of other ways, nor the others of its way', () => {
  const book = edited('ways.employed.routes.direct', null);
  const closed = book.ways.flatMap(({ id, routes }) =>
    routes.filter((route) => route.closed).map((route) => `${id}/${route.id}`),
  );
  expect(closed).toEqual(['employed/direct']);
});

test('a value in the place of a whole member is not taken for taking it out', () => {
  const book = edited('ways.employed.routes.direct', { id: 'direct', hint: '问人事', offlineSteps: [] });
  expect(routeOf(book, 'employed', 'direct')).toEqual({ id: 'direct', hint: '问人事', offlineSteps: [] });
});

test('a place in a list is a whole number', () => {
  for (const key of ['1x', 'x1', '-1'])
    expect(edited(`ways.employed.routes.direct.guide.steps.${key}`, 'x')).toEqual(national2022);
  const many = applyEdits(national2022, [
    { path: 'holdingBranches', value: Array.from({ length: 12 }, (_, index) => `第${index}个`) },
    { path: 'holdingBranches.10', value: '改了' },
  ]);
  expect(many.holdingBranches[10]).toBe('改了');
});

test('a whole way taken out leaves no answer that leads to it', () => {
  const book = edited('ways.army', null);
  expect(answersTo(book, 'other')).not.toContain('参军入伍');
  expect(answersTo(book, 'army')).toBeUndefined();
  expect(rulebookProblemsOf(book)).toEqual([]);
});

test('an offline step taken out is open for nobody', () => {
  const book = edited('offlineSteps.letter', null);
  expect(routeOf(book, 'employed', 'direct')?.offlineSteps).toEqual(['card', 'placed']);
  expect(rulebookProblemsOf(book)).toEqual([]);
});

test('what the settings choose becomes edits; nobody’s choice and unknown answers become none', () => {
  const { settings } = national2022;
  expect(editsOf(settings, {})).toEqual([]);
  expect(editsOf(settings, { workplace: 'moon', keeping: 'offered' })).toEqual([]);
  expect(editsOf(settings, { workplace: 'work-only' }).map(({ path }) => path)).toEqual([
    'ways.workplace.routes.current-residence',
    'flows.way-picker.nodes.employer.options.none.hint',
    'flows.way-picker.nodes.employer-ask.options.asked.hint',
    'flows.refusal-coach.nodes.other-way.result.text',
  ]);
});
