import type { Flow, FlowId } from '../domain/rules/flow';
import type { Rulebook } from '../domain/rules/rulebook';
import { answersOf, layered } from '../domain/rules/overlay/apply';
import { choicesIn, shippedIdOf, type Choice } from '../domain/rules/rulebook/chosen';
import { editionsKnown, overlaysOf } from './editions';
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

interface Made {
  readonly rulebook: Rulebook;
  /** How much was known of versions when it was made. */
  readonly knowing: number;
}

/** Rulebooks with chosen answers and published versions, by their id: each is made once. */
const made = new Map<string, Made>();

/**
 * The rulebook of this id, with the answers and versions it names; undefined where this release lacks an answer. A
 * version nobody has told here is left out: whoever needs it fetches it first.
 */
export const rulebookOf = (id: string): Rulebook | undefined => {
  const shipped = RULEBOOKS.find((rulebook) => rulebook.id === shippedIdOf(id));
  if (!shipped || shipped.id === id) return shipped;
  const before = made.get(id);
  if (before?.knowing === editionsKnown()) return before.rulebook;
  const rulebook = layered(shipped, id, overlaysOf(id));
  if (rulebook) made.set(id, { rulebook, knowing: editionsKnown() });
  return rulebook;
};

/** The answers to settings that hold under an id, the rulebook's own left out; a later one stands behind an earlier. */
export const answersUnder = (id: string): readonly Choice[] => [
  ...choicesIn(id),
  ...answersOf(overlaysOf(id)),
];

export const flowOf = (rulebook: Rulebook, id: FlowId): Flow => rulebook.flows[id];
