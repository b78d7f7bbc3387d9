import type { WayRule } from '../../../domain/rules/rulebook';
import type { Terms } from '../terms';
import { residenceRoute } from './residence';

export const noOrganisation = (terms: Terms): WayRule => {
  const words = {
    reason: '其他',
    later: '以后工作定了、单位有团组织，再从这里转到单位。',
    basis: terms.basis['no-organisation'],
    mistake: '以为没有工作就不用转。关系留在学校，毕业后很难再办。',
  };
  return {
    id: 'no-organisation',
    label: '工作还没定，或单位没有团组织',
    shortLabel: '街道乡镇',
    routeQuestion: '转到哪里的街道、乡镇？',
    routes: [
      residenceRoute('registered-residence', terms, words),
      residenceRoute('current-residence', terms, words),
    ],
  };
};
