import type { RouteRule, WayRule } from '../../../domain/rules/rulebook';
import { basisOf } from '../../sources';
import { BY_COLLEGE } from '../handling';
import { KEEPING } from '../keeping';
import { NO_NAME } from '../names';
import type { Start } from '../start';
import { placeRoute, type PlaceId } from './place';

const keep = (start: Start): RouteRule => ({
  id: 'keep',
  label: '保留在学院',
  hint: '书面申请，学院批准，回国后尽快转走',
  transferReason: start.reasons.abroad,
  targetHint: '学院的“出国（境）学习研究团员团支部”',
  ...BY_COLLEGE,
  initiators: ['graduate', 'college'],
  keeping: KEEPING.abroad.id,
  guarded: true,
  list: 'kept',
  required: ['studyPlace', 'returnMonth', 'parentContact'],
  optional: ['registeredResidence', 'currentResidence'],
  ...NO_NAME,
  basis: basisOf('G22', 'ZJU20', 'SJTU20', 'SCUT25'),
  guide: {
    summary:
      '写一份申请，说明去哪里、去多久、国内怎么联系到家里。学院批准以后，团关系留在学院的“出国（境）学习研究团员团支部”。',
    steps: [
      '在这里填去处、预计回国的月份和父母的联系方式，报给学院',
      '交一份签了名的书面申请',
      '学院批准以后，会请你在系统里发起一次转接，转入学院的这个团支部',
      '在外期间定期和学院联系，回国后尽快转出去',
    ],
    prepare: [
      '去哪个国家或地区、哪所学校，预计什么时候回国',
      '父母一方的姓名和电话，先和他们说一声',
      '一个在国（境）外也收得到消息的联系方式',
    ],
    tellReceiver: null,
    mistakes: [
      '以为申请了就一定能保留。学院批准才算。',
      '出去以后一直不联系，学院找不到人。',
      '回国工作了，关系还留在学校。',
    ],
    askWhom: '问学院团委老师',
  },
});

export const studyAbroad = (start: Start): WayRule => {
  const route = (id: PlaceId) =>
    placeRoute(
      id,
      {
        reason: start.reasons.abroad,
        boxes: '填去的国家或地区；',
        later: '回国以后工作定了，再转到单位。',
        basis: basisOf('G22', 'GD25'),
        mistake: '想转到国（境）外的学校。系统里没有那边的团组织。',
      },
      start,
    );
  return {
    id: 'study-abroad',
    label: '出国（境）读书',
    shortLabel: '出国读书',
    routeQuestion: '读书期间，团关系放在哪里？',
    routes: [keep(start), route('current-residence'), route('registered-residence')],
  };
};
