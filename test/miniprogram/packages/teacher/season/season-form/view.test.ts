/** The form of the season: what counts as a change, and what becomes of it when somebody else saves first. */
import {
  sourceOf,
  hoursWithout,
  type SeasonReply,
} from '../../../../../../miniprogram/packages/teacher/season/season-form/source';
import {
  choose,
  practiceRows,
  practicesOf,
} from '../../../../../../miniprogram/packages/teacher/season/season-form/practice';
import {
  changesOf,
  dayText,
  formOf,
  hasChanges,
  hoursText,
  previewRows,
  rebase,
  type SeasonForm,
  type SeasonPreview,
} from '../../../../../../miniprogram/packages/teacher/season/season-form/view';
import {
  changeLine,
  collegeRows,
  headOf,
  ruleRows,
} from '../../../../../../miniprogram/packages/teacher/season/season-panel/view';
import { OFFERED_RULEBOOKS } from '../../../../../../miniprogram/rulebooks';
import { national2022 } from '../../../../../../miniprogram/rulebooks/national-2022';
import { usst2020 } from '../../../../../../miniprogram/rulebooks/usst-2020';

/** Last moments of days in China. */
const JUNE_30 = Date.UTC(2026, 5, 30, 16) - 1;
const JUNE_20 = Date.UTC(2026, 5, 20, 16) - 1;
const NOW = Date.UTC(2026, 5, 12, 1, 41);

const NIGHT = { from: 22, to: 8 };
const SEASON: SeasonReply['season'] = {
  id: '2026',
  name: '2026届',
  rulebookId: 'usst-2020',
  deadlineAt: JUNE_30,
  version: 4,
  deadlineOverridden: false,
  quietHours: NIGHT,
  quietHoursOverridden: false,
  announcement: null,
};
const COLLEGE: NonNullable<SeasonReply['college']> = {
  deadlineAt: JUNE_20,
  deadlineOverridden: true,
  quietHours: { from: 21, to: 9 },
  quietHoursOverridden: true,
  announcement: { text: '周三不办公', at: NOW },
};
const replyWith = (more: Partial<SeasonReply> = {}) =>
  ({
    season: SEASON,
    college: null,
    colleges: [],
    rulebooks: [],
    templates: [],
    now: NOW,
    ...more,
  }) as SeasonReply;

const university = sourceOf(replyWith(), '');
const college = sourceOf(replyWith({ college: COLLEGE }), 'c-1');
const typed = (more: Partial<SeasonForm>, source = college): SeasonForm => ({ ...formOf(source), ...more });

it('says under 改规则 which of one’s own versions holds, never the other’s', () => {
  const lineUnder = (rulebookId: string, more: Partial<SeasonReply> = {}) =>
    changeLine(replyWith({ season: { ...SEASON, rulebookId }, ...more }));
  expect(lineUnder('usst-2020')).toBe('去向、手续、日期、句子，发布后一分钟内全校看到');
  expect(lineUnder('usst-2020@all.3@c-1.2')).toMatch(/^改过，现在是第 3 版。去向/);
  expect(lineUnder('usst-2020@all.3', { college: COLLEGE })).toMatch(/^学院自己的句子/);
  expect(lineUnder('usst-2020@all.3@c-1.2', { college: COLLEGE })).toMatch(/^改过，现在是第 2 版。学院/);
});

it('starts from what is saved, which is no change', () => {
  for (const source of [university, college])
    expect(hasChanges(changesOf(formOf(source), source))).toBe(false);
});

it('lets a college pick days up to the university’s, and the committee any', () => {
  expect(college).toMatchObject({ collegeId: 'c-1', from: '2026-06-12', until: '2026-06-30' });
  expect(university).toMatchObject({ collegeId: '', from: '2026-06-12', until: '' });
});

const changes: [string, Partial<SeasonForm>, object][] = [
  ['another day', { deadline: '2026-06-18' }, { deadlineAt: Date.UTC(2026, 5, 18, 16) - 1 }],
  ['the day given back', { deadline: '' }, { deadlineAt: null }],
  ['other hours', { from: 20 }, { quietHours: { from: 20, to: 9 } }],
  ['the hours given back', { ownHours: false }, { quietHours: null }],
  ['other words', { announcement: ' 周四不办公 ' }, { announcement: '周四不办公' }],
  ['no words', { announcement: ' ' }, { announcement: null }],
];
it.each(changes)('sends %s alone', (_case, more, expected) => {
  expect(changesOf(typed(more), college)).toEqual(expected);
});

it('falls back to the university’s hours, or to those of the chosen rulebook', () => {
  expect(hoursWithout(college, 'usst-2020')).toEqual(NIGHT);
  expect(hoursWithout(university, 'usst-2020')).toEqual(usst2020.quietHours);
  expect(hoursWithout(university, 'none')).toBeNull();
});

describe('when somebody else saved first', () => {
  const after = { ...college, deadlineAt: JUNE_30, deadlineOverridden: false, announcement: '周五不办公' };

  it('keeps what was typed and takes over what was left alone', () => {
    expect(rebase(typed({ from: 20 }), college, after)).toMatchObject({
      deadline: '',
      announcement: '周五不办公',
      from: 20,
      to: 9,
      ownHours: true,
    });
    const mine = rebase(typed({ announcement: '我的话' }), college, after);
    expect(changesOf(mine, after)).toEqual({ announcement: '我的话' });
  });

  it('has nothing to save when nothing was typed', () => {
    expect(hasChanges(changesOf(rebase(typed({}), college, after), after))).toBe(false);
  });
});

const preview = (more: Partial<SeasonPreview>): SeasonPreview => ({
  before: { rulebookId: 'usst-2020', deadlineAt: JUNE_30, quietHours: NIGHT },
  after: { rulebookId: 'usst-2020', deadlineAt: JUNE_30, quietHours: NIGHT },
  people: 3,
  remindersAdded: 0,
  remindersGone: 0,
  transfersMoved: 0,
  transfersKept: 0,
  complete: true,
  now: NOW,
  ...more,
});
const rows = (more: Partial<SeasonPreview>, collegeId: string, announcement?: string | null) =>
  previewRows(preview(more), announcement === undefined ? {} : { announcement }, {
    collegeId,
    names: {},
  }).map(({ label, value }) => `${label}：${value}`);

it('tells what saving does, to the own people or to everybody', () => {
  const earlier = { rulebookId: 'usst-2020', deadlineAt: JUNE_20, quietHours: NIGHT };
  expect(rows({ after: earlier, remindersAdded: 9, complete: false }, 'c-1', '新的话')).toEqual([
    '本院截止：6月30日 23:59 → 6月20日 23:59',
    '公告：马上出现在本院同学的首页',
    '还没开始的：至少 3 人，提醒跟着改',
    '提醒：至少 9 条新增或改时间',
  ]);
  expect(rows({}, '', null)).toEqual(['公告：从首页拿掉', '提醒：都不用改']);
  expect(rows({}, '', '话')[0]).toBe('公告：马上出现在所有人的首页');
});

it.each([
  [{ from: 22, to: 8 }, '22:00 到第二天 08:00'],
  [{ from: 1, to: 6 }, '01:00 到 06:00'],
  [{ from: 0, to: 0 }, '不设'],
])('says the hours %j as %s', (hours, text) => expect(hoursText(hours)).toBe(text));

it('says a picked day without leading zeros', () => {
  expect([dayText('2026-06-09'), dayText('')]).toEqual(['2026年6月9日', '']);
});

describe('the tab around it', () => {
  it('says how a college stands to the university', () => {
    expect(headOf(replyWith({ college: COLLEGE }))).toMatchObject({
      deadline: '6月20日 23:59',
      college: '学校 6月30日截止，本院早 10 天',
    });
    const same = { ...COLLEGE, deadlineAt: JUNE_30, deadlineOverridden: false };
    expect(headOf(replyWith({ college: same })).college).toBe('和学校同一天截止');
    expect(headOf(replyWith()).college).toBe('');
  });

  it('shows the hours that hold in the college', () => {
    const hoursOf = (reply: SeasonReply) =>
      ruleRows(usst2020, reply).find(({ label }) => label === '免打扰')?.value;
    expect(hoursOf(replyWith())).toBe('22:00 到第二天 08:00');
    expect(hoursOf(replyWith({ college: COLLEGE }))).toBe('21:00 到第二天 09:00');
  });

  it('names each rule once, and says to whom and when a receiver’s days belong', () => {
    for (const rulebook of OFFERED_RULEBOOKS) {
      const rows = ruleRows(rulebook, replyWith({ college: COLLEGE }));
      const labels = rows.map(({ label }) => label);
      expect(labels).toEqual([...new Set(labels)]);
      const lines = rows.find(({ label }) => label === '接收期限')?.value.split('\n') ?? [];
      const whose = lines.map((line) => line.split('：')[0]);
      expect(lines).toHaveLength(rulebook.timeouts.length);
      expect(whose).toEqual([...new Set(whose)]);
    }
  });

  it('tells a college what is done where practice differs; the committee has set it above', () => {
    const labelsOf = (reply: SeasonReply) => ruleRows(national2022, reply).map(({ label }) => label);
    const asked = national2022.settings.map(({ question }) => question.replace('？', ''));
    expect(labelsOf(replyWith({ college: COLLEGE }))).toEqual(expect.arrayContaining(asked));
    expect(labelsOf(replyWith()).filter((label) => asked.includes(label))).toEqual([]);
  });

  it('lists for the committee what colleges have set', () => {
    const only = { ...COLLEGE, deadlineOverridden: false, quietHoursOverridden: false };
    expect(
      collegeRows([
        { id: 'c-1', name: '光电学院', ...COLLEGE, announcement: null },
        { id: 'c-2', name: '管理学院', ...only },
      ]),
    ).toEqual([
      { id: 'c-1', name: '光电学院', line: '6月20日截止，免打扰 21:00 到第二天 09:00', announcement: '' },
      { id: 'c-2', name: '管理学院', line: '', announcement: '周三不办公' },
    ]);
  });
});

describe('where practice differs', () => {
  const AT_ONCE = { setting: 'further-study', option: 'at-once' };
  const JUNE = { setting: 'deadline', option: 'june' };
  const BY_BRANCH = { setting: 'card', option: 'by-branch' };
  const national = sourceOf(
    replyWith({ season: { ...SEASON, rulebookId: 'national-2022~further-study.at-once~deadline.june' } }),
    '',
  );

  it('shows each question with the answer that holds and who does it so', () => {
    const practices = practicesOf(formOf(national));
    expect(practices.find(({ id }) => id === 'further-study')).toMatchObject({
      chosen: 'at-once',
      answer: '录取了就可以发起',
    });
    expect(practices.find(({ id }) => id === 'card')).toMatchObject({ chosen: 'desk' });
    for (const { options } of practices) for (const { hint } of options) expect(hint).toMatch(/。$/);
    expect(practicesOf(formOf(university))).toEqual([]);
  });

  it('sends every answer that differs, and nothing where all is as saved', () => {
    const form = formOf(national);
    expect(changesOf({ ...form, choices: choose(form, BY_BRANCH) }, national)).toEqual({
      choices: [AT_ONCE, JUNE, BY_BRANCH],
    });
    const back = { ...form, choices: choose(form, { setting: 'deadline', option: 'august' }) };
    expect(changesOf(back, national)).toEqual({ choices: [AT_ONCE] });
    expect(hasChanges(changesOf({ ...form, choices: [JUNE, AT_ONCE] }, national))).toBe(false);
  });

  it('keeps the answers typed where somebody saves others meanwhile', () => {
    const other = { ...national, choices: [], version: 5 };
    const form = { ...formOf(national), choices: [AT_ONCE, JUNE, BY_BRANCH] };
    expect(rebase(form, national, other).choices).toEqual(form.choices);
    expect(rebase(formOf(national), national, other).choices).toEqual([]);
  });

  it('says in the preview what is done otherwise from then on', () => {
    expect(practiceRows('national-2022~deadline.june', 'national-2022~card.none')).toEqual([
      { label: '最晚哪天发起？', value: '6月30日 → 8月31日', tone: 'soon' },
      { label: '《团员证》怎么办转出？', value: '本人带到学院，当场办 → 不办', tone: 'soon' },
    ]);
    expect(practiceRows('national-2022~deadline.june', 'usst-2020')).toEqual([]);
  });
});
