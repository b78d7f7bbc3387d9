/** Whoever says in their own words what a time-out comes to is not contradicted by the shipped ones once it has. */
import { TIMEOUT_OUTCOMES, type OutcomeWords } from '../rulebook/timeouts';
import type { Overlay } from './edition';

interface Afterwards {
  readonly will: keyof OutcomeWords;
  readonly past: keyof OutcomeWords;
  /** What was said of the time to come, as the rule that it is: true afterwards, too. */
  readonly asRule: (words: string) => string;
}

const AFTERWARDS: readonly Afterwards[] = [
  { will: 'text', past: 'past', asRule: (words) => `对方没处理的，${words}` },
  { will: 'short', past: 'pastShort', asRule: (words) => words },
];

/** The layer with words for afterwards wherever it has only those for before; its own words for them come later and hold. */
export const withPastWords = (overlay: Overlay): Overlay => {
  const own = TIMEOUT_OUTCOMES.flatMap((outcome) =>
    AFTERWARDS.flatMap(({ will, past, asRule }) => {
      const said = overlay.find(({ path }) => path === `outcomes.${outcome}.${will}`)?.value;
      return typeof said === 'string' ? [{ path: `outcomes.${outcome}.${past}`, value: asRule(said) }] : [];
    }),
  );
  return [...own, ...overlay];
};
