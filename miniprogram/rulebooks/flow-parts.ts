/** Short forms to write flows in. */
import type { FlowOption, FlowResult, QuestionNode, ResultNode, RosterFact } from '../domain/rules/flow';
import type { RouteId, WayId } from '../domain/rules/ways';

export const question = (
  id: string,
  text: string,
  options: readonly FlowOption[],
  help?: string,
): QuestionNode => ({ id, question: text, ...(help ? { help } : {}), options });

export const option = (id: string, label: string, next: string, hint?: string): FlowOption => ({
  id,
  label,
  next,
  ...(hint ? { hint } : {}),
});

/** An answer the roster can give in the person’s place. */
export const onRoster = (fact: RosterFact, one: FlowOption): FlowOption => ({ ...one, onRoster: fact });

/** An answer that contradicts what the roster says of somebody. */
export const notFor = (fact: RosterFact, one: FlowOption): FlowOption => ({ ...one, notFor: fact });

/** A result that is a way; its node is named after way and route. */
export const wayResult = (wayId: WayId, routeId: RouteId): ResultNode => ({
  id: wayNode(wayId, routeId),
  result: { kind: 'way', wayId, routeId },
});

export const wayNode = (wayId: WayId, routeId: RouteId = 'direct'): string => `way:${wayId}:${routeId}`;

export const advice = (
  id: string,
  words: Omit<Extract<FlowResult, { kind: 'advice' }>, 'kind'>,
): ResultNode => ({ id, result: { kind: 'advice', ...words } });
