/** The place in a name against the place chosen: what counts as a place, and what is asked. */
import { otherPlace } from '../../../../../miniprogram/domain/rules/names/other-place';
import { partsOf } from '../../../../../miniprogram/domain/rules/names/parts';
import type { RouteRule } from '../../../../../miniprogram/domain/rules/rulebook';
import { routeOf } from '../../../../../miniprogram/domain/rules/rulebook';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const routes: Readonly<Record<'employer' | 'home', RouteRule | undefined>> = {
  employer: routeOf(national2022, 'employed', 'direct'),
  home: national2022.ways.flatMap((way) => way.routes).find(({ receiver }) => receiver?.kind === 'home'),
};

/** What is asked about a name where a place, its names parted by strokes, was chosen; undefined for nothing. */
const asked = (kind: 'employer' | 'home', name: string, place: string): string | undefined => {
  const rule = routes[kind];
  if (!rule) throw new Error('no such route');
  const parts = partsOf(name, rule.receiver?.holdingWords ?? []);
  return otherPlace(parts, rule, { region: { names: place.split('/'), code: '' } })?.why;
};
const says = (written: string, chosen: string) =>
  `这个名称里写的是${written}，你选的地区是${chosen}，是同一个地方吗？`;

test.each([
  ['南京银行股份有限公司团支部', '上海市/市辖区/浦东新区', '南京', '上海'],
  ['南京银行股份有限公司团支部', '重庆市/县/城口县', '南京', '重庆'],
  ['南京银行股份有限公司团支部', '海南省/省直辖县级行政区划/琼海市', '南京', '海南'],
  ['南京银行股份有限公司团支部', '上海市', '南京', '上海'],
  ['南京银行股份有限公司团支部', '江苏省/苏州市//', '南京', '苏州'],
  // A word that only says what level of place it is counts for nothing, on either side.
  ['南京市高淳县医院团支部', '重庆市/县/城口县', '南京', '重庆'],
  ['南京市辖区医院团支部', '上海市/市辖区/浦东新区', '南京', '上海'],
  // Behind its province, or with what belongs to a city behind it, a city is one wherever it stands.
  ['江苏省苏州水务集团有限公司团支部', '江苏省/无锡市/梁溪区', '苏州', '无锡'],
  ['国投水务（苏州）有限公司团支部', '江苏省/无锡市/梁溪区', '苏州', '无锡'],
  ['国投水务苏州分公司团支部', '江苏省/无锡市/梁溪区', '苏州', '无锡'],
  // What an employer has in another city is there, wherever its seat is.
  ['上海浦东发展银行武汉分行团委', '上海市/市辖区/浦东新区', '武汉', '上海'],
  ['南京银行股份有限公司上海分行团支部', '江苏省/南京市/玄武区', '上海', '南京'],
  ['中国铁路上海局集团有限公司合肥车务段团委', '上海市/市辖区/静安区', '合肥', '上海'],
  // A word that means something else too, with 市 behind it.
  ['中山市人民医院团支部', '广东省/广州市/越秀区', '中山', '广州'],
])('%s is no name in %s', (name, place, written, chosen) => {
  expect(asked('employer', name, place)).toBe(says(written, chosen));
});

test.each([
  ['中山大学附属第一医院团支部', '广东省/广州市/越秀区'],
  ['国投南京水务有限公司团支部', '江苏省/苏州市/姑苏区'],
  ['国投南京水务分公司团支部', '江苏省/苏州市/姑苏区'],
  ['江苏省电力苏州水务有限公司团支部', '江苏省/无锡市/梁溪区'],
  ['川沙新镇卫生院团支部', '上海市/市辖区/浦东新区/张江镇'],
  ['南京银行股份有限公司团支部', '//'],
  ['上海浦东发展银行武汉分行团委', '湖北省/武汉市/武昌区'],
  ['中国建设银行股份有限公司江苏省分行团支部', '江苏省/南京市/玄武区'],
  ['安徽国贸集团上海有限公司团支部', '上海市/市辖区/闵行区'],
])('an employer called %s may be in %s', (name, place) => {
  expect(asked('employer', name, place)).toBeUndefined();
});

test.each([
  ['江苏省桃源街道流动团员团支部', '江苏省/南京市/江宁区/秣陵街道', '桃源街道', '秣陵街道'],
  ['南京市江宁区桃源街道流动团员团支部', '江苏省/南京市/江宁区/秣陵街道', '桃源街道', '秣陵街道'],
  ['桃源街道流动团员团支部', '江苏省/南京市/江宁区/秣陵街道', '桃源街道', '秣陵街道'],
  ['霍邱县流动团员团支部', '安徽省/六安市/舒城县/桃溪镇', '霍邱县', '舒城县'],
  ['安徽省合肥市蜀山区流动团员团支部', '安徽省/合肥市/包河区', '蜀山区', '包河区'],
  ['杨浦区团委', '上海市/市辖区/浦东新区', '杨浦区', '浦东新区'],
  ['南昌市西湖区流动团员团支部', '浙江省/杭州市/西湖区/西溪街道', '南昌', '杭州'],
])('the branch %s is not in %s', (name, place, written, chosen) => {
  expect(asked('home', name, place)).toBe(says(written, chosen));
});

test.each([
  ['延边朝鲜族自治州延吉市河南街道流动团员团支部', '吉林省/延边朝鲜族自治州/延吉市/河南街道'],
  ['桃源街道流动团员团支部', '广东省/深圳市/南山区'],
  // Zones lie across districts, and townships may be called as districts are.
  ['合肥高新区流动团员团支部', '安徽省/合肥市/蜀山区'],
  ['邹区镇流动团员团支部', '江苏省/常州市/钟楼区/邹区镇'],
  ['北京路街道团工委', '云南省/昆明市/盘龙区'],
  ['第八师一二一团炮台镇团委', '新疆维吾尔自治区/自治区直辖县级行政区划/石河子市/兵团一二一团'],
  // Not the name of a township, but something with one in it.
  ['2026年桃源街道流动团员团支部', '江苏省/南京市/江宁区/秣陵街道'],
])('the branch %s may be in %s', (name, place) => {
  expect(asked('home', name, place)).toBeUndefined();
});

test('nothing is asked where no place was chosen', () => {
  const rule = routes.employer;
  expect(rule && otherPlace(partsOf('南京银行团支部', []), rule, {})).toBeUndefined();
});
