import { reasonWords } from '../../domain/words/reason';
import { wayText } from '../../domain/words/ways';
import { momentOf } from '../../domain/calendar/china-time';
import { shownEnd, shownState, type ShownState } from '../../domain/transfer/shown-state';
import { routeOf, wayOf } from '../../domain/rules/rulebook/index';
import type { Facts, Transfer } from '../journey/facts';
import { tagWords } from '../journey/receiver-words';

export interface AttemptView {
  readonly attempt: number;
  readonly title: string;
  /** What was applied for: the organisation, else the way. */
  readonly text: string;
  readonly way: string;
  readonly begun: string;
  readonly state: ShownState;
  /** The word of that state; of no receiver where the way names none. */
  readonly tag: string;
  readonly reason: string;
}

type Attempt = Transfer['past'][number];

const labelOf = ({ rulebook }: Facts, { wayId, routeId }: Attempt): string => {
  const way = wayOf(rulebook, wayId);
  const route = routeOf(rulebook, wayId, routeId);
  return way && route ? wayText(way, route) : '';
};

/** The attempt under way, in the shape of those that are over; null when none has been handed in since. */
const currentOf = ({ transfer }: Facts): Attempt | null => {
  if (!transfer || transfer.past.some(({ attempt }) => attempt === transfer.attempt)) return null;
  const { attempt, wayId, routeId, fields, initiatedAt, state, reason } = transfer;
  return { attempt, wayId, routeId, organisation: fields.organisation, initiatedAt, endedAs: state, reason };
};

/** Every submission of the season, newest first; empty while there is only one. */
export const attemptsOf = (facts: Facts): AttemptView[] => {
  const past = facts.transfer?.past ?? [];
  if (past.length === 0) return [];
  const current = currentOf(facts);
  return [...past, ...(current ? [current] : [])].reverse().map((attempt) => {
    const label = labelOf(facts, attempt);
    const { initiatedAt, reason, organisation, wayId, routeId } = attempt;
    const state =
      attempt === current ? shownState(facts.transfer) : shownEnd(attempt, facts.transfer?.timeline ?? []);
    const begun = initiatedAt === null ? '' : `${momentOf(initiatedAt)} 发起`;
    return {
      attempt: attempt.attempt,
      title: `第 ${attempt.attempt} 次`,
      text: organisation ?? label,
      way: organisation ? label : '',
      begun,
      state,
      tag: tagWords(state, routeOf(facts.rulebook, wayId, routeId) ?? null),
      reason: reason ? reasonWords(reason) : '',
    };
  });
};
