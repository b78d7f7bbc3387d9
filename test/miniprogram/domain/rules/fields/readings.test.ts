import {
  AS_CELLS,
  AS_LINE,
  IN_FULL,
  regionText,
} from '../../../../../miniprogram/domain/rules/fields/readings';
import { at } from '../../deadline-table';

const PLACE = { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' };
const TWICE = { names: ['重庆市', '重庆市', '万州区'], code: '500101' };
const CONTACT = { name: '林母', phone: '13800000000' };
const STARTED = at('2027-06-03T09:05:00+08:00');

test('a place is read without what a municipality says twice, and kept with it', () => {
  expect(regionText(PLACE)).toBe('上海市 杨浦区 定海路街道');
  expect(regionText(TWICE)).toBe('重庆市 万州区');
  expect(IN_FULL.place(PLACE)).toBe('上海市 市辖区 杨浦区 定海路街道');
  expect(AS_CELLS.place(PLACE)).toEqual(['上海市市辖区杨浦区定海路街道']);
});

test('a moment is read to the minute in China, in lists so that it can be put in order', () => {
  expect(AS_LINE.startedAt(STARTED)).toBe('6月3日 09:05');
  expect(IN_FULL.startedAt(STARTED)).toBe('2027年6月3日 09:05');
  expect(AS_CELLS.startedAt(STARTED)).toEqual(['2027-06-03 09:05']);
});

test.each([
  ['2027-06', '2027年6月'],
  ['2027-11', '2027年11月'],
  ['2027-00-06', '2027-00-06'],
  ['x2027-06', 'x2027-06'],
])('the month %s is read as %s, and stands as it is in lists', (month, line) => {
  expect([AS_LINE.month(month), IN_FULL.month(month)]).toEqual([line, line]);
  expect(AS_CELLS.month(month)).toEqual([month]);
});

test('a contact is a name and a number, in lists in a column each; a draft may lack one', () => {
  expect(AS_LINE.contact(CONTACT)).toBe('林母 13800000000');
  expect(IN_FULL.contact(CONTACT)).toBe('林母 13800000000');
  expect(IN_FULL.contact({ ...CONTACT, name: '' })).toBe('13800000000');
  expect(IN_FULL.contact({ ...CONTACT, phone: '' })).toBe('林母');
  expect(AS_CELLS.contact(CONTACT)).toEqual(['林母', '13800000000']);
});

test('what was typed is read as it was typed', () => {
  for (const table of [AS_LINE, IN_FULL])
    expect([table.text('英国'), table.branchName('某团支部')]).toEqual(['英国', '某团支部']);
  expect([AS_CELLS.text('英国'), AS_CELLS.branchName('某团支部')]).toEqual([['英国'], ['某团支部']]);
});
