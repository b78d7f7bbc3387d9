/** How a route is handled, in the combinations the national rules have. */
import type { RouteRule } from '../../domain/rules/rulebook';
import { OFFLINE } from './offline-steps';
import { WINDOWS } from './windows';

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
  | 'list'
>;

/** Towards society: anybody may start it, the college lets it go, the receiver takes it in. */
export const TO_SOCIETY: Handling = {
  handledBy: 'graduate',
  receiverClock: true,
  window: null,
  initiators: ['graduate', 'secretary', 'college', 'receiver'],
  approvals: ['college'],
  offlineSteps: [OFFLINE.card.id, OFFLINE.letter.id, OFFLINE.placed.id],
  keeping: null,
  counts: true,
  guarded: false,
  list: null,
};

/** To the next school, once it has built the newcomers' branch. */
export const TO_SCHOOL: Handling = { ...TO_SOCIETY, window: WINDOWS.school };

/** Army and confidential employers: the province decides, nobody counts a receiver's days, and paper goes along. */
export const TO_SPECIAL: Handling = {
  ...TO_SOCIETY,
  receiverClock: false,
  offlineSteps: [OFFLINE.card.id, OFFLINE.specialLetter.id],
  initiators: ['graduate', 'college'],
};

/** The college enters it. */
export const BY_COLLEGE: Handling = {
  ...TO_SOCIETY,
  handledBy: 'college',
  receiverClock: false,
  initiators: ['college'],
  approvals: [],
  offlineSteps: [],
};
