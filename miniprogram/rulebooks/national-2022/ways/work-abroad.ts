import type { WayRule } from '../../../domain/rules/rulebook';
import { basisOf } from '../../sources';
import type { Start } from '../start';
import { employerRoute } from './employer';
import { placeRoute, type PlaceId } from './place';

/** 因公: with the employer who sends; 因私: home. */
export const workAbroad = (start: Start): WayRule => {
  const route = (id: PlaceId) =>
    placeRoute(
      id,
      {
        reason: start.reasons.abroad,
        boxes: '填去的国家或地区；',
        later: '回国以后单位有团组织，再转到单位。',
        basis: basisOf('GD25'),
        mistake: '想转到国（境）外的单位。系统里没有那边的团组织。',
      },
      start,
    );
  return {
    id: 'work-abroad',
    label: '出国（境）工作',
    shortLabel: '出国工作',
    routeQuestion: '团关系转到哪里？',
    routes: [
      employerRoute(
        {
          id: 'sent',
          label: '国内单位派出，转到单位',
          hint: '因公出国（境），单位有团组织',
          reason: start.reasons.sentAbroad,
          targetHint: '派你出去的国内单位，团组织的准确全称',
          basis: basisOf('G22', 'GD25'),
          summary: '劳动合同和国内单位签，由它派出去，团关系就放在这个单位。',
          find: '申请转入组织找派出单位的全称',
          mistake: '按户籍地转了出去，派出的单位反而没有你。',
        },
        start,
      ),
      route('current-residence'),
      route('registered-residence'),
    ],
  };
};
