/** What may be changed of a rulebook: what it is called, who may change it, and that it says what stands there. */
import { withAdditions } from '../../../../../miniprogram/domain/rules/overlay/additions';
import {
  wrongValue,
  type Place,
  type PlaceKind,
} from '../../../../../miniprogram/domain/rules/overlay/place';
import { placesOf } from '../../../../../miniprogram/domain/rules/overlay/places';
import { routeOf } from '../../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const PLACES = placesOf(national2022, 'committee');
const at = (path: string, places: readonly Place[] = PLACES): Place | undefined =>
  places.find((place) => place.path === path);

/** How much fits, or what can be chosen. */
const most = (kind: PlaceKind): string | number | null => {
  if (kind.kind === 'choice') return kind.options.map(({ label }) => label).join(' / ');
  return 'max' in kind ? kind.max : null;
};

const DIRECT = 'ways.employed.routes.direct';
test.each<[string, string, PlaceKind['kind'], string | number | null]>([
  ['ways.employed.label', '去向的名称', 'text', 40],
  ['ways.employed.shortLabel', '图表里的短名称', 'text', 5],
  [`${DIRECT}.on`, '可以选', 'switch', null],
  [`${DIRECT}.label`, '名称', 'text', 40],
  [`${DIRECT}.hint`, '名称下面的一句', 'text', 40],
  [`${DIRECT}.transferReason`, '接转原因', 'text', 40],
  [`${DIRECT}.targetHint`, '申请转入组织怎么找', 'text', 80],
  [`${DIRECT}.window.opens`, '从哪天起可以办', 'date', null],
  [`${DIRECT}.window.deadline`, '最晚哪天发起', 'date', null],
  [`${DIRECT}.approvals`, '转出谁审批', 'choice', '学院团委 / 先团支书，再学院团委 / 只要团支书'],
  [`${DIRECT}.fields.region`, '转入组织所在地', 'use', null],
  [`${DIRECT}.guide.summary`, '说明', 'text', 300],
  [`${DIRECT}.guide.steps`, '怎么办，一步一句', 'texts', 200],
  [`${DIRECT}.guide.prepare`, '先准备好', 'texts', 200],
  [`${DIRECT}.guide.tellReceiver`, '发给对方的话', 'text', 300],
  [`${DIRECT}.guide.mistakes`, '别人常错的', 'texts', 200],
  [`${DIRECT}.guide.askWhom`, '拿不准问谁', 'text', 40],
  ['offlineSteps.letter.on', '要办', 'switch', null],
  ['offlineSteps.letter.label', '名称', 'text', 40],
  ['offlineSteps.letter.hint', '下面的一句', 'text', 60],
  ['offlineSteps.letter.opens', '什么时候办', 'choice', '发起以后就可以办 / 对方接收以后再办'],
  [
    'offlineSteps.letter.receivedBy',
    '谁要办这一步',
    'choice',
    '走这条路的都要办 / 只有团委、团工委、团总支接收的要办',
  ],
  ['offlineSteps.letter.who', '谁来办', 'choice', '同学自己 / 团支书 / 学院'],
  ['timeouts.1.from', '从哪天起', 'date', null],
  ['timeouts.1.days', '几天', 'number', 180],
  ['reminderDays', '对方的期限前几天提醒', 'days', 60],
  ['seasonReminderDays', '本季截止前几天提醒没办的', 'days', 60],
  ['waitingReminderDays', '没有期限的，学校批了以后第几天提醒', 'days', 120],
  ['reminderHour', '几点发', 'number', 22],
  ['ageLimit', '年龄上限', 'number', 60],
  ['escalateAfterHours', '团支书多久没填验证码，就转给老师', 'number', 720],
  ['soonDays', '剩几天算快到了', 'number', 30],
  ['withdrawal.lastDay', '审批以后最晚哪天还能撤回', 'date', null],
  ['keeping.undecided.months', '一般留多久', 'number', 60],
  ['keeping.undecided.mostMonths', '最多留多久', 'number', 60],
  ['rate.targets.0.percent', '到那天要达到', 'number', 100],
  ['flows.timeout.nodes.shows.question', '问题', 'text', 40],
  ['flows.timeout.nodes.shows.help', '问题下面的一句', 'text', 60],
  ['flows.timeout.nodes.shows.options.pending.label', '答案“还显示审批中”', 'text', 40],
  ['flows.timeout.nodes.pending.result.title', '标题', 'text', 40],
  ['flows.timeout.nodes.pending.result.text', '说明', 'text', 300],
  ['postAdvice', '有团内职务的怎么转', 'text', 300],
  ['outcomes.lapsed.text', '“到期没处理，”后面的话', 'text', 300],
  ['outcomes.lapsed.short', '微信消息里的短话', 'text', 20],
  ['outcomes.lapsed.past', '到期以后，“按规则”后面的话', 'text', 300],
  ['outcomes.lapsed.pastShort', '到期以后，微信消息里的短话', 'text', 20],
  ['outcomes.lapsed.toReceiver', '发给接收方的话里的一句', 'text', 300],
  ['system.phoneApp.shortLink', '小程序的链接，点“复制链接”得到', 'text', 40],
  ['questions.id-taken.question', '问题', 'text', 40],
  ['questions.id-taken.answer', '回答，一段一句', 'texts', 200],
  ['questions.id-taken.askWhom', '拿不准问谁', 'text', 40],
  ['questions.id-taken.copy', '可以复制的话', 'text', 300],
  ['contacts', '有事找谁', 'contacts', null],
])('%s is called “%s”', (path, label, kind, holds) => {
  const place = at(path);
  expect(place).toMatchObject({ label, kind: { kind } });
  expect(place && most(place.kind)).toBe(holds);
});

test.each([
  [DIRECT, 'hint', '有工作，单位有团组织，转到单位的团组织'],
  ['ways.further-study.routes.direct', 'hint', '升学'],
  ['offlineSteps.letter', 'hint', '组织关系介绍信'],
  ['timeouts.1', 'days', '对方接收，10月1日起'],
  ['rate.targets.0', 'percent', '转接率，6月30日'],
  ['outcomes.lapsed', 'short', `到期：${national2022.outcomes.lapsed.short}`],
  ['system.phoneApp', 'shortLink', '智慧团建小程序'],
  ['flows.timeout.nodes.pending', 'result.title', '到期以后：今天就打电话问对方'],
])('%s.%s stands on the card “%s”', (root, part, about) => {
  expect(at(`${root}.${part}`)?.about).toBe(about);
});

test('every phase of a receiver’s days has a card of its own', () => {
  for (const rulebook of RULEBOOKS) {
    const phases = placesOf(rulebook, 'committee').filter(({ path }) => /^timeouts\.\d+\.from$/.test(path));
    expect(new Set(phases.map(({ about }) => about)).size).toBe(rulebook.timeouts.length);
  }
});

test('numbers and dates of the whole school are the committee’s, words and days of a way a college’s too', () => {
  const college = new Set(placesOf(national2022, 'college').map(({ path }) => path));
  const groups = (isCollege: boolean) => [
    ...new Set(PLACES.filter(({ path }) => college.has(path) === isCollege).map(({ group }) => group)),
  ];
  expect(groups(false)).toEqual(['times', 'words']);
  expect(groups(true)).toEqual(['ways', 'steps', 'questions', 'words', 'contacts']);
  const alone = PLACES.filter(({ path, group }) => group === 'words' && !college.has(path));
  expect(alone.map(({ path }) => path)).toEqual(['system.phoneApp.shortLink']);
});

test('a name is one line, a sentence several; what stands there without a change is said', () => {
  expect(at('ways.employed.label')?.kind).toEqual({ kind: 'text', max: 40, lines: 'one' });
  expect(at(`${DIRECT}.guide.summary`)?.kind).toEqual({ kind: 'text', max: 300, lines: 'several' });
  expect(at('offlineSteps.letter.hint')?.kind).toEqual({ kind: 'text', max: 60, lines: 'one' });
  expect(at('offlineSteps.letter.on')?.usual).toBe(true);
  const contact = { name: '学院团委', phone: '021-55271234', place: '', hours: '' };
  const called = placesOf({ ...national2022, contacts: [contact] }, 'committee');
  expect(at('contacts', called)?.usual).toEqual([contact]);
  expect(at('contacts')?.usual).toEqual([]);
});

test('who does a step at the desk, and whom a name is asked for, is nobody’s to change', () => {
  expect(at('offlineSteps.card.who')).toBeUndefined();
  for (const field of ['organisation', 'initiatedAt'])
    expect(at(`${DIRECT}.fields.${field}`)).toBeUndefined();
  expect(at('ways.deferred.routes.direct.approvals')).toBeUndefined();
});

test('what a rulebook does not say is no place, and what does not end has no last day to change', () => {
  expect(at('timeouts.1.until')).toBeUndefined();
  const ended = { ...national2022, timeouts: national2022.timeouts.slice(1) };
  expect(at('timeouts.0.days', placesOf(ended, 'committee'))?.about).toBe('对方接收');
  const [phase] = national2022.timeouts;
  if (!phase) throw new Error('no phase');
  const until = { ...national2022, timeouts: [{ ...phase, until: { month: 9, day: 30 } }] };
  expect(at('timeouts.0.until', placesOf(until, 'committee'))).toMatchObject({
    label: '到哪天',
    usual: { month: 9, day: 30 },
  });
  const system = { ...national2022.system, phoneApp: null };
  expect(at('system.phoneApp.shortLink', placesOf({ ...national2022, system }, 'committee'))).toBeUndefined();
});

test('a college says how it does what the season and the system leave open', () => {
  const card = national2022.settings.find(({ id }) => id === 'card');
  const paths = placesOf(national2022, 'college').map(({ path }) => path);
  expect(paths).not.toContain('settings.deadline');
  expect(paths).not.toContain('settings.timeouts');
  const answered = (id: string) => at('settings.card', placesOf({ ...national2022, id }, 'college'));
  expect(answered('national-2022')).toEqual({
    path: 'settings.card',
    group: 'practice',
    about: card?.question,
    label: '本院怎么做',
    kind: { kind: 'choice', options: card?.options.map(({ id, label }) => ({ value: id, label })) },
    usual: card?.default,
    source: card?.options.find(({ id }) => id === card.default)?.whoDoes,
    levels: ['college'],
  });
  expect(answered('national-2022~deadline.june')?.usual).toBe(card?.default);
  expect(answered('national-2022~card.none')).toMatchObject({
    usual: 'none',
    source: card?.options.find(({ id }) => id === 'none')?.whoDoes,
  });
});

test('each flow has a name of its own over its questions', () => {
  const names = Object.keys(national2022.flows).map((id) => {
    const place = PLACES.find(({ path }) => path.startsWith(`flows.${id}.`));
    return place?.about.split('：')[0];
  });
  expect(names.sort()).toEqual(['到期以后', '动手前查一查', '登录不了', '被退回怎么办', '选去向'].sort());
});

test('what was added can be taken back by whoever added it', () => {
  const book = withAdditions(national2022, [
    { path: 'ways.own-1.from', value: 'deferred' },
    { path: 'ways.employed.routes.our-1.from', value: 'direct' },
  ]);
  const added = (level: 'committee' | 'college') =>
    placesOf(book, level)
      .filter(({ kind }) => kind.kind === 'added')
      .map(({ path, group, label, usual, source }) => [path, group, label, usual, source]);
  expect(added('committee')).toEqual([['ways.own-1.from', 'ways', '添加的去向', null, '学校自己添加的']]);
  expect(added('college')).toEqual([
    ['ways.employed.routes.our-1.from', 'ways', '添加的途径', null, '学校自己添加的'],
  ]);
  expect(at('ways.employed.routes.our-1.on', placesOf(book, 'college'))?.usual).toBe(true);
});

test('a field is offered where a route of the same kind asks for it, as that route has it', () => {
  const study = routeOf(national2022, 'further-study', 'direct');
  expect(at('ways.further-study.routes.direct.fields.region')?.usual).toBe(
    study?.required.includes('region')
      ? 'required'
      : study?.optional.includes('region')
        ? 'optional'
        : 'absent',
  );
  const uses = new Set(PLACES.filter(({ kind }) => kind.kind === 'use').map(({ usual }) => usual));
  expect([...uses].sort()).toEqual(['absent', 'optional', 'required']);
  expect(at('ways.confidential.routes.direct.fields.region')).toBeUndefined();
});

describe.each(RULEBOOKS.map((book) => [book.id, book] as const))('in %s', (_id, book) => {
  const places = placesOf(book, 'committee');

  test('every place stands there once, with a heading, a name and a source', () => {
    expect(new Set(places.map(({ path }) => path)).size).toBe(places.length);
    const nameless = places.filter(
      ({ about, label, source }) => ![about, label, source].every((text) => text.trim().length > 1),
    );
    expect(nameless).toEqual([]);
  });

  test('what is shipped may stand where it stands', () => {
    const wrong = places.filter(
      (place) => place.path !== 'system.phoneApp.shortLink' && wrongValue(place, place.usual) !== undefined,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
