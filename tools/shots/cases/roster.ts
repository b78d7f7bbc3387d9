import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { chinaTime } from '../../preview/seed/deed';
import {
  ACCOUNTS,
  ASKING_RUN,
  BAD_ROWS,
  COLLEGES,
  DOUBTFUL_ROWS,
  exportJob,
  INVITATIONS,
  MISSING_ROWS,
  NEW_PEOPLE,
  NOTED_RUN,
  OVER_AGE,
  ROSTER_ALL,
  rosterOf,
  rosterRun,
} from './roster-replies';
import type { ScreenCase } from './screen-case';

const TEACHER = '周岚';
const COMMITTEE = '杜若川';
const desk = (tab: string): string => pagePath('teacherDesk', { tab });
const REPORT = pagePath('teacherImport', { runId: 'roster-1', name: '信息工程学院2026届团员名单.xlsx' });
const now = chinaTime('06-12 09:41');

const NOTED = {
  teacher: { rosterProgress: { run: NOTED_RUN, now }, rosterRows: { rows: NEW_PEOPLE, cursor: '1' } },
};

const ROSTER_CASES: readonly ScreenCase[] = [
  { name: 'roster', who: TEACHER, page: desk('roster') },
  { name: 'roster-all-colleges', who: COMMITTEE, page: desk('roster') },
  { name: 'roster-none', who: '苏明远', page: desk('roster') },
  { name: 'roster-failing', who: TEACHER, page: desk('roster'), cloud: 'failing' },
  {
    name: 'roster-many',
    who: TEACHER,
    page: desk('roster'),
    replies: {
      teacher: {
        roster: rosterOf(9_842, ROSTER_ALL),
        exportProgress: { export: exportJob('running', 'unfinished'), now },
      },
    },
  },
  { name: 'branches', who: TEACHER, page: pagePath('teacherBranches') },
  {
    name: 'branch-edit',
    who: TEACHER,
    page: pagePath('teacherBranches'),
    taps: [/^改$/],
  },
  { name: 'branches-none', who: '苏明远', page: pagePath('teacherBranches') },
  { name: 'branches-failing', who: TEACHER, page: pagePath('teacherBranches'), cloud: 'failing' },
  {
    name: 'import-many-bad',
    who: TEACHER,
    page: REPORT,
    replies: {
      teacher: {
        rosterProgress: {
          run: rosterRun({ badRows: 9, badCells: 9, added: 9_620, updated: 41, rows: 9_700 }),
          now,
        },
        rosterRows: { rows: BAD_ROWS, cursor: '1' },
      },
    },
  },
  {
    name: 'import-questions',
    who: TEACHER,
    page: REPORT,
    replies: {
      teacher: {
        rosterProgress: { run: ASKING_RUN, now },
        rosterRows: { rows: DOUBTFUL_ROWS, cursor: null },
      },
    },
  },
  {
    name: 'computer-import',
    who: TEACHER,
    page: REPORT,
    onComputer: true,
    replies: {
      teacher: {
        rosterProgress: { run: ASKING_RUN, now },
        rosterRows: { rows: DOUBTFUL_ROWS, cursor: null },
      },
    },
  },
  { name: 'import-notes', who: TEACHER, page: REPORT, replies: NOTED },
  { name: 'computer-import-notes', who: TEACHER, page: REPORT, onComputer: true, replies: NOTED },
  {
    name: 'import-missing',
    who: TEACHER,
    page: REPORT,
    taps: ['不在表里'],
    replies: {
      teacher: {
        rosterProgress: { run: rosterRun({ updated: 1, unchanged: 85, missing: 3, rows: 86 }), now },
        rosterRows: { rows: MISSING_ROWS, cursor: null },
      },
    },
  },
  {
    name: 'import-clean',
    who: TEACHER,
    page: REPORT,
    replies: {
      teacher: {
        rosterProgress: {
          run: rosterRun({
            added: 2,
            updated: 1,
            unchanged: 85,
            rows: 88,
            newBranches: 1,
            newBranchNames: ['人工智能实验班2204团支部'],
          }),
          now,
        },
        rosterRows: { rows: NEW_PEOPLE, cursor: null },
      },
    },
  },
  {
    name: 'import-nothing-new',
    who: TEACHER,
    page: REPORT,
    replies: {
      teacher: {
        rosterProgress: { run: rosterRun({ unchanged: 90, rows: 90 }), now },
        rosterRows: { rows: [], cursor: null },
      },
    },
  },
  {
    name: 'import-applying',
    who: TEACHER,
    page: REPORT,
    replies: {
      teacher: {
        rosterProgress: {
          run: rosterRun({ state: 'applying', added: 9_620, rows: 9_700, total: 9_620, done: 4_300 }),
          now,
        },
        rosterApply: {
          run: rosterRun({ state: 'applying', added: 9_620, rows: 9_700, total: 9_620, done: 4_300 }),
          now,
        },
        rosterRows: { rows: NEW_PEOPLE, cursor: '1' },
      },
    },
  },
  {
    name: 'import-applied',
    who: TEACHER,
    page: REPORT,
    replies: {
      teacher: {
        rosterProgress: {
          run: rosterRun({ state: 'applied', added: 88, rows: 90, total: 90, done: 90, skipped: 1 }),
          now,
        },
      },
    },
  },
  {
    name: 'import-stopped',
    who: TEACHER,
    page: REPORT,
    replies: {
      teacher: {
        rosterProgress: {
          run: rosterRun({ state: 'stopped', added: 88, rows: 90, total: 90, done: 40 }),
          now,
        },
      },
    },
  },
  { name: 'import-gone', who: TEACHER, page: REPORT },
  { name: 'import-failing', who: TEACHER, page: REPORT, cloud: 'failing' },
];

const NEXT_TARGET = { at: Date.UTC(2026, 5, 30, 15, 59, 59, 999), percent: 80 };

const COMMITTEE_CASES: readonly ScreenCase[] = [
  { name: 'colleges', who: COMMITTEE, page: desk('colleges') },
  {
    name: 'colleges-many',
    who: COMMITTEE,
    page: desk('colleges'),
    replies: { teacher: { colleges: { colleges: COLLEGES, hasSeason: true, target: NEXT_TARGET, now } } },
  },
  {
    name: 'colleges-none',
    who: COMMITTEE,
    page: desk('colleges'),
    replies: { teacher: { colleges: { colleges: [], hasSeason: true, target: null, now } } },
  },
  { name: 'colleges-failing', who: COMMITTEE, page: desk('colleges'), cloud: 'failing' },
  { name: 'college-new', who: COMMITTEE, page: desk('colleges'), taps: ['加一个学院'] },
  { name: 'accounts', who: COMMITTEE, page: pagePath('teacherAccounts') },
  {
    name: 'accounts-many',
    who: COMMITTEE,
    page: pagePath('teacherAccounts'),
    replies: {
      teacher: {
        accounts: { accounts: ACCOUNTS, colleges: COLLEGES.slice(0, 3), invitations: INVITATIONS, now },
      },
    },
  },
  {
    name: 'accounts-invitations-over',
    who: COMMITTEE,
    page: pagePath('teacherAccounts'),
    taps: ['用过、过期和撤回的邀请'],
    replies: {
      teacher: {
        accounts: {
          accounts: ACCOUNTS.slice(0, 1),
          colleges: [],
          invitations: INVITATIONS,
          now,
        },
      },
    },
  },
  {
    name: 'accounts-revoke',
    who: COMMITTEE,
    page: pagePath('teacherAccounts'),
    taps: ['撤回'],
    replies: {
      teacher: {
        accounts: { accounts: ACCOUNTS.slice(0, 1), colleges: [], invitations: INVITATIONS, now },
      },
    },
  },
  { name: 'accounts-failing', who: COMMITTEE, page: pagePath('teacherAccounts'), cloud: 'failing' },
  { name: 'accounts-invite', who: COMMITTEE, page: pagePath('teacherAccounts'), taps: ['邀请一位老师'] },
  { name: 'accounts-remove', who: COMMITTEE, page: pagePath('teacherAccounts'), taps: ['收回'] },
  { name: 'over-age-none', who: COMMITTEE, page: pagePath('teacherOverAge') },
  {
    name: 'over-age',
    who: COMMITTEE,
    page: pagePath('teacherOverAge'),
    replies: { teacher: { overAgeList: { people: OVER_AGE, cursor: '40', ageLimit: 28, now } } },
  },
  { name: 'over-age-failing', who: COMMITTEE, page: pagePath('teacherOverAge'), cloud: 'failing' },
  {
    name: 'sign-in-administrator',
    who: 'stranger',
    page: pagePath('signIn', { as: 'teacher' }),
    taps: ['第一次设置'],
  },
];

/** Files in and out, and the committee's view over all colleges. */
export const ROSTER_AND_COMMITTEE_CASES: readonly ScreenCase[] = [...ROSTER_CASES, ...COMMITTEE_CASES];
