/** What people write in place of a name, and what is said of it. */
import { noName } from '../../../../../miniprogram/domain/rules/names/no-name';
import { partsOf } from '../../../../../miniprogram/domain/rules/names/parts';
import { routeOf } from '../../../../../miniprogram/domain/rules/rulebook';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const route = routeOf(national2022, 'employed', 'direct');
const titleOf = (name: string): string | undefined => route && noName(partsOf(name, []), route, {})?.title;

const SENTENCE = '这像是一句话，不是名称';
const PERSON = '这像是联系人，不是名称';
const WHICH = '还看不出是哪一个';
test.each([
  ['A团支部', SENTENCE],
  ['1团支部', SENTENCE],
  ['asdfgh', SENTENCE],
  ['还没定吧', SENTENCE],
  ['13812345678', PERSON],
  ['13812345678张工', PERSON],
  ['王老师：58956789', PERSON],
  ['人事02583456789', PERSON],
  ['某公司团支部', WHICH],
  ['新单位团支部', WHICH],
  ['我爸单位团支部', WHICH],
  ['外婆家的镇', WHICH],
  ['奶茶店团支部', WHICH],
  ['保密单位团支部', WHICH],
  ['个体工商户团支部', WHICH],
  ['三支一扶团支部', WHICH],
  ['武警某支队团支部', WHICH],
  ['爸妈家社区团支部', WHICH],
  ['新的研究生班团支部', WHICH],
  ['三甲医院规培团支部', WHICH],
  ['镇里的团支部', WHICH],
  ['澄江医药股份有限公司团支部、团委', WHICH],
  ['小镇团委', WHICH],
  ['流动团员团支部（江岸区百步亭社区）', undefined],
  ['单位全称+团支部', WHICH],
  ['三甲医院团支部', WHICH],
  ['世界五百强企业团支部', WHICH],
  ['国有银行团支部', WHICH],
  ['去年的单位团支部', WHICH],
  ['公司注册地街道团支部', WHICH],
])('%s: %s', (name, title) => {
  expect(titleOf(name)).toBe(title);
});

test.each([
  ['衡山路酒吧街社区团支部'],
  // Towns are called so.
  ['妈妈镇流动团员团支部'],
  ['平台镇流动团员团支部'],
  ['创业街道流动团员团支部'],
  ['泰安银行团支部'],
  ['澄江智能装备有限公司团支部'],
  ['第138123456789号站团支部'],
])('%s may be a name', (name) => {
  expect(titleOf(name)).toBeUndefined();
});
