import { rulebookProblemsOf } from '../../support/rulebook-problems';
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

const JUNE = { month: 6, day: 30 };
const SEPTEMBER = { month: 9, day: 1 };
const SETTING = {
  id: 'keeping-offered',
  question: '毕业后能不能留在学校？',
  options: ['yes', 'no'].map((id) => ({ id, label: id, whoDoes: '2024 年的一所学校', edits: [] })),
  default: 'yes',
};

test.each([
  ['timeouts.0.days', 0, 'timeouts.0.days'],
  ['timeouts.0.days', '15', 'timeouts.0.days'],
  ['timeouts.0.days', undefined, 'timeouts.0.days'],
  ['timeouts.0.outcome', 'explode', 'timeouts.0.outcome'],
  ['timeouts.0.source', '', 'timeouts.0.source'],
  ['timeouts.0.from', { month: 2, day: 30 }, 'timeouts.0.from.day is not a day'],
  ['timeouts.0.from', { month: 9, day: 31 }, 'timeouts.0.from.day is not a day'],
  ['timeouts.0.until', { month: 0, day: 1 }, 'timeouts.0.until.month'],
  ['timeouts.0.receiving', ['tibet'], 'timeouts.0 names systems nobody describes: tibet'],
  ['system.others.0.id', 'zhtj', 'system.others holds zhtj twice'],
  ['withdrawal.lastDay', { month: 4, day: 31 }, 'withdrawal.lastDay.day is not a day'],
  ['rate.targets.0.percent', 101, 'rate.targets.0.percent'],
  ['offlineSteps', [], 'offlineSteps lacks card, which a route names'],
  ['keeping', [], 'keeping lacks in-college, which a route names'],
  ['ways.1.routes.0.approvals', [], 'ways.1.routes.0.approvals names nobody'],
  ['ways.1.routes.0.approvals', ['college', 'college'], 'ways.1.routes.0.approvals names somebody twice'],
  ['ways.5.routes.0.approvals', ['college'], 'ways.5.routes.0.approvals are asked for although'],
  ['ways.1.routes.0.initiators', [], 'ways.1.routes.0.initiators names nobody'],
  ['ways.1.routes.0.keeping', 'in-college', 'ways.1.routes.0.keeping keeps what the graduate moves'],
  [
    'ways.1.routes.0.window',
    { opens: SEPTEMBER, deadline: JUNE, source: '通知' },
    'comes before the window opens',
  ],
  ['settings', [{ ...SETTING, default: 'both' }], 'settings.0.default is not among the options'],
  ['settings', [SETTING, SETTING], 'settings holds keeping-offered twice'],
  ['checkedOn', '2026年', 'checkedOn'],
  ['id', 'USST', 'id must look like'],
  ['extra', 1, 'extra'],
  ['outcomes.accepted.short', '这一句话实在是太长太长太长了放不进微信的字段里面', 'outcomes.accepted.short'],
  [
    'outcomes.lapsed.pastShort',
    '这一句话实在是太长太长太长了放不进微信的字段里面',
    'outcomes.lapsed.pastShort',
  ],
  ['seasonDeadline', { month: 2, day: 30 }, 'seasonDeadline.day is not a day'],
  ['reminderDays', [7, 7, 1], 'reminderDays holds a day twice'],
  ['reminderDays', [20, 3, 1], 'reminderDays starts before the receiver clock'],
  ['reminderValue', [3, 1, 7], 'reminderValue says nothing about timed-out'],
  ['reminderValue', [3, 'timed-out', 1, 7, 5], 'reminderValue ranks what is not planned'],
  ['reminderHour', 23, 'reminderHour lies in the quiet hours'],
  ['quietHours', { from: 0, to: 7 }, 'quietHours leave the night open'],
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
  expect(rulebookProblemsOf(broken(path, value)).join('\n')).toContain(named);
});

test('a question with five answers does not fit on a screen', () => {
  const [first] = (rulebookOf('usst-2020') as Rulebook).flows.timeout.nodes;
  const options =
    first && 'options' in first ? [...first.options, { id: 'fifth', label: '五', next: 'login' }] : [];
  expect(rulebookProblemsOf(broken('flows.timeout.nodes.0.options', options))).not.toEqual([]);
});

test('a flow may not end in a route the rulebook does not have', () => {
  const input = sound();
  const ways = input.ways as { id: string; routeQuestion: string | null; routes: unknown[] }[];
  for (const way of ways) if (way.id === 'study-abroad') way.routes = way.routes.slice(0, 2);
  expect(rulebookProblemsOf(input)).toEqual([
    'flows.way-picker way:study-abroad:keep ends in a route the rulebook does not have',
  ]);
});

test('kept at most for less than usual is named', () => {
  const kind = { months: 12, mostMonths: 6 };
  const [first] = sound().keeping as object[];
  expect(rulebookProblemsOf(broken('keeping', [{ ...first, ...kind }]))).toEqual([
    'keeping.0.mostMonths is less than the usual months',
  ]);
});

test('several problems are all named', () => {
  expect(rulebookProblemsOf({ ...sound(), escalateAfterHours: -1, ageLimit: 'old' })).toHaveLength(2);
});

test.each([null, 'usst-2020', [], {}])('%j is no rulebook', (input) => {
  expect(rulebookProblemsOf(input).length).toBeGreaterThan(0);
});
