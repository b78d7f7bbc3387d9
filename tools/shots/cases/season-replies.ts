/** The season as the cloud tells it, for states the invented college is never in. */
import type { Response } from '../../../miniprogram/contract';
import { TEMPLATES } from '../../../miniprogram/domain/reminding/notices/templates';
import { TEMPLATE_KEYS } from '../../../miniprogram/domain/reminding/kinds';
import { OFFERED_RULEBOOKS } from '../../../miniprogram/rulebooks';
import { chinaTime } from '../../preview/seed/deed';

type Season = Response<'teacher', 'season'>;

const YEAR = 365 * 86_400_000;
const NOW = chinaTime('06-12 09:41');

const HEALTH: Season['health'] = {
  dueNow: 0,
  oldestDueAt: null,
  sentToday: 128,
  unaskedToday: 0,
  refusedToday: 0,
  heldNow: 0,
  unbound: 0,
  promptShare: 1,
  mayRepeatToday: 0,
  deadLetters: 0,
  alarms: [],
  unreadable: [],
  hasRobot: true,
  now: NOW,
};

export const seasonReply = (more: Partial<Season> = {}): Season => ({
  season: {
    id: '2026',
    name: '2026届',
    rulebookId: 'usst-2020',
    deadlineAt: chinaTime('06-30 23:59'),
    version: 1,
    deadlineOverridden: false,
    quietHours: { from: 22, to: 8 },
    quietHoursOverridden: false,
    announcement: null,
  },
  college: null,
  colleges: [],
  rulebooks: OFFERED_RULEBOOKS.map(({ id, name, schoolYear }) => ({ id, name, schoolYear })),
  templates: TEMPLATE_KEYS.map((key) => ({
    key,
    title: TEMPLATES[key].title,
    id: `template-${key}`,
    missing: false,
  })),
  health: HEALTH,
  now: NOW,
  ...more,
});

const UNIVERSITY = '各学院 6月25日前把团关系转接进度报到团委。系统维护：6月18日 22:00 起。';

/** As a college's teacher reads it, with everything of its own. */
export const COLLEGE_SEASON = seasonReply({
  season: { ...seasonReply().season, version: 7, announcement: { text: UNIVERSITY, at: NOW } },
  college: {
    deadlineAt: chinaTime('06-20 23:59'),
    deadlineOverridden: true,
    quietHours: { from: 21, to: 9 },
    quietHoursOverridden: true,
    announcement: { text: '6月20日前办完的，团员证当天就能盖章。行政楼 203，带上身份证件。', at: NOW },
  },
});

/** As the committee reads it, with two colleges that have settings of their own. */
export const COMMITTEE_SEASON = seasonReply({
  season: {
    ...seasonReply().season,
    version: 7,
    announcement: { text: UNIVERSITY, at: NOW },
  },
  colleges: [
    {
      id: 'college-1',
      name: '信息工程学院',
      deadlineAt: chinaTime('06-20 23:59'),
      deadlineOverridden: true,
      quietHours: { from: 21, to: 9 },
      quietHoursOverridden: true,
      announcement: { text: '6月20日前办完的，团员证当天就能盖章。', at: NOW },
    },
    {
      id: 'college-2',
      name: '材料科学与工程学院',
      deadlineAt: chinaTime('06-30 23:59'),
      deadlineOverridden: false,
      quietHours: { from: 22, to: 8 },
      quietHoursOverridden: false,
      announcement: { text: '实验室搬迁，6月15日起请到南楼 108 办理。', at: NOW },
    },
  ],
});

/** Under the national rules, with two answers that are not their own. */
export const NATIONAL_SEASON = seasonReply({
  season: {
    ...seasonReply().season,
    rulebookId: 'national-2022~further-study.at-once~deadline.june',
    version: 3,
  },
});

export const NATIONAL_PREVIEW: Response<'teacher', 'previewSeason'> = {
  before: {
    rulebookId: 'national-2022~further-study.at-once~deadline.june',
    deadlineAt: chinaTime('06-30 23:59'),
    quietHours: { from: 22, to: 8 },
  },
  after: {
    rulebookId: 'national-2022~further-study.at-once~deadline.june~card.by-branch',
    deadlineAt: chinaTime('06-30 23:59'),
    quietHours: { from: 22, to: 8 },
  },
  people: 0,
  remindersAdded: 0,
  remindersGone: 0,
  transfersMoved: 0,
  transfersKept: 18,
  complete: true,
  now: NOW,
};

export const COLLEGE_PREVIEW: Response<'teacher', 'previewCollegeSeason'> = {
  before: { rulebookId: 'usst-2020', deadlineAt: chinaTime('06-20 23:59'), quietHours: { from: 21, to: 9 } },
  after: { rulebookId: 'usst-2020', deadlineAt: chinaTime('06-30 23:59'), quietHours: { from: 21, to: 9 } },
  people: 64,
  remindersAdded: 192,
  remindersGone: 3,
  transfersMoved: 0,
  transfersKept: 0,
  complete: true,
  now: NOW,
};

export const PAST_SEASONS: Response<'teacher', 'seasons'> = {
  seasons: [
    { id: '2026', name: '2026届毕业季', deadlineAt: chinaTime('06-30 23:59'), isOpen: true, purgedAt: null },
    {
      id: '2025',
      name: '2025届毕业季',
      deadlineAt: chinaTime('06-30 23:59') - YEAR,
      isOpen: false,
      purgedAt: null,
    },
    {
      id: '2024',
      name: '2024届毕业季',
      deadlineAt: chinaTime('06-30 23:59') - 2 * YEAR,
      isOpen: false,
      purgedAt: chinaTime('03-02 10:00') - YEAR,
    },
  ],
  now: NOW,
};

export const purgePart = (
  counts: Partial<Response<'teacher', 'purgeSeason'>['counts']> = {},
  more: Partial<Response<'teacher', 'purgeSeason'>> = {},
): Response<'teacher', 'purgeSeason'> => ({
  name: '2025届毕业季',
  counts: { people: 0, transfers: 0, resetRequests: 0, notices: 0, files: 0, kept: 0, ...counts },
  branchesLeft: 0,
  next: null,
  now: NOW,
  ...more,
});
