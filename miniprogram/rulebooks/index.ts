import type { Flow, FlowId } from '../domain/rules/flow';
import type { Rulebook } from '../domain/rules/rulebook';
import { national2024 } from './national-2024';
import { usst2020 } from './usst-2020';

export { routeOf, wayOf } from '../domain/rules/rulebook';

export const RULEBOOKS: readonly Rulebook[] = [usst2020, national2024];
export const DEFAULT_RULEBOOK_ID = usst2020.id;

export const rulebookOf = (id: string): Rulebook | undefined =>
  RULEBOOKS.find((rulebook) => rulebook.id === id);

export const flowOf = (rulebook: Rulebook, id: FlowId): Flow => rulebook.flows[id];
