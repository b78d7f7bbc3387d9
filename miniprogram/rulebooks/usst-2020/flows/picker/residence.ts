import type { FlowNode } from '../../../../domain/rules/flow';
import type { WayId } from '../../../../domain/rules/ways';
import { namesOf } from '../../terms';
import type { Terms } from '../../terms';
import { option, question, wayNode } from '../../../flow-parts';

/** Ways that lead to a branch of a 街道 or 乡镇. */
export const RESIDENCE_WAYS = ['no-organisation', 'study-abroad', 'work-abroad'] as const;

export const residenceOptions = (way: WayId) => [
  option('registered', '户籍地的街道、乡镇', wayNode(way, 'registered-residence'), '户口本上的地址'),
  option('current', '居住地的街道、乡镇', wayNode(way, 'current-residence'), '你自己或父母现在住的地方'),
];

export const residence = (id: string, way: WayId, terms: Terms): FlowNode =>
  question(
    id,
    '转到哪里的街道、乡镇？',
    residenceOptions(way),
    `两个地方都行，都有${namesOf(terms.holdingBranches)}。选联系得上的那个。`,
  );
