import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FIELD_IDS, rowOf, type FieldId } from '../../../../../miniprogram/domain/rules/fields/catalogue';
import {
  newShot,
  withFailed,
  withUploaded,
  type Shot,
} from '../../../../../miniprogram/packages/graduate/form/shots';
import { pickedPlace, withStreet } from '../../../../../miniprogram/packages/graduate/form/place';
import { PLAIN_FIELDS } from '../../../../../miniprogram/packages/graduate/form/plain-fields';
import { timeOf, typedTime, withTime } from '../../../../../miniprogram/packages/graduate/form/start-time';
import { toFormView, type FormView } from '../../../../../miniprogram/packages/graduate/form/view';
import type { Work } from '../../../../../miniprogram/packages/graduate/form/work';
import { mayHold } from '../../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS, routeOf, wayOf } from '../../../../../miniprogram/rulebooks';
import { at } from '../../../support/home-responses';

const NOW = at('06-03 10:30');

const book = RULEBOOKS[0]!;
const PLACE = { names: ['上海市', '市辖区', '浦东新区', '张江镇'], code: '310115125' };
const uploading = [newShot('a', '/tmp/a.png', 1_400_000)];
const there: Shot[] = withUploaded(uploading, 'a', 'cloud://a');

const workOf = (wayId: Work['way']['id'], routeId: Work['route']['id'], part: Partial<Work> = {}): Work => ({
  rulebook: book,
  way: wayOf(book, wayId)!,
  route: routeOf(book, wayId, routeId)!,
  draft: {},
  shots: [],
  keptName: '',
  own: {},
  receivers: [],
  preFlight: {},
  time: typedTime(part.draft?.initiatedAt),
  seasonOpenedAt: NOW - 10 * 86_400_000,
  isContactUnreadable: false,
  ...part,
});
const employed = (part: Partial<Work> = {}): FormView => toFormView(workOf('employed', 'direct', part), NOW);
const FULL = { region: PLACE, organisation: '澄江智能装备（上海）有限公司团支部', initiatedAt: NOW - 60_000 };

const FORM = path.resolve(__dirname, '../../../../../miniprogram/packages/graduate/form');
const isPlain = (id: FieldId): boolean => PLAIN_FIELDS.some((plain) => plain === id);

const place = (id: FieldId) => (view: FormView) => view.places.some(({ field }) => field === id);
const ASKED: Record<FieldId, (view: FormView) => boolean> = {
  region: place('region'),
  organisation: ({ organisation }) => organisation !== null,
  initiatedAt: (view) => view.initiatedAt !== null,
  screenshots: (view) => view.screenshots !== null,
  registeredResidence: place('registeredResidence'),
  currentResidence: place('currentResidence'),
  parentContact: (view) => view.parentContact !== null,
  expectedGraduation: ({ plain }) => plain.some(({ id }) => id === 'expectedGraduation'),
  studyPlace: ({ plain }) => plain.some(({ id }) => id === 'studyPlace'),
  returnMonth: ({ plain }) => plain.some(({ id }) => id === 'returnMonth'),
};

describe('the form', () => {
  it.each(
    RULEBOOKS.flatMap((each) =>
      each.ways.flatMap((way) => way.routes.map((route) => [way.id, route.id, each] as const)),
    ),
  )('asks for exactly what %s by %s may hold', (wayId, routeId, rulebook) => {
    const route = routeOf(rulebook, wayId, routeId)!;
    const view = toFormView(
      { ...workOf(wayId, routeId), rulebook, route, way: wayOf(rulebook, wayId)! },
      NOW,
    );
    for (const [field, isAsked] of Object.entries(ASKED)) {
      expect([field, isAsked(view)]).toEqual([field, mayHold(route, field as FieldId)]);
    }
  });

  it.each(FIELD_IDS.filter((id) => rowOf(id).kind !== 'place' && !isPlain(id)))(
    'draws a block for %s, where the button can lead',
    (field) => {
      const drawn = ['form.wxml', 'fields.wxml']
        .map((file) => readFileSync(path.join(FORM, file), 'utf8'))
        .join('');
      expect(drawn).toContain(`wx:if="{{view.${field}}}"`);
      expect(drawn).toContain(`id="field-${field}"`);
    },
  );

  it('asks for the parents’ contact again when the one kept does not open, and says whom to tell', () => {
    const again = (isContactUnreadable: boolean, wayId: Work['way']['id'], routeId: Work['route']['id']) =>
      toFormView(workOf(wayId, routeId, { isContactUnreadable }), NOW).parentContact?.again;
    expect(again(true, 'study-abroad', 'keep')).toBe('之前填的打不开了，请重新填一次，并告诉学院老师。');
    expect(again(false, 'study-abroad', 'keep')).toBe('');
    expect(again(true, 'employed', 'direct')).toBeUndefined();
  });

  it.each<[string, Partial<Work>, string]>([
    ['nothing', {}, '还差单位所在地'],
    ['a place', { draft: { region: PLACE } }, '还差转入组织'],
    ['no time', { draft: { region: PLACE, organisation: FULL.organisation }, shots: there }, '还差提交时间'],
    ['no screenshot', { draft: FULL }, '还差截图'],
    ['one on its way', { draft: FULL, shots: uploading }, '截图传完就能检查'],
    ['one that failed', { draft: FULL, shots: withFailed(uploading, 'a') }, '截图没传上，先重试'],
    ['a time to come', { draft: { ...FULL, initiatedAt: NOW + 3_600_000 }, shots: there }, '先改提交时间'],
    [
      'a place without 街道',
      { draft: { ...FULL, region: { names: ['上海市', '徐汇区'], code: '310104' } }, shots: there },
      '先改单位所在地',
    ],
    ['all of it', { draft: FULL, shots: there }, '下一步，检查一遍'],
  ])('with %s the button says so', (_, part, label) => {
    const { main } = employed(part);
    expect(main.label).toBe(label);
    expect(main.ready).toBe(label === '下一步，检查一遍');
    expect([...main.label].length).toBeLessThanOrEqual(12);
  });

  it('cuts nothing that was pasted: it says how long it may be, in which field', () => {
    const long = employed({ draft: { ...FULL, organisation: '团'.repeat(200) }, shots: there });
    expect(long.errors).toEqual({ organisation: '最多 100 个字，现在有 200 个，删短一点' });
    expect(long.main).toMatchObject({ label: '先改转入组织', ready: false });
    const street = { names: ['上海市', '徐汇区', '路'.repeat(200)], code: '310104' };
    expect(employed({ draft: { ...FULL, region: street } }).errors.region).toContain('最多 40 个字');
    const parentContact = { name: '林'.repeat(200), phone: '13800000000' };
    const keep = toFormView(workOf('study-abroad', 'keep', { draft: { parentContact } }), NOW);
    expect(keep.errors.parentContact).toContain('最多 30 个字');
  });

  it.each(['１３８００００００００', '138 0000 0000', '138-0000-0000'])(
    'reads a telephone number typed as %s',
    (phone) => {
      const view = toFormView(
        workOf('study-abroad', 'keep', { draft: { parentContact: { name: '林母', phone } } }),
        NOW,
      );
      expect(view.errors.parentContact).toBeUndefined();
    },
  );

  it('says at the place what the receiver’s own system asks for, to whom the check has not said it', () => {
    const there = { names: ['广东省', '深圳市', '南山区', '粤海街道'], code: '440305007' };
    const draft = { ...FULL, region: there };
    expect(employed({ draft }).receiverNote?.title).toBe('第一题要选对');
    const preFlight = { post: 'none', age: 'under', party: 'no', province: 'yes' };
    expect(employed({ draft, preFlight }).receiverNote).toBeNull();
    expect(employed({ draft: FULL }).receiverNote).toBeNull();
  });

  it('asks for a month to come, from this one to ten years on, and opens at next June', () => {
    const { plain } = toFormView(workOf('deferred', 'direct'), NOW);
    expect(plain).toMatchObject([{ start: '2026-06', end: '2036-12', opensAt: '2027-06', value: '' }]);
  });

  it('needs nothing for the army and can go on at once', () => {
    const view = toFormView(workOf('army', 'direct'), NOW);
    expect(view.main.ready).toBe(true);
    expect(view.summary).not.toBe('');
  });

  it('doubts a name until it is mended or confirmed, and never blocks', () => {
    const name = '澄江智能装备（上海）有限公司';
    const doubted = employed({ draft: { ...FULL, organisation: name }, shots: there });
    expect(doubted.organisation?.doubt?.accept).toBe('加上“团支部”');
    expect(doubted.main.ready).toBe(true);
    const kept = employed({ draft: { ...FULL, organisation: name }, keptName: name });
    expect(kept.organisation).toMatchObject({ doubt: null, kept: true });
    const changed = employed({ draft: { ...FULL, organisation: `${name}二` }, keptName: name });
    expect(changed.organisation?.doubt).not.toBeNull();
  });

  it('asks about the own class and about another city, each with its own answer', () => {
    const own = { ownBranch: '光电2201团支部', ownCollege: '光电信息学院' };
    const doubtOf = (organisation: string) =>
      employed({ own, draft: { ...FULL, organisation } }).organisation?.doubt;
    expect(doubtOf('光电2201团支部')?.title).toBe('这像是你现在的团支部');
    expect(doubtOf('南京银行股份有限公司团支部')).toMatchObject({
      why: '这个名称里写的是南京，你选的地区是上海，是同一个地方吗？',
      keep: '没错，是同一个地方',
      accept: '',
    });
  });

  it('asks where the region does not go with what was answered before', () => {
    const preFlight = { post: 'none', age: 'under', party: 'no', province: 'yes' };
    expect(employed({ draft: FULL, preFlight }).contradiction?.why).toContain('上海市');
    expect(employed({ draft: FULL }).contradiction).toBeNull();
    expect(toFormView(workOf('army', 'direct', { draft: FULL, preFlight }), NOW).contradiction).toBeNull();
  });

  it('offers what took classmates in, until one of them is written, and asks nothing about a verified one', () => {
    const receivers = [
      { name: '南京银行股份有限公司团支部', people: 2, verified: true, phone: null },
      { name: '澄江智能装备（上海）有限公司团支部', people: 1, verified: false, phone: null },
    ];
    const shown = (organisation: string) =>
      employed({ receivers, draft: { ...FULL, organisation } }).organisation;
    expect(shown('')?.offers.map(({ name }) => name)).toEqual(receivers.map(({ name }) => name));
    expect(shown('')?.offers[0]?.note).toBe('2 位同学转到过这里，名单上核对过');
    expect(shown('澄江')?.offers).toHaveLength(1);
    expect(shown('南京银行股份有限公司团支部')).toMatchObject({ offers: [], doubt: null });
  });

  it('shows the name it would make where more than an ending changes', () => {
    const organisation = '“澄江智能装备（上海）有限公司团支部”。';
    expect(employed({ draft: { ...FULL, organisation } }).organisation?.doubt).toMatchObject({
      proposal: FULL.organisation,
      accept: '去掉多余的',
    });
  });

  it('counts the receiver’s days of the rulebook from the time of submission', () => {
    const initiatedAt = timeOf({ date: '2026-06-03', clock: '10:20' });
    const { initiatedAt: time, errors } = employed({ draft: { initiatedAt } });
    expect(time).toMatchObject({ date: '2026-06-03', clock: '10:20', dateText: '2026年6月3日' });
    expect(errors.initiatedAt).toBeUndefined();
    expect(time?.hint).toContain('15 天从这一刻算起，到 6月18日 10:20');
    const ten = { ...book, timeouts: book.timeouts.map((phase) => ({ ...phase, days: 10 })) };
    expect(employed({ rulebook: ten, draft: { initiatedAt: NOW } }).initiatedAt?.hint).toContain(
      '10 天从这一刻算起',
    );
  });

  it('never fills in the time: a day alone is not enough, day and hour are', () => {
    const empty = employed();
    expect(empty.initiatedAt).toMatchObject({ date: '', clock: '', asks: true, dateText: '' });
    const day = withTime(workOf('employed', 'direct'), { date: '2026-06-02' });
    expect(day.draft.initiatedAt).toBeUndefined();
    expect(employed(day).initiatedAt).toMatchObject({ dateText: '2026年6月2日', asks: false });
    const both = withTime(workOf('employed', 'direct', day), { clock: '08:05' });
    expect(both.draft.initiatedAt).toBe(at('06-02 08:05'));
  });

  it.each([
    ['before the season', '2026-05-20', '2026年5月20日，今年的转接还没开始。真是那天点的提交吗？'],
    ['the year before', '2025-06-03', '2025年6月3日，今年的转接还没开始。真是那天点的提交吗？'],
    ['yesterday', '2026-06-02', ''],
  ])('asks about a time %s without forbidding it', (_, date, doubt) => {
    const initiatedAt = timeOf({ date, clock: '10:00' });
    const view = employed({ draft: { ...FULL, initiatedAt }, shots: there });
    expect([view.initiatedAt?.doubt, view.main.ready]).toEqual([doubt, true]);
  });

  it('says at once when the time given has run out the receiver’s days', () => {
    const initiatedAt = at('05-10 10:00');
    const view = employed({ draft: { initiatedAt }, seasonOpenedAt: at('05-01 10:00') });
    expect(view.initiatedAt?.hint).toContain('期限 5月25日 10:00 已经过了');
  });

  it.each([
    ['hours ahead', 3_600_000, false],
    ['ahead as clocks differ', 2 * 60_000, true],
    ['now', 0, true],
  ])('a time that is %s is marked at its field where the button stops, and only there', (_, ahead, ready) => {
    const { errors, main } = employed({ draft: { ...FULL, initiatedAt: NOW + ahead }, shots: there });
    expect([errors.initiatedAt === undefined, main.ready]).toEqual([ready, ready]);
  });

  it('takes parents’ contact only when name and number are whole', () => {
    const keep = (name: string, phone: string) =>
      toFormView(
        workOf('study-abroad', 'keep', {
          draft: { registeredResidence: PLACE, currentResidence: PLACE, parentContact: { name, phone } },
        }),
        NOW,
      );
    expect(keep('林建国', '138').main.label).toBe('还差父母联系方式');
    expect(keep('林建国', '一三八零零零零').errors.parentContact).toBeTruthy();
    expect(keep('林建国', '13800000000').main.ready).toBe(true);
  });

  it('says at the field that a number of 身份证 does not belong there, and doubts nothing else in it', () => {
    const draft = { ...FULL, organisation: '澄江团支部 11010519491231002X' };
    const { errors, main, organisation } = employed({ draft, shots: there });
    expect(errors).toEqual({ organisation: expect.stringContaining('一个字也没存') as string });
    expect(organisation?.doubt).toBeNull();
    expect(main).toEqual({ label: '先改转入组织', ready: false, goal: 'organisation' });
  });

  it.each([
    ['name', { name: '王建平 11010519491231002X', phone: '13800000000' }],
    ['phone', { name: '王建平', phone: '110105194912310021' }],
  ])('points at the parents’ %s when the number stands there', (wrong, parentContact) => {
    const view = toFormView(workOf('study-abroad', 'keep', { draft: { parentContact } }), NOW);
    expect(view.parentContact?.wrong).toBe(wrong);
    expect(view.errors.parentContact).toContain('身份证号');
  });
});

describe('a place whose picker ends at the district', () => {
  const DISTRICT = { names: ['上海市', '上海市', '浦东新区'], code: '310115' };
  const shown = (region: { names: string[]; code: string } | undefined) =>
    employed({ draft: { ...FULL, region }, shots: there });

  it.each([
    ['nothing picked', undefined, '', null, '还差单位所在地'],
    ['picked to the street', PLACE, '上海市 浦东新区 张江镇', null, '下一步，检查一遍'],
    ['ended at the district', DISTRICT, '上海市 浦东新区', '', '先改单位所在地'],
    ['typed on', withStreet(DISTRICT, ' 张江镇 '), '上海市 浦东新区', '张江镇', '下一步，检查一遍'],
    ['typed too short', withStreet(DISTRICT, '张江'), '上海市 浦东新区', '张江', '先改单位所在地'],
    ['taken back', withStreet(withStreet(DISTRICT, '张江镇'), ''), '上海市 浦东新区', '', '先改单位所在地'],
    [
      'in 香港, which has no streets',
      { names: ['香港特别行政区', '香港特别行政区', '中西区'], code: '810101' },
      '香港特别行政区 中西区',
      null,
      '下一步，检查一遍',
    ],
  ])('%s', (_, region, text, street, label) => {
    const view = shown(region);
    expect(view.places).toMatchObject([{ text, street }]);
    expect(view.main.label).toBe(label);
  });

  it('takes what the picker says, and nothing when it says nothing', () => {
    expect(pickedPlace(DISTRICT.names, ['310000', '310100', '310115'])).toEqual(DISTRICT);
    expect(pickedPlace([], [])).toBeUndefined();
  });
});
