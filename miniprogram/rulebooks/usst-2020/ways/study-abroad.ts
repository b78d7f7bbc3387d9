import type { RouteRule, WayRule } from '../../../domain/rules/rulebook';
import { IN_COLLEGE } from '../keeping';
import { BY_COLLEGE } from './handling';
import type { Terms } from '../terms';
import { NO_NAME } from './names';
import { residenceRoute } from './residence';

const keep = (terms: Terms): RouteRule => ({
  id: 'keep',
  label: '保留在学院',
  hint: '由学院登记，之后要定期和学院联系',
  transferReason: null,
  targetHint: '不用填，关系留在学院',
  ...BY_COLLEGE,
  keeping: IN_COLLEGE.id,
  guarded: true,
  list: 'kept',
  required: ['registeredResidence', 'currentResidence', 'parentContact'],
  optional: [],
  ...NO_NAME,
  basis: terms.basis['study-abroad'],
  guide: {
    summary: '你向学院提出申请，学院审核后登记，团关系先留在学院。回国后再转到新的团组织。',
    steps: [
      '在这里填好户籍所在地、居住地和父母的联系方式',
      '学院团委审核，合格后登记保留',
      '在外期间定期和学院联系，参加团组织活动',
      '回国后尽快登录智慧团建，把关系转出去',
    ],
    prepare: [
      '户籍所在地，具体到街道、乡镇',
      '现在的居住地，具体到街道、乡镇',
      '父母一方的姓名和电话，先和他们说一声',
      '一个在国（境）外也能收到消息的联系方式',
    ],
    tellReceiver: null,
    mistakes: [
      '以为申请了就一定能保留。学院审核通过才算。',
      '出去以后一直没有和学院联系，学院找不到人。',
      '自己又在智慧团建发起了转出，和保留冲突。',
    ],
    askWhom: '问学院团委老师',
  },
});

export const studyAbroad = (terms: Terms): WayRule => {
  const words = {
    reason: '其他',
    later: '回国以后工作定了，再从这里转到单位。',
    basis: terms.basis['study-abroad'],
    mistake: '想转到国（境）外的学校。智慧团建上没有那边的团组织。',
  };
  return {
    id: 'study-abroad',
    label: '出国（境）继续读书',
    shortLabel: '出国深造',
    routeQuestion: '读书期间，团关系放在哪里？',
    routes: [
      residenceRoute('registered-residence', terms, words),
      residenceRoute('current-residence', terms, words),
      keep(terms),
    ],
  };
};
