import type { Response } from '../../../miniprogram/contract';
import type { Failure } from '../../../miniprogram/domain/errors';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import type { ScreenCase } from './screen-case';
import { drafted, showing } from './transfer-replies';
import {
  COLLEGE_PREVIEW,
  COLLEGE_SEASON,
  COMMITTEE_SEASON,
  NATIONAL_PREVIEW,
  NATIONAL_SEASON,
  PAST_SEASONS,
  purgePart,
} from './season-replies';

const TEACHER = '周岚';
const COMMITTEE = '杜若川';
const SEASON = pagePath('teacherDesk', { tab: 'season' });
const PAST = pagePath('teacherPastSeason', { id: '2025' });

/** The college's teacher on the tab of the season, everything of the own set. */
const college = (name: string, rest: Partial<ScreenCase> = {}): ScreenCase => ({
  name: `season-college${name}`,
  who: TEACHER,
  page: SEASON,
  replies: { teacher: { season: COLLEGE_SEASON, previewCollegeSeason: COLLEGE_PREVIEW } },
  ...rest,
});

/** The university's announcement and the college's, as its graduates read them. */
const NEWS = {
  announcement: COLLEGE_SEASON.season.announcement,
  collegeAnnouncement: COLLEGE_SEASON.college?.announcement ?? null,
};

const LATE = {
  code: 'DEADLINE_AFTER_SEASON',
  field: 'changes.deadlineAt',
  detail: { date: '6月30日' },
} as const;

const MUCH = purgePart({
  people: 4_812,
  transfers: 4_690,
  resetRequests: 316,
  notices: 38_204,
  files: 9_127,
  kept: 208,
});
const SOME = purgePart({ people: 1_930, transfers: 1_874 }, { branchesLeft: 61, next: 'branch-61' });
const NAME = '2025届毕业季';
type Part = Response<'teacher', 'purgeSeason'> | { readonly refused: Failure } | { readonly silent: true };

/** The committee answers where practice differs. */
const practice = (name: string, taps: readonly (string | RegExp)[]): ScreenCase => ({
  name: `season-practice${name}`,
  who: COMMITTEE,
  page: SEASON,
  replies: { teacher: { season: NATIONAL_SEASON, previewSeason: NATIONAL_PREVIEW } },
  taps,
});

/** Clearing a season away, from its count on: what the cloud says to each part that is removed. */
const past = (name: string, parts: readonly Part[], rest: Partial<ScreenCase> = {}): ScreenCase => ({
  name: `past-season${name}`,
  who: COMMITTEE,
  page: PAST,
  ...(name ? { fills: { [`写下${NAME}`]: NAME }, taps: ['清理 4812 人的资料'] } : {}),
  replies: { teacher: { purgeSeason: { inTurn: [MUCH, ...parts] } } },
  ...rest,
});

/** The season as the committee and a college set it, and what becomes of the seasons that are over. */
export const SEASON_CASES: readonly ScreenCase[] = [
  { name: 'season-read', who: TEACHER, page: SEASON },
  showing('home-news', 'home', drafted('employed', 'direct'), {}, NEWS),
  college(''),
  college('-edited', { taps: ['改回学校的日子'] }),
  college('-preview', { taps: ['改回学校的日子', '先看看会怎样'] }),
  college('-refused', {
    taps: ['改回学校的时间', '先看看会怎样'],
    replies: { teacher: { season: COLLEGE_SEASON, previewCollegeSeason: { refused: LATE } } },
  }),
  college('-stale', {
    taps: ['改回学校的日子', '先看看会怎样', '就这样，保存'],
    replies: {
      teacher: {
        season: COLLEGE_SEASON,
        previewCollegeSeason: COLLEGE_PREVIEW,
        saveCollegeSeason: { refused: { code: 'CONFLICT' } },
      },
    },
  }),
  { name: 'season', who: COMMITTEE, page: SEASON },
  {
    name: 'season-colleges',
    who: COMMITTEE,
    page: SEASON,
    replies: { teacher: { season: COMMITTEE_SEASON } },
  },
  { name: 'season-preview', who: COMMITTEE, page: SEASON, taps: ['2024', '先看看会怎样'] },
  practice('', [/《团员证》怎么办转出/, /团支部收齐/]),
  practice('-preview', [/《团员证》怎么办转出/, /团支部收齐/, '先看看会怎样']),
  { name: 'season-new', who: COMMITTEE, page: SEASON, taps: ['开新的一季'] },
  { name: 'season-failing', who: COMMITTEE, page: SEASON, cloud: 'failing' },
  { name: 'past-seasons-none', who: COMMITTEE, page: pagePath('teacherPastSeasons') },
  {
    name: 'past-seasons',
    who: COMMITTEE,
    page: pagePath('teacherPastSeasons'),
    replies: { teacher: { seasons: PAST_SEASONS } },
  },
  { name: 'past-seasons-failing', who: COMMITTEE, page: pagePath('teacherPastSeasons'), cloud: 'failing' },
  { name: 'past-season-open', who: COMMITTEE, page: pagePath('teacherPastSeason', { id: '2026' }) },
  past('', []),
  past('-typed', [], { taps: [] }),
  past('-clearing', [SOME, { silent: true }]),
  past('-broken', [SOME, { refused: { code: 'OFFLINE' } }]),
  past('-done', [MUCH]),
  {
    name: 'past-season-empty',
    who: COMMITTEE,
    page: PAST,
    replies: { teacher: { purgeSeason: purgePart() } },
  },
];
