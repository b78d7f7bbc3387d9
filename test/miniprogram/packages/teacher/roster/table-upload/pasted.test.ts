import { pastedRows } from '../../../../../../miniprogram/packages/teacher/roster/table-upload/pasted';

it('reads what a spreadsheet copies: cells between tabs, empty ones kept in their place', () => {
  expect(pastedRows('学号\t姓名\t团支部\r\n0122\t 林晚 \t\r\n\r\n0123\t\t通信2201\r\n')).toEqual([
    ['学号', '姓名', '团支部'],
    ['0122', '林晚', ''],
    ['0123', '', '通信2201'],
  ]);
});

it('keeps a cell with a break in it in one piece, as a heading in two lines is copied', () => {
  expect(pastedRows('学号\t"姓名\n（必填）"\t"团""支""部"\n0122\t"林晚"\t"通信"2201\n')).toEqual([
    ['学号', '姓名\n（必填）', '团"支"部'],
    ['0122', '林晚', '"通信"2201'],
  ]);
});

it('takes a quote that is never closed for a sign like others', () => {
  expect(pastedRows('学号\t姓名\n0122\t"林晚\n0123\t许宁')).toEqual([
    ['学号', '姓名'],
    ['0122', '"林晚'],
    ['0123', '许宁'],
  ]);
});

it.each(['', ' \n\t\n'])('finds no row in nothing', (text) => {
  expect(pastedRows(text)).toEqual([]);
});
