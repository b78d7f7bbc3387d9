/** What is offered to tap while somebody types the name of a receiver. */
import { offersFor, type Receiver } from '../../../../../miniprogram/packages/graduate/form/receivers';

const receiver = (name: string): Receiver => ({ name, people: 1, verified: false, phone: null });
const NAMES = [
  '上海浦东发展银行武汉分行团委',
  '中国铁路上海局集团有限公司合肥车务段团委',
  '安徽医科大学第一附属医院护理团总支',
  '国网安徽省电力有限公司六安供电公司团支部',
  'ABB（中国）有限公司团支部',
];
const offered = (typed: string): string[] => offersFor(NAMES.map(receiver), typed).map(({ name }) => name);

it.each([
  ['part of the name', '武汉分行', '上海浦东发展银行武汉分行团委'],
  ['an abbreviation', '浦发武汉', '上海浦东发展银行武汉分行团委'],
  ['an abbreviation', '国网六安', '国网安徽省电力有限公司六安供电公司团支部'],
  ['an abbreviation', '安医大一附院', '安徽医科大学第一附属医院护理团总支'],
  ['a former name', '上海铁路局', '中国铁路上海局集团有限公司合肥车务段团委'],
  ['another ending', '浦发武汉分行团支部', '上海浦东发展银行武汉分行团委'],
  ['brackets and letters of another width', 'ａｂｂ(中国)', 'ABB（中国）有限公司团支部'],
  ['letters of a syllable behind it', '国网六anx', '国网安徽省电力有限公司六安供电公司团支部'],
])('finds a receiver by %s: %s', (_by, typed, name) => {
  expect(offered(typed)).toEqual([name]);
});

it('offers the names that hold the words as they were typed before those that hold their characters', () => {
  expect(offered('上海')).toEqual(NAMES.slice(0, 2));
  expect(offered('安徽')).toEqual(NAMES.slice(2, 4));
});

it.each(['浦发南京', '工商银行', '铁六', '蚌埠车务段'])('offers nobody else for %s', (typed) => {
  expect(offered(typed)).toEqual([]);
});

it('goes on offering all of them while only letters are typed', () => {
  expect(offered('pu fa')).toEqual(offered(''));
  expect(offered('pu')).toHaveLength(3);
});
