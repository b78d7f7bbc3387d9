import type { Run } from '../../../miniprogram/packages/teacher/roster/import/rows';

/** 09:41 in China on 12 June 2026. */
export const NOW = Date.UTC(2026, 5, 12, 1, 41);

/** A dry run of a roster in which all is well. */
export const run = (more: Partial<Run> = {}): Run => ({
  id: 'r',
  collegeId: 'c',
  collegeName: '信息工程学院',
  state: 'checked',
  rows: 258,
  badRows: 0,
  badCells: 0,
  added: 6,
  updated: 2,
  unchanged: 250,
  missing: 0,
  isBlocked: false,
  columns: [],
  questions: { graduationMonth: null, branches: [] },
  newBranches: 0,
  newBranchNames: [],
  notes: [],
  examples: { added: null, updated: null },
  done: 0,
  total: 8,
  skipped: 0,
  createdAt: NOW,
  expiresAt: NOW,
  ...more,
});
