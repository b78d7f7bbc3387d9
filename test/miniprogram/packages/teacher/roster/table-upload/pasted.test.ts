import { pastedRows } from '../../../../../../miniprogram/packages/teacher/roster/table-upload/pasted';

it('reads what a spreadsheet copies: cells between tabs, empty ones kept in their place', () => {
  expect(pastedRows('学号\t姓名\t团支部\r\n0122\t 林晚 \t\r\n\r\n0123\t\t通信2201\r\n')).toEqual([
    ['学号', '姓名', '团支部'],
    ['0122', '林晚', ''],
    ['0123', '', '通信2201'],
  ]);
});

it.each(['', ' \n\t\n'])('finds no row in nothing', (text) => {
  expect(pastedRows(text)).toEqual([]);
});
