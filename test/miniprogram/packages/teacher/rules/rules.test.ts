/** The page on which rules are changed: what a tap changes in the draft, and what the phone beside it shows. */
import type { Preview } from '../../../../../miniprogram/packages/teacher/rules/preview';
import type { RulesView } from '../../../../../miniprogram/packages/teacher/rules/view';
import { answer } from '../../../support/fake-wx';
import { mount, phone, tapOn, type Mounted } from '../../../support/mount';

const NOW = Date.UTC(2026, 5, 12, 2, 0);
const STUDY = 'ways.further-study.routes.direct';
const DEADLINE = `${STUDY}.window.deadline`;

type Edit = readonly [path: string, value: unknown];
const asEdits = (rows: readonly Edit[]) => rows.map(([path, value]) => ({ path, value }));

const reply = (draft: readonly Edit[], more: object = {}) => ({
  scopeId: 'all',
  scopeName: '校团委',
  rulebookId: 'national-2022',
  lower: [],
  version: 5,
  published: { number: 2, edits: [], at: NOW },
  draft: { edits: asEdits(draft), savedAt: NOW },
  season: { deadlineAt: Date.UTC(2026, 7, 31, 15, 59), quietHours: { from: 22, to: 8 } },
  now: NOW,
  ...more,
});

let wechat: ReturnType<typeof phone>;
let page: Mounted;

const opens = async (draft: readonly Edit[], wide = false): Promise<void> => {
  wechat = phone();
  Object.assign(wechat, { getWindowInfo: () => ({ windowWidth: wide ? 1100 : 375 }) });
  wechat.cloud.callFunction.mockImplementation(({ data }) =>
    answer(data.action === 'rules' ? reply(draft) : { ...reply(draft), version: 6 }),
  );
  page = mount(() => jest.requireActual('../../../../../miniprogram/packages/teacher/rules/rules'));
  await page.does('onLoad', {});
};

const shown = () => page.data['view'] as RulesView;
const seen = () => page.data['preview'] as Preview;
const stored = () =>
  wechat.cloud.callFunction.mock.calls
    .map(([{ data }]) => data)
    .filter(({ action }) => action === 'saveRulesDraft')
    .map(({ payload }) => payload);

it('mends a contradiction with one tap, stores it, and lets the version be published', async () => {
  await opens([
    [DEADLINE, { month: 8, day: 31 }],
    ['postAdvice', '先问老师。'],
  ]);
  expect(page.data.view).toMatchObject({
    canPublish: false,
    problems: [{ title: '截止日早于开始日', about: '升学', fix: '改回 10月31日' }],
  });
  await page.does('onFixTap', tapOn({ index: 0 }));
  expect(page.data.view).toMatchObject({ canPublish: true, problems: [] });
  expect(stored()).toEqual([{ version: 5, edits: [{ path: 'postAdvice', value: '先问老师。' }] }]);
});

it('takes reminder days in any order, as one list', async () => {
  await opens([]);
  await page.does('onTabTap', tapOn({ id: 'times' }));
  await page.does('onRowTap', tapOn({ about: '提醒同学' }));
  await page.does('onType', { detail: { path: 'reminderDays', text: '2, 5，3' } });
  expect(page.data.view).toMatchObject({ problems: [], changes: [{ after: '5、3、2 天' }] });
  await page.does('onType', { detail: { path: 'reminderDays', text: '3、3' } });
  expect(page.data.view).toMatchObject({ canPublish: false, problems: [{ text: '有一个天数写了两遍' }] });
});

it('says nothing twice on a row: where it holds its name alone, it says what can be changed', async () => {
  await opens([]);
  for (const id of ['ways', 'steps', 'times', 'questions', 'words']) {
    await page.does('onTabTap', tapOn({ id }));
    expect(shown().rows.length).toBeGreaterThan(0);
    for (const { about, hint } of shown().rows) expect(hint === '' || !about.endsWith(hint)).toBe(true);
  }
  await page.does('onTabTap', tapOn({ id: 'ways' }));
  expect(shown().rows[0]).toMatchObject({ hint: '改去向的名称' });
});

it('shows the season’s own days in the same place', async () => {
  await opens([]);
  await page.does('onTabTap', tapOn({ id: 'times' }));
  expect(shown().rows[0]).toMatchObject({
    about: '本季截止和免打扰',
    hint: '8月31日截止，免打扰 22:00 到第二天 08:00',
  });
  await page.does('onRowTap', tapOn({ about: '本季截止和免打扰' }));
  expect(page.data).toMatchObject({ isSeason: true, fields: [] });
  const deadlineAt = Date.UTC(2026, 6, 31, 15, 59);
  await page.does('onSeasonSaved', { detail: { deadlineAt, quietHours: { from: 21, to: 8 } } });
  expect(shown().rows[0]).toMatchObject({ hint: '7月31日截止，免打扰 21:00 到第二天 08:00' });
});

it('writes somebody to call in four boxes, half written ones too', async () => {
  await opens([]);
  await page.does('onTabTap', tapOn({ id: 'contacts' }));
  await page.does('onRowTap', tapOn({ about: '联系方式' }));
  const office = { name: '学院团委', phone: '', place: '', hours: '' };
  await page.does('onContacts', { detail: { path: 'contacts', contacts: [office] } });
  expect(page.data.fields).toMatchObject([{ contacts: [office], wrong: expect.stringMatching('第 1 个') }]);
});

describe('in a wide window', () => {
  const lines = (): { text: string; isNew: boolean }[] => seen().blocks.flatMap((block) => [...block.lines]);

  it('shows the graduate’s page beside the editor, and what is typed at once', async () => {
    await opens([], true);
    await page.does('onRowTap', tapOn({ about: '升学' }));
    expect(page.data.preview).toMatchObject({ page: '去向结果', waits: '' });
    expect(lines().some(({ isNew }) => isNew)).toBe(false);
    await page.does('onType', { detail: { path: `${STUDY}.guide.summary`, text: '九月再来办。' } });
    expect(lines().filter(({ isNew }) => isNew)).toEqual([{ text: '九月再来办。', isNew: true }]);
  });

  it('says that something has to be mended first', async () => {
    await opens([[DEADLINE, { month: 8, day: 31 }]], true);
    await page.does('onRowTap', tapOn({ about: '升学' }));
    expect(seen().waits).toContain('先改好');
  });

  it('stays away on a phone', async () => {
    await opens([]);
    await page.does('onRowTap', tapOn({ about: '升学' }));
    expect(page.data.preview).toBeNull();
  });
});
