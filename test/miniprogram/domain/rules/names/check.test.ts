import { checkOrganisationName } from '../../../../../miniprogram/domain/rules/names/check';
import type { NameContext } from '../../../../../miniprogram/domain/rules/names/finding';
import type { RouteId, WayId } from '../../../../../miniprogram/domain/rules/ways';
import type { RouteRule } from '../../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS, routeOf, rulebookOf } from '../../../../../miniprogram/rulebooks';

const rule = (wayId: WayId, routeId: RouteId = 'direct'): RouteRule => {
  const rulebook = rulebookOf('usst-2020');
  const found = rulebook && routeOf(rulebook, wayId, routeId);
  if (!found) throw new Error(`no ${wayId}/${routeId}`);
  return found;
};
const codes = (name: string, route: RouteRule, context?: NameContext) =>
  checkOrganisationName(name, route, context).map(({ code }) => code);
const proposalFor = (name: string, route: RouteRule) =>
  checkOrganisationName(name, route).find(({ proposal }) => proposal !== undefined)?.proposal;

const employer = rule('employed');
const school = rule('further-study');
const residence = rule('no-organisation', 'registered-residence');
/** The same with one name for the branches of 街道 and 乡镇. */
const oneName: RouteRule = { ...residence, organisationEndings: ['流动团员团支部'] };
const noCommittee: RouteRule = {
  ...employer,
  receiver: employer.receiver && { ...employer.receiver, committees: false },
};

test.each([
  ['澄江智能装备（上海）有限公司', employer, 'not-a-branch'],
  ['华为团支部', employer, 'abbreviation'],
  ['澄江公司团支部', employer, 'abbreviation'],
  ['IBM团支部', employer, 'abbreviation'],
  ['浙大计算机学院2026级硕士团支部', school, 'abbreviation'],
  ['计算机2026级硕士团支部', school, 'incomplete'],
  ['华东师范大学团支部', school, 'incomplete'],
  ['计算机学院2026级硕士团支部', school, 'incomplete'],
  ['航海学院2026级硕士6班团支部', school, 'incomplete'],
  ['云南大学研究生院团委', school, 'incomplete'],
  ['云南省流动团员团支部', residence, 'higher-level'],
  ['广西壮族自治区流动团员团支部', residence, 'higher-level'],
  ['澄江智能装备有限公司党支部', employer, 'higher-level'],
  ['共青团澄江智能装备有限公司委员会', noCommittee, 'higher-level'],
  ['澄江智能装备有限公司团委', noCommittee, 'higher-level'],
  ['澄江智能装备有限公司团总支', noCommittee, 'higher-level'],
  ['张江镇学社衔接临时团支部', employer, 'misplaced'],
  ['张江镇流动团员团支部', school, 'misplaced'],
  ['上海市第二中学高三1班团支部', employer, 'misplaced'],
  ['上海理工大学延期毕业团支部', residence, 'misplaced'],
  ['上海理工大学流动团员团支部', residence, 'misplaced'],
  ['张江镇团支部', residence, 'not-a-branch'],
  ['学社衔接临时团支部', residence, 'no-name'],
  ['乡镇流动团员团支部', residence, 'no-name'],
  ['我们单位团支部', employer, 'no-name'],
  ['XX公司团支部', employer, 'no-name'],
  ['待定', employer, 'no-name'],
  ['流动流动团员团支部', residence, 'stray-characters'],
  ['澄江；智能装备有限公司团支部', employer, 'stray-characters'],
  ['建行澄江分行团支部', employer, 'abbreviation'],
  ['江苏移动团支部', employer, 'abbreviation'],
  ['国网南京团支部', employer, 'abbreviation'],
  ['中铁四局团支部', employer, 'abbreviation'],
  ['澄宁团支部', employer, 'abbreviation'],
  ['上理工光电学院团委', employer, 'abbreviation'],
  ['入职单位的团支部', employer, 'no-name'],
  ['三方单位团支部', employer, 'no-name'],
  ['第一团支部', employer, 'no-name'],
  ['村里的团支部', residence, 'no-name'],
  ['王老师', employer, 'no-name'],
  ['李经理 13812345678', employer, 'no-name'],
  ['人事 025-83456789', employer, 'no-name'],
  ['张江镇中学团支部', residence, 'misplaced'],
])('asks about %s', (name, route, code) => {
  expect(codes(name, route)[0]).toBe(code);
});

test.each([
  ['澄江智能装备（上海）有限公司', employer, '澄江智能装备（上海）有限公司团支部'],
  ['澄江智能装备（上海）有限公司团支', employer, '澄江智能装备（上海）有限公司团支部'],
  ['张江镇学社衔接', residence, '张江镇学社衔接临时团支部'],
  ['张江镇流动', residence, '张江镇流动团员团支部'],
  ['张江镇', oneName, '张江镇流动团员团支部'],
  ['“澄江智能装备有限公司团支部”', employer, '澄江智能装备有限公司团支部'],
  ['澄江智能装备 有限公司团支部。', employer, '澄江智能装备有限公司团支部'],
  ['全称：澄江智能装备有限公司团支部', employer, '澄江智能装备有限公司团支部'],
  ['澄江智能装备有限公司团支部😀', employer, '澄江智能装备有限公司团支部'],
  ['澄江投资中心（有限合伙）', employer, '澄江投资中心（有限合伙）团支部'],
  ['张江镇张江社区团支', residence, '张江镇张江社区团支部'],
])('writes %s cleanly or to its end', (name, route, proposal) => {
  expect(proposalFor(name, route)).toBe(proposal);
});

test.each([
  ['王老师', employer],
  ['李经理 13812345678', employer],
  ['澄江公司', employer],
  ['澄江市第一医院', employer],
  ['澄江大学', employer],
  ['东大', school],
  ['澄江大学光电学院', school],
  ['张江镇', school],
  ['机电学院1,2班团支部', employer],
  ['第1 2车间联合团支部', employer],
  ['一 二车间团支部', employer],
  ['张江镇', residence],
  ['阿里巴巴团组织', employer],
  ['杭州的一家公司', employer],
  ['张江镇团支部', residence],
  ['张江镇流动团支部', residence],
  ['张江镇张江社区', oneName],
  ['张江镇学社衔接临时团支部', oneName],
  ['澄江智能装备（上海）有限公司支部委员', employer],
  ['华中科技大学“启明学院”2026级团支部', school],
  ['浙江大学工程师学院2026级电子信息Ⅱ班团支部', school],
])('proposes nothing for %s: that would be another name', (name, route) => {
  expect(proposalFor(name, route)).toBeUndefined();
});

test.each([
  ['我爱我家控股集团股份有限公司团支部', employer],
  ['北京值得买什么科技股份有限公司团支部', employer],
  ['中行大厦物业管理有限公司团支部', employer],
  ['第一创业证券股份有限公司团支部', employer],
  ['集团路社区团支部', residence],
])('asks nothing about %s, whose words only sound like an answer', (name, route) => {
  expect(codes(name, route)).toEqual([]);
});

test.each([
  ['澄江智能装备有限公司团委', employer],
  ['共青团澄江智能装备有限公司委员会', employer],
  ['共青团上海市杨浦区五角场街道工作委员会', residence],
  ['张江镇张江社区团支部', residence],
  ['永清镇南峡村团总支', residence],
])('lets the committee or village branch %s pass where the rulebook does', (name, route) => {
  expect(codes(name, route)).toEqual([]);
});

describe('what is known about the person', () => {
  const own = { ownBranch: '光电2201团支部', ownCollege: '光电信息与计算机工程学院' };
  const inShenzhen = { region: { names: ['广东省', '深圳市', '南山区', '粤海街道'], code: '440305007' } };

  test.each([
    ['光电2201团支部', employer, '这像是你现在的团支部'],
    ['光电信息与计算机工程学院光电2201团支部', school, '这像是你现在的团支部'],
    ['上海理工大学光电信息与计算机工程学院团支部', employer, '这像是你现在的学院'],
  ])('their own branch or college %s is asked about', (name, route, title) => {
    const why = '这里要写接收你的那一边，不是你现在在的地方。请问对方：团支部的全称是什么？';
    expect(checkOrganisationName(name, route, own)).toEqual([{ code: 'own-branch', title, why }]);
  });

  test.each([
    ['a branch of four characters', '光电一班联合团支部', { ownBranch: '光电一班团支部' }, true],
    [
      'one of three, which stand in others by chance',
      '光电班联合团支部',
      { ownBranch: '光电班团支部' },
      false,
    ],
    ['a college of four characters', '光电学院职工团支部', { ownCollege: '光电学院' }, true],
    ['one of three', '光学院职工团支部', { ownCollege: '光学院' }, false],
    ['nothing', '光电学院职工团支部', {}, false],
  ])('their own is told by %s', (_what, name, context, is) => {
    expect(codes(name, employer, context).includes('own-branch')).toBe(is);
  });

  test('who stays at the same college may name it', () => {
    const name = '上海理工大学光电信息与计算机工程学院2026级硕士1班团支部';
    expect(codes(name, school, own)).toEqual([]);
  });

  test.each([
    ['南京银行股份有限公司团支部', employer, '南京，你选的地区是深圳'],
    ['广西壮族自治区邮电规划院团支部', employer, '广西，你选的地区是深圳'],
    ['江苏省南京市江宁区秣陵街道流动团员团支部', residence, '南京，你选的地区是深圳'],
    ['桃源街道流动团员团支部', residence, '桃源街道，你选的地区是粤海街道'],
  ])('the place in %s is held against the chosen region', (name, route, words) => {
    const [finding] = checkOrganisationName(name, route, inShenzhen);
    expect(finding?.code).toBe('other-place');
    expect(finding?.why).toContain(words);
  });

  test.each([
    ['招商银行股份有限公司深圳分行团支部', employer],
    ['北京大学深圳医院团委', employer],
    ['中国平安保险（集团）股份有限公司团委', employer],
    ['南京路小学教工团支部', employer],
    ['东方航空物流股份有限公司团支部', employer],
    ['广东省电信规划设计院有限公司团支部', employer],
    ['深圳市南山区粤海街道团工委', residence],
    ['粤海街道流动团员团支部', residence],
  ])('%s says no other place', (name, route) => {
    expect(codes(name, route, inShenzhen)).toEqual([]);
  });

  test.each([
    ['苏州工业园区唯亭街道流动团员团支部', '江苏省/苏州市/虎丘区/唯亭街道', false, residence],
    ['南京市玄武区新街口街道流动团员团支部', '江苏省/苏州市/姑苏区/双塔街道', true, residence],
    ['杭州市西湖区北山街道毕业学生流动团员团支部', '浙江省/杭州市/西湖区/西溪街道', true, residence],
    ['西溪街道流动团员团支部', '浙江省/杭州市/西湖区/西溪街道', false, residence],
    ['西湖区流动团员团支部', '浙江省/杭州市/西湖区/西溪街道', false, residence],
    ['杭州市流动团员团支部', '浙江省/杭州市/西湖区/西溪街道', false, residence],
    ['南昌市西湖区流动团员团支部', '浙江省/杭州市/西湖区/西溪街道', true, residence],
    ['上海市浦东新区张江镇流动团员团支部', '上海市/市辖区/浦东新区/张江镇', false, residence],
    ['上海市浦东新区川沙新镇流动团员团支部', '上海市/市辖区/浦东新区/张江镇', true, residence],
    ['北京市朝阳区望京街道团工委', '辽宁省/朝阳市/双塔区/南塔街道', true, residence],
    ['朝阳市双塔区南塔街道流动团员团支部', '北京市/市辖区/朝阳区/望京街道', true, residence],
    ['吉林市船营区流动团员团支部', '吉林省/吉林市/船营区/德胜街道', false, residence],
    ['长春市朝阳区永昌街道流动团员团支部', '吉林省/长春市/朝阳区/永昌街道', false, residence],
    ['海南省海口市美兰区海甸街道流动团员团支部', '青海省/海南藏族自治州/共和县/恰卜恰镇', true, residence],
    [
      '伊宁市萨依布依街道流动团员团支部',
      '新疆维吾尔自治区/伊犁哈萨克自治州/伊宁市/萨依布依街道',
      false,
      residence,
    ],
    ['昆山市花桥镇流动团员团支部', '江苏省/苏州市/昆山市/花桥镇', false, residence],
    ['昆山市花桥经济开发区流动团员团支部', '江苏省/苏州市/昆山市/花桥镇', false, residence],
    ['义乌市流动团员团支部', '浙江省/金华市/义乌市/北苑街道', false, residence],
    ['南京东路街道流动团员团支部', '上海市/市辖区/黄浦区/南京东路街道', false, residence],
    ['深圳市腾讯计算机系统有限公司团委', '广东省/深圳市/南山区/粤海街道', false, employer],
    ['中国建设银行股份有限公司深圳市分行团委', '上海市/市辖区/浦东新区/陆家嘴街道', true, employer],
    ['南京银行股份有限公司上海分行团支部', '上海市/市辖区/浦东新区/陆家嘴街道', false, employer],
    ['上海建工集团股份有限公司南京分公司团支部', '江苏省/南京市/鼓楼区/宁海路街道', false, employer],
    ['国网江苏省电力有限公司苏州供电分公司团委', '江苏省/无锡市/梁溪区/崇安寺街道', true, employer],
    ['中国铁路上海局集团有限公司合肥站团委', '安徽省/合肥市/瑶海区/站前街道', false, employer],
    ['江西铜业股份有限公司团委', '江西省/鹰潭市/贵溪市/雄石街道', false, employer],
    ['重庆长安汽车股份有限公司南京研究院团支部', '江苏省/南京市/江宁区/秣陵街道', false, employer],
    ['北京大学深圳研究生院2026级硕士团支部', '广东省/深圳市/南山区/桃源街道', false, school],
    ['浙江大学2026级研究生团支部', '浙江省/杭州市/西湖区/灵隐街道', false, school],
    ['南京大学苏州校区2026级硕士团支部', '江苏省/苏州市/虎丘区/通安镇', false, school],
    ['武汉大学2026级硕士1班团支部', '江苏省/南京市/鼓楼区/宁海路街道', true, school],
    ['兰州大学草地农业科技学院2026级团支部', '甘肃省/兰州市/城关区/皋兰路街道', false, school],
    ['复旦大学2026级硕士团支部', '上海市/市辖区/杨浦区/五角场街道', false, school],
  ])('%s, with %s chosen, is asked about its place: %s', (name, names, isAsked, route) => {
    const region = { names: names.split('/'), code: '000000' };
    expect(codes(name, route, { region }).includes('other-place')).toBe(isAsked);
  });

  test('a bank of another city with a branch in the chosen municipality says no other place', () => {
    const inPudong = { region: { names: ['上海市', '市辖区', '浦东新区'], code: '310115' } };
    expect(codes('南京银行股份有限公司上海分行团支部', employer, inPudong)).toEqual([]);
  });

  test('what says another place is not completed', () => {
    const findings = checkOrganisationName('桃源街道', oneName, inShenzhen);
    expect(findings.map(({ code, proposal }) => [code, proposal])).toEqual([
      ['not-a-branch', undefined],
      ['other-place', undefined],
    ]);
  });

  test('nothing is asked about a receiver known to be right', () => {
    const name = '桃源街道流动团员团支部';
    const verified = ['（上海） 桃源团支部'];
    const known = { ...inShenzhen, verified: [...verified, '桃源街道 流动团员团支部'] };
    expect(checkOrganisationName(name, residence, known)).toEqual([]);
    expect(codes(name, residence, { ...inShenzhen, verified })).toEqual(['other-place']);
  });
});

test('an empty field is no finding: the form says that it is required', () => {
  expect(checkOrganisationName('  ', employer)).toEqual([]);
});

test('a confidential employer is refused whatever is typed', () => {
  const why = '这个去向不填单位或组织的名称，请删掉。';
  for (const name of ['某研究所团支部', '特殊人员专属人才库'])
    expect(checkOrganisationName(name, rule('confidential'))).toEqual([
      { code: 'not-asked', title: '这里不用写名称', why },
    ]);
});

test.each([
  ['“光电2201团支部', employer, ['stray-characters', 'misplaced']],
  ['“待定', employer, ['no-name']],
  ['澄江智能装备有限公司团支部', noCommittee, []],
  ['永清流动团员团支部', residence, []],
  ['永清团工委', residence, []],
  ['永清团支部', residence, ['incomplete']],
  ['华为技术有限公司团委', school, ['misplaced']],
])('of all there is to ask about %s the telling is asked', (name, route, asked) => {
  expect(codes(name, route)).toStrictEqual(asked);
});

test('a proposal never repeats its finding, and every finding gives a reason in a sentence', () => {
  const typed = [
    '张江镇团支部',
    '张江镇',
    '澄江有限公司',
    '“澄江有限公司团支部',
    '计算机学院',
    '无',
    '单位团支部。',
    '澄江公司团委',
  ];
  const routes = RULEBOOKS.flatMap(({ ways }) => ways.flatMap((way) => way.routes));
  for (const route of [...routes, noCommittee]) {
    for (const finding of typed.flatMap((name) => checkOrganisationName(name, route))) {
      expect(finding.title).toMatch(/^.{4,}$/);
      expect(finding.why).toMatch(/^.{8,}[。？]$/);
      if (finding.proposal !== undefined) expect(codes(finding.proposal, route)).not.toContain(finding.code);
    }
  }
});
