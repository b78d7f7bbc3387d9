/** Who may hand the telephone of the office that took them in on to classmates who go the same way. */
import type { RouteRule } from '../rules/rulebook/index';
import type { StateOrNone } from './lifecycle';

interface Arrival {
  readonly state: StateOrNone;
  readonly organisation: string | undefined;
}

/** Only who has arrived knows that the number is right; of a guarded receiver nothing is handed on. */
export const maySharePhone = (route: RouteRule | null, { state, organisation }: Arrival): boolean =>
  Boolean(route?.receiver) &&
  !route?.guarded &&
  Boolean(organisation) &&
  (state === 'accepted' || state === 'completed');
