import type { WayRule } from '../../../domain/rules/rulebook';
import type { Terms } from '../terms';
import { residenceRoute } from './residence';

export const workAbroad = (terms: Terms): WayRule => {
  const words = {
    reason: '其他',
    later: '回国以后单位有团组织，再从这里转到单位。',
    basis: terms.basis['work-abroad'],
    receiver: '团组织',
    mistake: '想转到国（境）外的单位。智慧团建上没有那边的团组织。',
  };
  return {
    id: 'work-abroad',
    label: '出国（境）工作',
    shortLabel: '出国工作',
    routeQuestion: '转到哪里的街道、乡镇？',
    routes: [
      residenceRoute('registered-residence', terms, words),
      residenceRoute('current-residence', terms, words),
    ],
  };
};
