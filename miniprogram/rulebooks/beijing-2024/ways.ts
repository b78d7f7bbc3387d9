import type { RouteRule, WayRule } from '../../domain/rules/rulebook';
import { BY_COLLEGE } from '../national-2022/handling';
import { NO_NAME } from '../national-2022/names';
import { DEFERRED } from '../national-2022/ways/deferred';
import { employed } from '../national-2022/ways/employed';
import { furtherStudy } from '../national-2022/ways/further-study';
import { noOrganisation } from '../national-2022/ways/no-organisation';
import { studyAbroad } from '../national-2022/ways/study-abroad';
import { workAbroad } from '../national-2022/ways/work-abroad';
import { workplace } from '../national-2022/ways/workplace';
import { basisOf } from '../sources';
import { ON_BJYOUTH } from './start';

/** Moved by the branch's own account: the graduate only says so. */
const byBranchAccount = (
  words: Pick<RouteRule, 'label' | 'hint' | 'list'>,
  mistakes: string[],
): RouteRule => ({
  id: 'direct',
  transferReason: null,
  targetHint: '不用填，由团支部的账号转移',
  ...BY_COLLEGE,
  initiators: ['secretary', 'college'],
  required: [],
  optional: [],
  ...NO_NAME,
  ...words,
  basis: basisOf('CAU24'),
  guide: {
    summary: '自己转不了，由团支部的账号在“北京共青团”里转移。你告诉学院就行，单位的名称哪里都不写。',
    steps: ['在这里点“报给学院”', '团支书或学院用团支部账号转移，在这里记一笔', '有变化时告诉学院'],
    prepare: ['当面告诉学院团委老师，不用说单位名称'],
    tellReceiver: null,
    mistakes,
    askWhom: '当面问学院团委老师',
  },
});

const army: WayRule = {
  id: 'army',
  label: '参军入伍',
  shortLabel: '参军入伍',
  routeQuestion: null,
  routes: [
    byBranchAccount({ label: '由团支部账号转移', hint: '你告诉学院就行', list: 'army' }, [
      '自己在系统里找“参军”，找不到就选了别的。',
      '走之前没有告诉学院，名单上没有你。',
    ]),
  ],
};

const confidential: WayRule = {
  id: 'confidential',
  label: '工作单位属于涉密单位',
  shortLabel: '涉密单位',
  routeQuestion: null,
  routes: [
    byBranchAccount({ label: '由团支部账号转移', hint: '我们不会问单位的名称', list: null }, [
      '自己按“就业”转了，把单位名称填进了系统。',
      '把单位名称发给同学，或者写在备注里。',
    ]),
  ],
};

/** Started within the month after enrolment, so a month earlier than elsewhere. */
const earlier = (route: RouteRule): RouteRule => ({
  ...route,
  window: { opens: { month: 9, day: 1 }, deadline: { month: 9, day: 30 }, source: basisOf('BJ21') },
  basis: basisOf('BJ21', 'CAU24'),
});

const national = furtherStudy(ON_BJYOUTH);

/** The nation's ways as 北京 handles them. */
export const WAYS: readonly WayRule[] = [
  employed(ON_BJYOUTH),
  workplace(ON_BJYOUTH),
  { ...national, routes: national.routes.map(earlier) },
  noOrganisation(ON_BJYOUTH),
  studyAbroad(ON_BJYOUTH),
  workAbroad(ON_BJYOUTH),
  army,
  confidential,
  DEFERRED,
];
