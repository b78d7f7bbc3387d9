/** Names that nearly are of another kind: which words tell, and where in a name they do. */
import { checkOrganisationName } from '../../../../../miniprogram/domain/rules/names/check';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const routeTo = (kind: 'employer' | 'school' | 'home') => {
  const [route] = national2022.ways
    .flatMap(({ routes }) => routes)
    .filter(({ receiver }) => receiver?.kind === kind);
  if (!route) throw new Error(`no route leads to ${kind}`);
  return route;
};
const asked = (kind: 'employer' | 'school' | 'home', name: string): string =>
  checkOrganisationName(name, routeTo(kind))
    .map(({ code }) => code)
    .join(' ');

test.each([
  ['机械学院硕士1班团支部', 'misplaced'],
  ['机械学院硕士12班团支部', 'misplaced'],
  ['机械学院硕士第二班团支部', 'misplaced'],
  ['澄江研究生教育中心团支部', ''],
  ['澄江3级泵站团支部', ''],
  ['32456部队团支部', 'misplaced'],
  ['大四4班团支部', 'misplaced'],
  ['大三元酒家团支部', ''],
  // Where people live takes in those without an employer's branch.
  ['昆山市翠湖社区团支部', 'misplaced'],
  ['昆山市南峡村团支部', 'misplaced'],
  ['昆山市花桥镇团委', ''],
  ['昆山市人才市场团支部', 'misplaced'],
  ['昆山市人才服务中心团支部', ''],
])('the employer %s: %s', (name, codes) => {
  expect(asked('employer', name)).toBe(codes);
});

test.each([
  // Two places are called as if they were schools.
  ['商洛职业技术学院流动团员团支部', ''],
  ['商州区商洛职业技术学院流动团员团支部', ''],
  ['华南热作学院流动团员团支部', ''],
  ['铁路小学社区团支部', ''],
  ['昆山七中团支部', 'misplaced'],
  // An office itself, and not the street or the village beside it.
  ['泰安市烟草局社区团委', ''],
  ['泰安市人民医院社区团委', ''],
  ['泰安市建设银行社区团委', ''],
  ['泰安市第六医院团委', 'misplaced'],
  ['泰安市第十一医院团委', 'misplaced'],
  ['杨浦区教育局团委', 'misplaced'],
  ['杨浦区教育局团支部', 'misplaced'],
  ['杨浦区教育局流动团员团支部', ''],
  ['塘下镇派出所团支部', 'misplaced'],
  ['塘下镇卫生院团支部', 'misplaced'],
  ['塘下镇派出所村团支部', ''],
])('the place %s: %s', (name, codes) => {
  expect(asked('home', name)).toBe(codes);
});

test.each([
  ['外国语学院2026级硕士1班团支部', 'incomplete'],
  ['外语学院2026级硕士1班团支部', 'incomplete'],
  // A class of no school.
  ['26级研究生团支部', 'incomplete'],
  ['2026级硕士1班团支部', 'incomplete'],
  ['博士生第三团支部', 'incomplete'],
  ['吉林大学2026级新生临时团支部', ''],
  ['英国爱丁堡大学商学院2026级团支部', 'misplaced'],
  // Run from abroad, and at home here.
  ['香港科技大学信息枢纽（广州）2026级硕士团支部', ''],
  ['清华大学（深圳国际校区）团支部', 'incomplete'],
])('the school %s: %s', (name, codes) => {
  expect(asked('school', name)).toBe(codes);
});

test('a branch called after its place alone is asked about with the endings the rules name', () => {
  const twoEndings = { ...routeTo('home'), organisationEndings: ['流动团员团支部', '学社衔接临时团支部'] };
  expect(checkOrganisationName('张江镇团支部', twoEndings)).toEqual([
    {
      code: 'not-a-branch',
      title: '后半截和常见的不一样',
      why: '街道、乡镇收毕业生的，一般叫“流动团员团支部”或“学社衔接临时团支部”。对方给的就是这个名称吗？',
    },
  ]);
});

test.each(['employer', 'home'] as const)(
  'a name of %s without an ending is asked about with all that end such names',
  (kind) => {
    const route = routeTo(kind);
    const [finding] = checkOrganisationName('张江镇澄江集团', route);
    const endings = [...route.organisationEndings, '团总支', '团委'].map((ending) => `“${ending}”`);
    expect(finding).toStrictEqual({
      code: 'not-a-branch',
      title: '好像还差后半截',
      why: `全称一般以${endings.join('、')}结尾，和对方再核对一下？`,
    });
  },
);

test.each([
  ['employer', '武警合肥支队团支部', '这像是部队的名称'],
  ['employer', '93756部队团支部', '这像是部队的名称'],
  ['home', '95979部队团支部', '这像是部队的名称'],
  ['employer', '安徽省国家安全厅团支部', '这像是保密机构'],
  ['employer', '全国铁道团委', '只写到系统团委'],
  ['employer', '共青团成都市委员会', '只写到市'],
  ['employer', '共青团安徽省委', '只写到省、直辖市'],
  ['home', '合肥市流动团员团支部', '只写到市'],
  ['home', '中铁四局集团有限公司团委', '这像是单位的名称'],
  ['home', '安徽省人才市场流动团员团支部', '“人才市场”和去向对不上'],
  ['school', '中国人民大学附属中学团委', '这像是中小学'],
  ['school', '同济大学建筑设计研究院（集团）有限公司团委', '这像是单位的名称'],
  ['school', '中国矿大力建学院团支部', '像是简称，不是全称'],
  ['school', 'USTC研究生团支部', '像是简称，不是全称'],
  ['school', '光华管理学院2027级硕士团支部', '前面好像少了学校'],
  ['employer', '上海电气团支部（暂定）', '这像是一句话，不是名称'],
] as const)('in the name of a receiver (%s), %s is asked about: %s', (kind, name, title) => {
  expect(checkOrganisationName(name, routeTo(kind)).map((finding) => finding.title)).toEqual([title]);
});

test.each([
  ['employer', '武警上海市总队医院团支部'],
  ['school', '武警工程大学研究生大队团支部'],
  ['employer', '共青团上海电气集团股份有限公司委员会'],
  ['employer', '中国共产主义青年团上海电气集团股份有限公司委员会'],
  ['home', '共青团肥西县委'],
  ['home', '东莞市流动团员团支部'],
  ['home', '大理市流动团员团支部'],
  ['home', '共青团海南农垦八一总场有限公司委员会'],
  ['school', '中南财经政法大学法学院2027级硕士团支部'],
  ['school', '国科大杭州高等研究院2027级硕士团支部'],
  ['school', '中国航天科技集团有限公司第八研究院研究生团支部'],
  ['school', '新加坡国立大学苏州研究院研究生团支部'],
  ['school', '香港科技大学广州2027级硕士团支部'],
  ['school', '中国民用航空飞行学院飞行技术学院团委'],
  ['employer', '浙大城市学院团支部'],
] as const)('in the name of a receiver (%s), %s is taken as it is', (kind, name) => {
  expect(checkOrganisationName(name, routeTo(kind))).toEqual([]);
});
