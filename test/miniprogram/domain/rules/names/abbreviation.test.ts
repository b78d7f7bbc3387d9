/** Which employers are known by less than their name, and which only look like it. */
import { abbreviation } from '../../../../../miniprogram/domain/rules/names/abbreviation';
import { partsOf } from '../../../../../miniprogram/domain/rules/names/parts';
import { routeOf } from '../../../../../miniprogram/domain/rules/rulebook';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const found = (wayId: string, name: string) => {
  const route = routeOf(national2022, wayId, 'direct');
  if (!route) throw new Error('no such route');
  return abbreviation(partsOf(name, []), route, {});
};

test.each([
  ['苏州移动团支部'],
  ['宁德时代团支部'],
  ['B站团支部'],
  ['b站团支部'],
  ['中建三局团支部'],
  ['南京中建三局团支部'],
  ['中铁二十四局团支部'],
  ['建行公司业务部团支部'],
  ['腾讯总部团支部'],
  ['浦发武汉分行团支部'],
  ['徽行上派支行团支部'],
])('%s is said short', (name) => {
  expect(found('employed', name)).toEqual({
    code: 'abbreviation',
    title: '像是简称，不是全称',
    why: '系统里有很多相近的名字，写简称会转错地方。请照着对方给的全称写。',
  });
});

test.each([
  ['新希望荣耀团支部'],
  ['滨海地铁团支部'],
  ['澄江建行大厦物业管理处团支部'],
  ['澄江公司一车间团支部'],
  ['中建三局集团有限公司团支部'],
  ['邮储银行澄江支行团支部'],
  ['上海浦东发展银行武汉分行团支部'],
  ['工程团支部'],
])('%s is taken as it is', (name) => {
  expect(found('employed', name)).toBeUndefined();
});

test('a university said short is named as it was said', () => {
  expect(found('further-study', '浙大计算机学院2026级团支部')?.why).toBe(
    '“浙大”是简称。系统里只认学校的全称，名字相近的很多，会转错地方。',
  );
});
