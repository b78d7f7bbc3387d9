import {
  branchesIn,
  effectOf,
  mergedWords,
} from '../../../../../../miniprogram/packages/teacher/roster/branch-sheet/view';
import { FULL_BOARD } from '../../../../../../tools/shots/cases/board-replies';

it.each([
  [0, 0, '这个支部没有人。'],
  [28, 0, '这个支部有 28 人。'],
  [28, 12, '这个支部有 28 人，其中 12 人已经在转接，办到哪一步都不变。'],
])('says first what a change does: %i people, %i of them under way', (members, started, words) => {
  expect(effectOf({ id: 'b', name: '电信2202团支部', members, started })).toBe(words);
});

it('takes sizes from the board, so that both say the same', () => {
  expect(branchesIn(FULL_BOARD)[0]).toEqual({
    id: '电信2202团支部',
    name: '电信2202团支部',
    members: 31,
    started: 29,
  });
});

it('says where people went', () => {
  expect(mergedWords(3, '机械2301团支部')).toBe('3 人并到机械2301团支部了');
});
