/** Months as people write them, and what is left for them to say. */
import { asMonth } from '../../../../cloudfunctions/teacher/roster/read-month';

test.each([
  ['2027-06', '2027-06'],
  ['2027.6.30', '2027-06'],
  ['2027年6月30日', '2027-06'],
  ['202706', '2027-06'],
  ['27年6月', '2027-06'],
  ['27年06月30日', '2027-06'],
  ['99年12月', '1999-12'],
  ['二〇二七年六月', '2027-06'],
  ['二零二七年十月', '2027-10'],
  ['二○○四年十二月', '2004-12'],
  ['06/2027', '2027-06'],
  ['June 2027', '2027-06'],
  ['Jun. 2027', '2027-06'],
  ['30 June 2027', '2027-06'],
])('%s is %s', (cell, month) => {
  expect(asMonth(cell)).toBe(month);
});

test.each([
  '2027届',
  'Jun-27',
  '27-06',
  '2027年夏',
  '2027.1',
  '2027113',
  '2027年13月',
  '13/2027',
  'Summer 2027',
  '六月',
  '',
])('%s is left as it is: nobody could tell the month', (cell) => {
  expect(asMonth(cell)).toBe(cell);
});
