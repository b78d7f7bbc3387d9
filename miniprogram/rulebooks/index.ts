import type { Flow, FlowId } from '../domain/rules/flow';
import type { Rulebook } from '../domain/rules/rulebook';
import { choicesIn, shippedIdOf, withChoices } from '../domain/rules/rulebook/chosen';
import { beijing2024 } from './beijing-2024/index';
import { national2022 } from './national-2022/index';
import { national2024 } from './national-2024';
import { usst2020 } from './usst-2020/index';

export { routeOf, wayOf } from '../domain/rules/rulebook/index';

/** What is proposed for a new season, and read by visitors before anybody has opened one. */
export const DEFAULT_RULEBOOK_ID = national2022.id;
/** The demo's, and the only one release 1.0 made a season of by itself. */
export const FIRST_RULEBOOK_ID = usst2020.id;

/** Those a season can have, the proposed one first. */
export const OFFERED_RULEBOOKS: readonly Rulebook[] = [national2022, usst2020, beijing2024];
/** Every rulebook that records can name, those of earlier releases too. */
export const RULEBOOKS: readonly Rulebook[] = [usst2020, national2022, beijing2024, national2024];

/** The longest a reset code is kept under any rulebook, in hours. */
export const RESET_CODE_HOURS = Math.max(...RULEBOOKS.map(({ resetCodeHours }) => resetCodeHours));

/** The rulebook of this id as it is shipped, where a season can have it; undefined for one of an earlier release. */
export const offeredRulebook = (id: string): Rulebook | undefined =>
  OFFERED_RULEBOOKS.find((rulebook) => rulebook.id === id);

/** Rulebooks with chosen answers, by their id: each is made once. */
const chosen = new Map<string, Rulebook>();

/** The rulebook of this id, with the answers it names; undefined where this release lacks one of them. */
export const rulebookOf = (id: string): Rulebook | undefined => {
  const shipped = RULEBOOKS.find((rulebook) => rulebook.id === shippedIdOf(id));
  if (!shipped || shipped.id === id) return shipped;
  const known = chosen.get(id);
  if (known) return known;
  const made = withChoices(shipped, choicesIn(id));
  if (!made.ok) return undefined;
  chosen.set(id, made.data);
  return made.data;
};

export const flowOf = (rulebook: Rulebook, id: FlowId): Flow => rulebook.flows[id];
