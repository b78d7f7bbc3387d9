import type { Flow, FlowId } from '../domain/rules/flow';
import type { Rulebook } from '../domain/rules/rulebook';
import { beijing2024 } from './beijing-2024';
import { national2022 } from './national-2022';
import { national2024 } from './national-2024';
import { usst2020 } from './usst-2020';

export { routeOf, wayOf } from '../domain/rules/rulebook';

/** Those a new season can be opened with. */
export const OFFERED_RULEBOOKS: readonly Rulebook[] = [usst2020, national2022, beijing2024];
/** Every rulebook that records can name, those of earlier releases too. */
export const RULEBOOKS: readonly Rulebook[] = [...OFFERED_RULEBOOKS, national2024];
/** Those a season can change to, and the one it has. */
export const rulebooksFor = (currentId: string): readonly Rulebook[] =>
  RULEBOOKS.filter((rulebook) => OFFERED_RULEBOOKS.includes(rulebook) || rulebook.id === currentId);

export const DEFAULT_RULEBOOK_ID = usst2020.id;

export const rulebookOf = (id: string): Rulebook | undefined =>
  RULEBOOKS.find((rulebook) => rulebook.id === id);

export const flowOf = (rulebook: Rulebook, id: FlowId): Flow => rulebook.flows[id];
