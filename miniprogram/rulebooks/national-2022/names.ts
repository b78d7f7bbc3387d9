/** How the full names of receiving organisations look, by kind. A committee may receive and then assign a branch. */
import type { RouteRule } from '../../domain/rules/rulebook';

type NameRules = Pick<
  RouteRule,
  'receiver' | 'organisationEndings' | 'misplacedWords' | 'nameMustMention' | 'nameMissing'
>;

/** Words that only branches for people without another one have, also under their former name. */
const HOLDING_WORDS = ['流动团', '学社衔接'] as const;

export const NO_NAME: NameRules = {
  receiver: null,
  organisationEndings: [],
  misplacedWords: [],
  nameMustMention: [],
  nameMissing: null,
};

/** Names of branches that no graduate applies to. */
const NOBODYS: NameRules['misplacedWords'] = [
  ...['延迟毕业', '延期毕业'].map((words) => ({
    words,
    why: '这是学院给延迟毕业同学的团支部。还没毕业，就换成“延迟毕业”，由学院标记。',
  })),
  ...['特殊人员', '特殊单位', '专属库'].map((words) => ({
    words,
    why: '这是参军、保密单位的去处，由上级团组织转入。是这样的话，换成那个去向，不用写名称。',
  })),
];

/** HGNU25: the relation follows where somebody goes, wherever the file is kept. */
const notWithTheFile = (then: string): NameRules['misplacedWords'] => [
  { words: '人才市场', why: `档案放在人才市场，团关系不用跟着去。${then}` },
];

const notForStreets = (why: string): NameRules['misplacedWords'] => [
  ...HOLDING_WORDS.map((words) => ({ words, why })),
  ...NOBODYS,
];

const ASKED = {
  committees: true,
  holdingWords: [],
  nameHint: '要向对方问来，一个字都不能差',
  namePlaceholder: '照着对方给的全称，一字不差',
  searchByEnding: false,
} as const;

export const EMPLOYER_NAMES: NameRules = {
  receiver: {
    kind: 'employer',
    label: '单位团组织',
    placeLabel: '单位所在地',
    tellTitle: '先问单位要这个名称',
    ...ASKED,
  },
  organisationEndings: ['团支部'],
  misplacedWords: [
    ...notForStreets('这是街道、乡镇收毕业生用的团支部。单位没有团组织，就换成“单位没有团组织”。'),
    ...notWithTheFile('写你上班的单位的团组织。'),
  ],
  nameMustMention: [],
  nameMissing: null,
};

export const SCHOOL_NAMES: NameRules = {
  receiver: {
    kind: 'school',
    label: '新学校团组织',
    placeLabel: '学校所在地',
    tellTitle: '先问学校要这个名称',
    ...ASKED,
  },
  organisationEndings: ['团支部'],
  misplacedWords: notForStreets('这是街道、乡镇收毕业生用的团支部。升学要写新学校的团组织。'),
  nameMustMention: ['大学', '学院', '研究院', '研究所', '研究生', '科学院', '党校'],
  nameMissing: '没有看到学校的名称。全称一般从学校、学院写到班级，请问新学校的学院团委。',
};

/** @param placeLabel whose 街道 or 乡镇 it is */
export const placeNames = (placeLabel: string): NameRules => ({
  receiver: {
    kind: 'home',
    committees: true,
    holdingWords: HOLDING_WORDS,
    label: '对方团组织',
    placeLabel,
    tellTitle: '先打电话问清楚',
    nameHint: '问当地街道、乡镇团（工）委，或者村、社区',
    namePlaceholder: '街道、乡镇或村、社区团组织的全称',
    searchByEnding: true,
  },
  organisationEndings: ['流动团员团支部'],
  misplacedWords: [...NOBODYS, ...notWithTheFile('写你住的地方的街道、乡镇团组织。')],
  nameMustMention: [...'街道镇乡村区县市旗场港屯里', '苏木', '园', '科技城', '居委会', '办事处', '兵团'],
  nameMissing: '前面要有地方的名称，比如“张江镇”。只写后半截会转错。',
});
