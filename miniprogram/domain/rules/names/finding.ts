import type { Region } from '../fields/kinds';
import type { RouteRule } from '../rulebook';

type NameFindingCode =
  | 'not-asked'
  | 'stray-characters'
  | 'no-name'
  | 'own-branch'
  | 'misplaced'
  | 'higher-level'
  | 'not-a-branch'
  | 'abbreviation'
  | 'incomplete'
  | 'other-place';

/** A question about a name. It never stands in the way: “就是这样” answers every one of them. */
export interface NameFinding {
  readonly code: NameFindingCode;
  /** One line for the amber box, e.g. 好像还差后半截. */
  readonly title: string;
  readonly why: string;
  /** The same name written cleanly or to its end. Never another name: only the person can know that. */
  readonly proposal?: string;
}

export type NameRule = Pick<
  RouteRule,
  | 'required'
  | 'optional'
  | 'receiver'
  | 'organisationEndings'
  | 'misplacedWords'
  | 'nameMustMention'
  | 'nameMissing'
>;

/** What is known about who writes the name; everything may be missing. */
export interface NameContext {
  /** The place chosen for the receiver. */
  readonly region?: Region | undefined;
  readonly ownBranch?: string | undefined;
  readonly ownCollege?: string | undefined;
  /** Receivers that are known to be right: nothing is asked about them. */
  readonly verified?: readonly string[] | undefined;
}

/** A cleaned name, taken apart once for all checks. */
export interface NameParts {
  readonly name: string;
  /** Without its ending: whose branch or committee it is. */
  readonly stem: string;
  /** The stem without what only says who is in it: the place, in the name of a holding branch. */
  readonly place: string;
  readonly level: 'branch' | 'committee' | 'party' | 'none';
  /** Whether it calls itself a branch for those without another one. */
  readonly isHolding: boolean;
}

export type Check = (parts: NameParts, rule: NameRule, context: NameContext) => NameFinding | undefined;
