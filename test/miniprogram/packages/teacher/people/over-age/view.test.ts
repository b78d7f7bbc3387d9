import { overAgeRows } from '../../../../../../miniprogram/packages/teacher/people/over-age/view';

it.each([
  [false, '通信2201团支部', '1997-09', '1997年9月生'],
  [true, '信息工程学院，通信2201团支部', '1998-11', '1998年11月生'],
])('the over-age list (of all: %s) tells where and when born', (isAll, place, birthMonth, born) => {
  const person = { memberId: 'm', name: '方元', branchName: '通信2201团支部', collegeName: '信息工程学院' };
  expect(overAgeRows([{ ...person, birthMonth } as never], isAll)).toEqual([
    { id: 'm', name: '方元', place, born },
  ]);
});
