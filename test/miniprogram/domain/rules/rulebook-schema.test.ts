import { loadRulebook } from '../../../../miniprogram/domain/rules/rulebook-schema';
import type { Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { rulebookOf } from '../../../../miniprogram/rulebooks';

type Loose = Record<string, unknown>;
const sound = (): Loose => JSON.parse(JSON.stringify(rulebookOf('usst-2020') as Rulebook)) as Loose;

/** Sets a value at a dotted path; undefined removes it. */
const broken = (path: string, value: unknown): Loose => {
  const root = sound();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let target: Loose = root;
  for (const key of keys) target = target[key] as Loose;
  if (value === undefined) delete target[last];
  else target[last] = value;
  return root;
};

const problemsOf = (input: unknown): string[] => {
  const loaded = loadRulebook(input);
  return loaded.ok ? [] : loaded.problems.map(({ path, message }) => `${path} ${message}`);
};

test.each([
  ['receiverDays', 0, 'receiverDays'],
  ['receiverDays', '15', 'receiverDays'],
  ['receiverDays', undefined, 'receiverDays'],
  ['onTimeout', 'explode', 'onTimeout'],
  ['checkedOn', '2026年', 'checkedOn'],
  ['id', 'USST', 'id must look like'],
  ['extra', 1, 'extra'],
  ['timeoutShort', '这一句话实在是太长太长太长了放不进微信的字段里面', 'timeoutShort'],
  ['seasonDeadline', { month: 2, day: 30 }, 'seasonDeadline.day is not a day'],
  ['reminderDays', [7, 7, 1], 'reminderDays holds a day twice'],
  ['reminderDays', [20, 3, 1], 'reminderDays starts before the receiver clock'],
  ['reminderValue', [3, 1, 7], 'reminderValue says nothing about timed-out'],
  ['reminderValue', [3, 'timed-out', 1, 7, 5], 'reminderValue ranks what is not planned'],
  ['reminderHour', 23, 'reminderHour lies in the quiet hours'],
  ['escalateWarningHours', 24, 'escalateWarningHours does not come before'],
  ['ways.0.label', '', 'ways.0.label must not be empty'],
  ['ways.0.shortLabel', '一共有六个字', 'ways.0.shortLabel'],
  ['ways.1.routes.0.receiver', null, 'ways.1.routes.0.receiver is described'],
  ['ways.5.routes.0.receiver', { label: '' }, 'ways.5.routes.0.receiver.label'],
  ['ways.0.routes.1.handledBy', 'nobody', 'ways.0.routes.1.handledBy'],
  ['ways.0.routes.1.required', ['name'], 'ways.0.routes.1.required'],
  ['ways.1.routes.0.optional', ['organisation'], 'ways.1.routes.0.optional holds what is required'],
  ['ways.1.routes.0.organisationEndings', [], 'ways.1.routes.0.organisationEndings is empty'],
  ['ways.1.routes.0.required', ['organisation'], 'ways.1.routes.0.required lacks initiatedAt'],
  ['ways.1.routes.0.transferReason', null, 'ways.1.routes.0.transferReason is missing'],
  ['ways.1.routes.0.guide.tellReceiver', '您好', 'ways.1.routes.0.guide.tellReceiver does not say who'],
  ['ways.1.routes.0.handledBy', 'college', 'ways.1.routes.0.receiverClock runs although'],
  ['ways.1.id', 'army', 'ways holds army twice'],
  ['ways.1.id', 'Employed!', 'ways.1.id must look like'],
  ['ways.1.id', 'west', 'flows.way-picker never ends in west by direct'],
  ['ways.0.routeQuestion', null, 'ways.0.routeQuestion must be asked'],
  ['lists', [], 'lists lacks kept, army, deferred, which a route names'],
  ['lists.0.id', 'submissions', 'lists holds submissions twice'],
  ['lists.0.columns', ['screenshots'], 'lists.0.columns'],
  ['flows.timeout.start', 'nowhere', 'flows.timeout leads to nowhere'],
  ['flows.timeout.nodes.0.options.0.next', 'shows', 'flows.timeout goes in a circle at shows'],
  ['flows.timeout.nodes.0.options.0.next', 'pending', 'flows.timeout never reaches accepted'],
  ['flows.timeout.id', 'way-picker', 'flows.timeout calls itself way-picker'],
  ['flows.timeout', undefined, 'flows.timeout'],
  ['questions.0.id', 'wrong-data', 'questions holds wrong-data twice'],
  ['questions.0.typed', [], 'questions.0.typed must not be empty'],
  ['questions.0.copy', '老师您好', 'questions.0.copy does not say who'],
  ['questions.0.link', { label: '看', page: 'nowhere' }, 'questions.0.link'],
  [
    'questions.0.link',
    { label: '看', page: 'guide', wayId: 'army', routeId: 'nowhere' },
    'questions.0.link leads to a route',
  ],
])('%s = %j is named', (path, value, named) => {
  expect(problemsOf(broken(path, value)).join('\n')).toContain(named);
});

test('a question with five answers does not fit on a screen', () => {
  const [first] = (rulebookOf('usst-2020') as Rulebook).flows.timeout.nodes;
  const options =
    first && 'options' in first ? [...first.options, { id: 'fifth', label: '五', next: 'login' }] : [];
  expect(problemsOf(broken('flows.timeout.nodes.0.options', options))).not.toEqual([]);
});

test('a flow may not end in a route the rulebook does not have', () => {
  const input = sound();
  const ways = input.ways as { id: string; routeQuestion: string | null; routes: unknown[] }[];
  for (const way of ways) if (way.id === 'study-abroad') way.routes = way.routes.slice(0, 2);
  expect(problemsOf(input)).toEqual([
    'flows.way-picker way:study-abroad:keep ends in a route the rulebook does not have',
  ]);
});

test('several problems are all named', () => {
  expect(problemsOf({ ...sound(), receiverDays: -1, ageLimit: 'old' })).toHaveLength(2);
});

test.each([null, 'usst-2020', [], {}])('%j is no rulebook', (input) => {
  expect(problemsOf(input).length).toBeGreaterThan(0);
});
