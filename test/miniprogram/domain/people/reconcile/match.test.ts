import type { ListedPerson } from '../../../../../miniprogram/domain/people/reconcile/listed';
import { matchList, type KnownPerson } from '../../../../../miniprogram/domain/people/reconcile/match';

const BRANCHES = [
  { id: 'b1', name: '机制2201团支部' },
  { id: 'b2', name: '车辆2202团支部' },
];

const person = (memberId: string, name: string, branchId = 'b1'): KnownPerson => ({
  memberId,
  name,
  studentNumber: `S-${memberId}`,
  branchId,
});

const lines = (
  ...people: (readonly [name: string, branch?: string | null, number?: string])[]
): ListedPerson[] =>
  people.map(([name, branchName = '机制2201团支部', studentNumber = null], index) => ({
    line: index + 1,
    name,
    branchName,
    studentNumber,
    outcome: null,
  }));

const match = (listed: ListedPerson[], people: KnownPerson[]) => {
  const { matched, sameNames, unknown } = matchList(listed, { people, branches: BRANCHES });
  return {
    matched: matched.map(({ memberId, listed: { line } }) => `${line}:${memberId}`).sort(),
    sameNames: sameNames.map(({ lines: group, memberIds }) => [group.map(({ line }) => line), memberIds]),
    unknown: unknown.map(({ line }) => line),
  };
};

it('finds people by name within their branch', () => {
  expect(match(lines(['顾衍'], ['柳明澈']), [person('1', '顾衍'), person('2', '柳明澈')])).toEqual({
    matched: ['1:1', '2:2'],
    sameNames: [],
    unknown: [],
  });
});

it('compares names as people write them: blanks, widths and dots do not matter', () => {
  const people = [person('1', '阿依努尔·买买提'), person('2', '张三')];
  expect(match(lines(['阿依努尔•买买提'], ['张 三']), people).matched).toEqual(['1:1', '2:2']);
});

it('tells same names apart by their branch', () => {
  const people = [person('1', '李晨', 'b1'), person('2', '李晨', 'b2')];
  expect(match(lines(['李晨', '车辆2202团支部']), people).matched).toEqual(['1:2']);
});

it('tells same names apart by number, and leaves a number with another name alone', () => {
  const people = [person('1', '李晨'), person('2', '李晨'), person('3', '周舟')];
  const listed = lines(['李晨', null, 'S-2'], ['李晨', null, 'S-3']);
  expect(match(listed, people)).toEqual({ matched: ['1:2'], sameNames: [], unknown: [2] });
});

it('does not take a line with a number nobody has for somebody of that name', () => {
  expect(match(lines(['李晨', undefined, 'S-9']), [person('1', '李晨')])).toEqual({
    matched: [],
    sameNames: [],
    unknown: [1],
  });
});

it('asks which of two it is when one line is there for them', () => {
  const people = [person('1', '王雨桐'), person('2', '王雨桐')];
  expect(match(lines(['王雨桐']), people)).toEqual({
    matched: [],
    sameNames: [[[1], ['1', '2']]],
    unknown: [],
  });
  expect(match(lines(['王雨桐'], ['王雨桐']), people).matched).toEqual(['1:1', '2:2']);
});

it('finds who moved to another branch of the school, when nobody else has the name', () => {
  const people = [person('1', '苏禾', 'b1')];
  expect(match(lines(['苏禾', '流动团员团支部']), people).matched).toEqual(['1:1']);
  expect(match(lines(['苏禾', '车辆2202团支部']), people).matched).toEqual(['1:1']);
});

it('gives a line without a branch only to who is left', () => {
  const people = [person('1', '苏禾', 'b1'), person('2', '苏禾', 'b2')];
  expect(match(lines(['苏禾', null], ['苏禾', '机制2201团支部']), people).matched).toEqual(['1:2', '2:1']);
});

it('names who is nobody here, also the same person listed twice', () => {
  expect(match(lines(['罗一帆'], ['顾衍'], ['顾衍']), [person('1', '顾衍')])).toEqual({
    matched: ['2:1'],
    sameNames: [],
    unknown: [1, 3],
  });
});

it('takes each of two same names on the list within its own branch', () => {
  const people = [person('1', '李晨', 'b1'), person('2', '李晨', 'b2')];
  expect(match(lines(['李晨'], ['李晨', '车辆2202团支部']), people).matched).toEqual(['1:1', '2:2']);
});

it('finds different people of whom no line says the branch', () => {
  const people = [person('1', '苏禾'), person('2', '顾衍')];
  expect(match(lines(['苏禾', null], ['顾衍', null]), people).matched).toEqual(['1:1', '2:2']);
});

describe('several lines of one name among the transfers out', () => {
  type Outcome = ListedPerson['outcome'];
  const attempts = (studentNumber: string | null, ...outcomes: Outcome[]): ListedPerson[] =>
    lines(...outcomes.map(() => ['顾衍', null] as const)).map((line, index) => ({
      ...line,
      studentNumber,
      outcome: outcomes[index] ?? null,
    }));
  const found = (listed: ListedPerson[], people: KnownPerson[]) => {
    const { matched, sameNames, unknown } = matchList(listed, { people, branches: BRANCHES });
    return [matched.map(({ listed: line }) => line.outcome), sameNames.length, unknown.length];
  };

  it.each<[string, Outcome[], Outcome]>([
    ['refused, then arrived', ['refused', 'arrived'], 'arrived'],
    ['in either order', ['arrived', 'refused'], 'arrived'],
    ['lapsed twice, and waiting now', ['lapsed', 'lapsed', 'waiting'], 'waiting'],
    ['both may be the last', ['arrived', 'waiting'], null],
    ['neither is the last for sure', ['refused', 'lapsed'], null],
  ])('are the attempts of the one who is here, with a number or without: %s', (_how, outcomes, last) => {
    expect(found(attempts(null, ...outcomes), [person('1', '顾衍')])).toEqual([[last], 0, 0]);
    expect(found(attempts('S-1', ...outcomes), [person('1', '顾衍')])).toEqual([[last], 0, 0]);
  });

  it('are asked about where as many are here and not the same is said of them', () => {
    const people = [person('1', '顾衍'), person('2', '顾衍')];
    expect(found(attempts(null, 'arrived', 'refused'), people)).toEqual([[], 1, 0]);
    expect(found(attempts(null, 'arrived', 'arrived'), people)).toEqual([['arrived', 'arrived'], 0, 0]);
    expect(found(attempts(null, 'arrived', 'refused', 'lapsed'), people)).toEqual([[], 0, 3]);
  });
});
