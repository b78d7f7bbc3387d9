/** How the full names of receiving organisations look, by kind. */
import type { RouteRule } from '../../../domain/rules/rulebook';
import { BRANCH_ENDINGS, namesOf } from '../terms';
import type { Terms } from '../terms';

type NameRules = Pick<
  RouteRule,
  'receiver' | 'organisationEndings' | 'misplacedWords' | 'nameMustMention' | 'nameMissing'
>;

export const NO_NAME: NameRules = {
  receiver: null,
  organisationEndings: [],
  misplacedWords: [],
  nameMustMention: [],
  nameMissing: null,
};

/** Names of branches that no graduate applies to: other ways lead there, through the college or the system. */
const OTHER_WAYS: NameRules['misplacedWords'] = [
  ...['延迟毕业', '延期毕业'].map((words) => ({
    words,
    why: '这是学院给延迟毕业同学的团支部。还没毕业，就换成延迟毕业那个去向，由学院登记。',
  })),
  ...['特殊人员', '特殊单位', '专属人才库'].map((words) => ({
    words,
    why: '这是保密单位的去处，由上级团组织转入。单位要保密，就换成那个去向，不用写名称。',
  })),
];

const holdingElsewhere = ({ holdingWords }: Terms, why: string): NameRules['misplacedWords'] => [
  ...holdingWords.map((words) => ({ words, why })),
  ...OTHER_WAYS,
];

/** Employers and schools are asked for the name of their branch. */
const ASKED = {
  nameHint: '要向对方问来，一个字都不能差',
  namePlaceholder: '照着对方给的全称，一字不差',
  searchByEnding: false,
  holdingWords: [],
} as const;

export const employerNames = (terms: Terms): NameRules => ({
  receiver: {
    kind: 'employer',
    committees: terms.committeesReceive,
    label: '单位团支部',
    placeLabel: '单位所在地',
    tellTitle: '先问单位要这个名称',
    ...ASKED,
  },
  organisationEndings: BRANCH_ENDINGS,
  misplacedWords: holdingElsewhere(
    terms,
    '这是街道、乡镇收毕业生用的团支部。你选的去向是工作单位，要写单位的团支部；单位没有，就换一种去向。',
  ),
  nameMustMention: [],
  nameMissing: null,
});

export const schoolNames = (terms: Terms): NameRules => ({
  receiver: {
    kind: 'school',
    committees: terms.committeesReceive,
    label: '新学校团支部',
    placeLabel: '学校所在地',
    tellTitle: '先问学校要这个名称',
    ...ASKED,
  },
  organisationEndings: BRANCH_ENDINGS,
  misplacedWords: holdingElsewhere(
    terms,
    '这是街道、乡镇收毕业生用的团支部。你选的去向是升学，要写新学校学院的团支部。',
  ),
  nameMustMention: ['大学', '学院', '研究院', '研究所', '研究生', '科学院', '党校'],
  nameMissing: '没有看到学校的名称。全称一般从学校、学院写到班级，请问新学校的学院团委。',
});

/** @param placeLabel whose 街道 or 乡镇 it is */
export const holdingNames = (terms: Terms, placeLabel: string): NameRules => ({
  receiver: {
    kind: 'home',
    committees: terms.committeesReceive,
    holdingWords: terms.holdingWords,
    label: '对方团组织',
    placeLabel,
    tellTitle: '先打电话问清楚',
    nameHint: '具体是哪一个，问当地街道、乡镇团委',
    namePlaceholder: `街道或乡镇的${terms.holdingBranches[0] ?? '团支部'}`,
    searchByEnding: true,
  },
  organisationEndings: terms.holdingBranches,
  misplacedWords: [
    ...OTHER_WAYS,
    ...terms.formerHoldingBranches.map((words) => ({
      words,
      why: `按这一年的规则，街道、乡镇接收毕业生的是${namesOf(terms.holdingBranches)}。和对方再核对一下？`,
    })),
  ],
  nameMustMention: [...'街道镇乡村区县市旗场港屯里'].concat(
    '苏木',
    '园',
    '科技城',
    '居委会',
    '办事处',
    '兵团',
  ),
  nameMissing: '前面要有街道或乡镇的名称，比如“张江镇”。每个街道都有一个，只写后半截会转错。',
});
