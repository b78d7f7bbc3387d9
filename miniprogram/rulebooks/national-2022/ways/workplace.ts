import type { WayRule } from '../../../domain/rules/rulebook';
import { basisOf } from '../../sources';
import type { Start } from '../start';
import { placeRoute, type PlaceId } from './place';

/** Who has work goes to where the work or the home is; 户籍地 is not offered (QA22). */
export const workplace = (start: Start): WayRule => {
  const route = (id: PlaceId, basis: string) =>
    placeRoute(
      id,
      {
        reason: start.reasons.noBranch,
        boxes: '填单位名称和地址；',
        later: '以后单位有了团组织，再转到单位。',
        basis,
        // The notices speak of the self-employed, and not of what they write as their employer.
        missing: '自由职业、灵活就业没有单位名称可填，就编了一个。先问学院怎么填。',
        mistake: '有了工作还转回户籍地。人不在那里，活动参加不了，以后还要再转。',
      },
      start,
    );
  return {
    id: 'workplace',
    label: '有工作，单位没有团组织',
    shortLabel: '工作地',
    routeQuestion: '转到哪里的街道、乡镇？',
    routes: [
      route('work-place', basisOf('G22', 'SICAU24', 'GD25')),
      route('current-residence', basisOf('G22', 'QA22')),
    ],
  };
};
