import { outcomeOf, rowsOf, startable } from '../../../../../miniprogram/packages/graduate/record-many/view';

const people = Array.from({ length: 12 }, (_, index) => ({
  memberId: `m-${index}`,
  name: `同学${index}`,
  studentNumber: index === 0 ? '2210320411' : '',
  branchName: '通信2201团支部',
}));
const result = (
  index: number,
  left: 'begun' | 'busy' | null = null,
  state: 'draft' | 'planned' | null = 'draft',
) => ({
  memberId: `m-${index}`,
  left,
  state: left === null ? state : null,
});

it('lists whom it is about, with a number where it tells people of one name apart', () => {
  expect(rowsOf(people.slice(0, 2), new Set(['m-1']))).toEqual([
    { id: 'm-0', name: '同学0', line: '2210320411，通信2201团支部', on: false },
    { id: 'm-1', name: '同学1', line: '通信2201团支部', on: true },
  ]);
});

it('lets a start follow for those whose way is recorded, and whose window is open', () => {
  expect(startable([result(0), result(1, 'begun'), result(2, null, 'planned'), result(3, 'busy')])).toEqual([
    'm-0',
  ]);
});

it('says how many were recorded, and of whom not and why', () => {
  const results = [result(0), result(1, 'begun'), result(2, 'busy')];
  expect(outcomeOf(results, people, 'way')).toEqual({
    title: '1 人的去向记好了',
    lines: ['同学1：已经在办或者选了别的，没有动', '同学2：这会儿太忙，没有记上，请再记一次'],
  });
  expect(outcomeOf([result(0)], people, 'start')).toEqual({ title: '1 人记为已发起', lines: [] });
});

it('names no more than fit', () => {
  const results = people.map((_, index) => result(index, 'begun'));
  expect(outcomeOf(results, people, 'way').lines[0]).toContain('同学7等 12 人');
});
