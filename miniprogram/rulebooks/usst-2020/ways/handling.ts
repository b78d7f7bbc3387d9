/** How a route is handled, in the few combinations that the shipped ways have. */
import type { RouteRule } from '../../../domain/rules/rulebook';
import { CARD } from '../offline-steps';

type Handling = Pick<
  RouteRule,
  | 'handledBy'
  | 'receiverClock'
  | 'window'
  | 'initiators'
  | 'approvals'
  | 'offlineSteps'
  | 'keeping'
  | 'counts'
  | 'guarded'
>;

/** Started on 智慧团建 by the graduate, approved by the college, then the 《团员证》 is stamped. */
export const BY_GRADUATE: Handling = {
  handledBy: 'graduate',
  receiverClock: true,
  window: null,
  initiators: ['graduate'],
  approvals: ['college'],
  offlineSteps: [CARD.id],
  keeping: null,
  counts: true,
  guarded: false,
};

/** The graduate only tells the college, which enters it. */
export const BY_COLLEGE: Handling = {
  handledBy: 'college',
  receiverClock: false,
  window: null,
  initiators: ['college'],
  approvals: [],
  offlineSteps: [],
  keeping: null,
  counts: true,
  guarded: false,
};
