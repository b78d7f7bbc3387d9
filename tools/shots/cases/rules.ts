import type { Response } from '../../../miniprogram/contract';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';
import { seasonReply } from './season-replies';

type Rules = Response<'teacher', 'rules'>;

const COMMITTEE = '杜若川';
const PAGE = pagePath('teacherRules');
const NOW = chinaTime('06-12 09:41');

const edit = (path: string, value: unknown) => ({ path, value });
const STUDY = 'ways.further-study.routes.direct';

const PUBLISHED = [edit('postAdvice', '有职务的，先请学院去掉职务。')];
const DRAFT = [
  ...PUBLISHED,
  edit(`${STUDY}.guide.summary`, '录取以后关系先留在学校。九月报到、新团支部建好以后再转。'),
  edit('ways.work-abroad.routes.sent.on', false),
  edit('offlineSteps.card.on', false),
];
const CONTACTS = [
  { name: '学院团委办公室', phone: '025-83790001', place: '大学生活动中心 203', hours: '工作日 8:30–11:30' },
  { name: '周岚老师', phone: '', place: '', hours: '' },
];
const WRONG = [...DRAFT, edit(`${STUDY}.window.deadline`, { month: 8, day: 31 })];

const rules = (draft: Rules['published']['edits'] | null, more: Partial<Rules> = {}): Rules => ({
  scopeId: 'all',
  scopeName: '校团委',
  rulebookId: 'national-2022',
  lower: [],
  season: { deadlineAt: chinaTime('08-31 23:59'), quietHours: { from: 22, to: 8 } },
  version: 5,
  published: { number: 2, edits: PUBLISHED, at: chinaTime('06-02 10:00') },
  draft: draft && { edits: draft, savedAt: NOW },
  now: NOW,
  ...more,
});

const VERSIONS: Response<'teacher', 'ruleVersions'> = {
  versions: [
    { number: 2, edits: PUBLISHED, at: chinaTime('06-02 10:00'), revertOf: null },
    {
      number: 1,
      edits: [edit('ageLimit', 30), edit('offlineSteps.letter.on', false)],
      at: chinaTime('05-21 15:00'),
      revertOf: null,
    },
  ],
  now: NOW,
};

const EFFECTS: Response<'teacher', 'previewRules'> = {
  effects: { completed: 12, kept: 3, colleges: [{ name: '外语学院', count: 1 }], complete: true },
  now: NOW,
};

const on = (name: string, reply: Rules, taps: ScreenCase['taps'] = []): ScreenCase => ({
  name: `rules-edit${name}`,
  who: COMMITTEE,
  page: PAGE,
  taps,
  replies: {
    teacher: {
      rules: reply,
      saveRulesDraft: { version: 6, published: reply.published, draft: reply.draft, now: NOW },
      previewRules: EFFECTS,
      ruleVersions: VERSIONS,
      season: seasonReply(),
    },
  },
});

/** The rules as the committee and a college change them. */
export const RULE_CASES: readonly ScreenCase[] = [
  on('', rules(DRAFT)),
  on('-untouched', rules(null, { published: { number: 0, edits: [], at: null } })),
  on('-way', rules(WRONG), ['升学']),
  on('-wrong', rules(WRONG)),
  on('-steps', rules(DRAFT), ['手续']),
  on('-times', rules(DRAFT), ['数字和日期']),
  on('-season', rules(DRAFT), ['数字和日期', '本季截止和免打扰']),
  on('-reminders', rules(DRAFT), ['数字和日期', '提醒同学']),
  on('-contacts', rules([...DRAFT, edit('contacts', CONTACTS)]), ['电话', '联系方式']),
  on('-question', rules(DRAFT), ['问题', /毕业以后，你去哪里/]),
  on('-college', rules(null, { scopeId: 'c-1', scopeName: '光电学院', lower: [PUBLISHED] }), ['做法']),
  on('-publish', rules(DRAFT), ['发布为第 3 版']),
  on('-versions', rules(DRAFT), ['以前的版本']),
  on('-walk', rules(DRAFT), ['走一遍看看']),
  { name: 'rules-edit-failing', who: COMMITTEE, page: PAGE, cloud: 'failing' },
];
