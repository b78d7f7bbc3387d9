import type { Own } from '../../../components/field-rows/rows';
import type { Answers } from '../../../domain/rules/flow';
import type { RouteRule, Rulebook, WayRule } from '../../../domain/rules/rulebook';
import type { Draft } from '../../../services/draft-store';
import type { Receiver } from './receivers';
import type { Shot } from './shots';

/** What the two pickers of a time hold, e.g. `2026-06-03` and `10:20`; empty where nothing was picked yet. */
export interface TypedTime {
  readonly date: string;
  readonly clock: string;
}

/** What the form works on. */
export interface Work {
  readonly rulebook: Rulebook;
  readonly way: WayRule;
  readonly route: RouteRule;
  readonly draft: Draft;
  readonly shots: readonly Shot[];
  readonly keptName: string;
  readonly own: Own;
  /** What took classmates in on the same way; empty until asked for. */
  readonly receivers: readonly Receiver[];
  /** What was answered before beginning on the system. */
  readonly preFlight: Answers;
  /** The start as it is picked; the draft has it once day and hour are there. */
  readonly time: TypedTime;
  readonly seasonOpenedAt: number;
  /** What was typed as the parents' contact is kept in the cloud, but does not open. */
  readonly isContactUnreadable: boolean;
}
