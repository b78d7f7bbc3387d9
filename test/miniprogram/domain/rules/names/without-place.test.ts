/** Offices of which every place has one: asked about where the name leaves out which place. */
import { checkOrganisationName } from '../../../../../miniprogram/domain/rules/names/check';
import type { NameFinding } from '../../../../../miniprogram/domain/rules/names/finding';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const routes = national2022.ways.flatMap((way) => way.routes);
const askedOf = (name: string, kind = 'employer'): NameFinding[] => {
  const route = routes.find(({ receiver }) => receiver?.kind === kind);
  if (!route) throw new Error(`no route leads to ${kind}`);
  return checkOrganisationName(name, route);
};

test.each([
  '县教育局团支部',
  '市供电局团支部',
  '市税务局团支部',
  '区卫健委团支部',
  '省发改委团支部',
  '市公安局交警支队团支部',
  '县人民医院团支部',
  '市第一医院团支部',
  '县一中团支部',
  '区政府团支部',
  '镇政府团委',
  '街道政务服务中心团支部',
  '省移动公司团支部',
  '省直机关团支部',
  '公安局团支部',
  '市场监督管理局团支部',
  '人民法院团支部',
  '人民医院团支部',
  '第二人民医院团支部',
  '派出所团支部',
  '交警大队团支部',
  '市一院团支部',
  '实验小学团支部',
  '农商行团支部',
])('%s is asked about for its place', (name) => {
  expect(askedOf(name)).toEqual([
    {
      code: 'incomplete',
      title: '前面好像少了地名',
      why: '每个省、市、县都有这样的单位，只写这几个字分不出是哪一家。全称里有地名的话，从地名写起。',
    },
  ]);
});

test.each([
  '泾县教育局团支部',
  '市中区税务局团支部',
  '市北区人民医院团支部',
  '镇江市公安局团支部',
  '镇海中学团支部',
  '乡宁县人民法院团支部',
  '国家税务总局义乌市税务局团支部',
  // Companies are found by their full names, with a place or without.
  '市政工程有限公司团支部',
  '省广电网络股份有限公司团支部',
  '区块链科技有限公司团支部',
  '县域经济研究院团支部',
  // Branches of departments need no place.
  '质量系统第一团支部',
  '急诊科团支部',
  '公路设计所团支部',
])('%s says which one it is', (name) => {
  expect(askedOf(name)).toEqual([]);
});

test('what lacks its ending as well is asked about both', () => {
  expect(askedOf('县教育局').map(({ code }) => code)).toEqual(['not-a-branch', 'incomplete']);
});

test('at home no place is missing in front of an office: it is the wrong way', () => {
  expect(askedOf('杨浦区教育局团委', 'home').map(({ code }) => code)).toEqual(['misplaced']);
});
