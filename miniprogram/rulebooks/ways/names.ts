/** How the full names of receiving organisations look, by kind. */
import type { RouteRule } from '../../domain/rules/rulebook';
import { BRANCH_ENDINGS, namesOf } from '../terms';
import type { Terms } from '../terms';

type NameRules = Pick<
  RouteRule,
  'receiver' | 'organisationEndings' | 'misplacedEndings' | 'nameMustMention' | 'nameMissing'
>;

export const NO_NAME: NameRules = {
  receiver: null,
  organisationEndings: [],
  misplacedEndings: [],
  nameMustMention: [],
  nameMissing: null,
};

const holdingElsewhere = (terms: Terms, why: string): NameRules['misplacedEndings'] =>
  [...terms.holdingBranches, ...terms.formerHoldingBranches].map((ending) => ({
    ending,
    why,
    replacement: null,
  }));

/** Employers and schools are asked for the name of their branch. */
const ASKED = {
  nameHint: '要向对方问来，一个字都不能差',
  namePlaceholder: '照着对方给的全称，一字不差',
  searchByEnding: false,
} as const;

export const employerNames = (terms: Terms): NameRules => ({
  receiver: {
    label: '单位团支部',
    placeLabel: '单位所在地',
    tellTitle: '先问单位要这个名称',
    ...ASKED,
  },
  organisationEndings: BRANCH_ENDINGS,
  misplacedEndings: holdingElsewhere(
    terms,
    '这是街道、乡镇收毕业生用的团支部。你选的去向是工作单位，要写单位的团支部；单位没有，就换一种去向。',
  ),
  nameMustMention: [],
  nameMissing: null,
});

export const schoolNames = (terms: Terms): NameRules => ({
  receiver: {
    label: '新学校团支部',
    placeLabel: '学校所在地',
    tellTitle: '先问学校要这个名称',
    ...ASKED,
  },
  organisationEndings: BRANCH_ENDINGS,
  misplacedEndings: holdingElsewhere(
    terms,
    '这是街道、乡镇收毕业生用的团支部。你选的去向是升学，要写新学校学院的团支部。',
  ),
  nameMustMention: ['大学', '学院', '学校', '研究院', '研究所', '研究生院', '党校'],
  nameMissing: '没有看到学校的名称。全称一般从学校、学院写到班级，请问新学校的学院团委。',
});

/** @param placeLabel whose 街道 or 乡镇 it is */
export const holdingNames = (terms: Terms, placeLabel: string): NameRules => ({
  receiver: {
    label: '对方团组织',
    placeLabel,
    tellTitle: '先打电话问清楚',
    nameHint: '具体是哪一个，问当地街道、乡镇团委',
    namePlaceholder: `街道或乡镇的${terms.holdingBranches[0] ?? '团支部'}`,
    searchByEnding: true,
  },
  organisationEndings: terms.holdingBranches,
  misplacedEndings: terms.formerHoldingBranches.map((ending) => ({
    ending,
    why: `按这一年的规则，街道、乡镇接收毕业生的是${namesOf(terms.holdingBranches)}。和对方再核对一下？`,
    replacement: terms.holdingBranches[0] ?? null,
  })),
  nameMustMention: ['街道', '镇', '乡', '苏木', '社区', '村', '开发区', '园区', '农场'],
  nameMissing: '前面要有街道或乡镇的名称，比如“张江镇”。每个街道都有一个，只写后半截会转错。',
});
