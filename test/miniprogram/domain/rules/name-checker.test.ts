import { checkOrganisationName } from '../../../../miniprogram/domain/rules/name-checker';
import type { RouteId, WayId } from '../../../../miniprogram/domain/rules/ways';
import type { RouteRule } from '../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS, routeOf, rulebookOf } from '../../../../miniprogram/rulebooks';

const rule = (wayId: WayId, routeId: RouteId = 'direct', rulebookId = 'usst-2020'): RouteRule => {
  const rulebook = rulebookOf(rulebookId);
  const found = rulebook && routeOf(rulebook, wayId, routeId);
  if (!found) throw new Error(`no ${wayId}/${routeId}`);
  return found;
};
const codes = (name: string, route: RouteRule) => checkOrganisationName(name, route).map(({ code }) => code);

const employer = rule('employed');
const school = rule('further-study');
const residence = rule('no-organisation', 'registered-residence');
const residence2024 = rule('no-organisation', 'registered-residence', 'national-2024');

test.each([
  ['澄江智能装备（上海）有限公司团支部', employer],
  ['共青团北辰海洋仪器（青岛）有限公司支部委员会', employer],
  ['国网上海市电力公司团支部', employer],
  ['中国铁路上海局集团有限公司上海动车段团支部', employer],
  ['ABC Technology（上海）有限公司团支部', employer],
  ['上海市宝山区第二中学团支部', employer],
  ['华东师范大学计算机科学与技术学院2026级硕士团支部', school],
  ['北京大学信息科学技术学院 A 班团支部'.replace(/ /g, ''), school],
  ['上海市浦东新区张江镇学社衔接临时团支部', residence],
  ['浙江省杭州市西湖区北山街道流动团员团支部', residence],
  ['浙江省杭州市西湖区北山街道流动团员团支部', residence2024],
])('lets the full official name %s pass', (name, route) => {
  expect(checkOrganisationName(name, route)).toEqual([]);
});

test.each([
  ['澄江智能装备（上海）有限公司', employer, 'not-a-branch', '澄江智能装备（上海）有限公司团支部'],
  ['澄江智能装备（上海）有限公司团支', employer, 'not-a-branch', '澄江智能装备（上海）有限公司团支部'],
  ['澄江智能装备（上海）有限公司支部委员', employer, 'not-a-branch', undefined],
  ['华为团支部', employer, 'abbreviation', undefined],
  ['澄江公司团支部', employer, 'abbreviation', undefined],
  ['IBM团支部', employer, 'abbreviation', undefined],
  ['浙大计算机学院2026级硕士团支部', school, 'abbreviation', undefined],
  ['计算机2026级硕士团支部', school, 'incomplete', undefined],
  ['共青团澄江智能装备有限公司委员会', employer, 'wrong-level', undefined],
  ['澄江智能装备有限公司团委', employer, 'wrong-level', undefined],
  ['澄江智能装备有限公司团总支', employer, 'wrong-level', undefined],
  ['共青团澄江智能装备有限公司总支部委员会', employer, 'wrong-level', undefined],
  ['澄江智能装备有限公司党支部', employer, 'wrong-level', undefined],
  ['张江镇团委', residence, 'wrong-level', undefined],
  ['张江镇学社衔接临时团支部', employer, 'misplaced', undefined],
  ['张江镇流动团员团支部', school, 'misplaced', undefined],
  ['张江镇学社衔接临时团支部', residence2024, 'misplaced', '张江镇流动团员团支部'],
  ['张江镇团支部', residence, 'not-a-branch', '张江镇学社衔接临时团支部'],
  ['张江镇学社衔接', residence, 'not-a-branch', '张江镇学社衔接临时团支部'],
  ['张江镇团支部', residence2024, 'not-a-branch', '张江镇流动团员团支部'],
  ['学社衔接临时团支部', residence, 'incomplete', undefined],
  ['XX公司团支部', employer, 'placeholder', undefined],
  ['某某有限公司团支部', employer, 'placeholder', undefined],
  ['待定', employer, 'placeholder', undefined],
  ['“澄江智能装备有限公司团支部”', employer, 'stray-characters', '澄江智能装备有限公司团支部'],
  ['澄江智能装备 有限公司团支部。', employer, 'stray-characters', '澄江智能装备有限公司团支部'],
  ['澄江智能装备有限公司团支部\n', employer, undefined, undefined],
  ['全称：澄江智能装备有限公司团支部', employer, 'stray-characters', '澄江智能装备有限公司团支部'],
  ['澄江智能装备有限公司团支部😀', employer, 'stray-characters', '澄江智能装备有限公司团支部'],
])('says of %j what is wrong', (name, route, code, proposal) => {
  const [first] = checkOrganisationName(name, route);
  expect(first?.code).toBe(code);
  if (proposal !== undefined) expect(first?.proposal).toBe(proposal);
});

test('names a wrong character and a missing ending together', () => {
  expect(codes('澄江智能装备有限公司。', employer)).toEqual(['stray-characters', 'not-a-branch']);
});

test('an empty field is no finding: the form says that it is required', () => {
  expect(codes('  ', employer)).toEqual([]);
});

test('a confidential employer is refused whatever is typed', () => {
  expect(codes('某研究所团支部', rule('confidential'))).toEqual(['not-asked']);
  expect(codes('特殊人员专属人才库', rule('confidential'))).toEqual(['not-asked']);
});

test('a proposal never repeats its finding, and every finding gives a reason in a sentence', () => {
  const typed = [
    '张江镇团支部',
    '张江镇',
    '澄江有限公司',
    '“澄江有限公司团支部',
    '计算机学院',
    '张江镇学社衔接临时团支部',
  ];
  for (const rulebook of RULEBOOKS) {
    for (const route of rulebook.ways.flatMap(({ routes }) => routes)) {
      for (const finding of typed.flatMap((name) => checkOrganisationName(name, route))) {
        expect(finding.why).toMatch(/[。？]$/);
        if (finding.proposal !== undefined)
          expect(codes(finding.proposal, route)).not.toContain(finding.code);
      }
    }
  }
});
