/**
 * What people really ask, with its answer: data of a rulebook, searched on the phone by the words they type (问一问).
 * An answer stands by itself: what to do first, then why, then whom to ask.
 */
import type { RouteId, WayId } from './ways';

/** Pages an answer can lead to, by their names in `reminding/pages`. */
export const ANSWER_PAGES = [
  'wayPicker',
  'preFlight',
  'loginHelp',
  'form',
  'track',
  'card',
  'lostCard',
  'changed',
  'messages',
  'myData',
  'signIn',
] as const;
type AnswerPage = (typeof ANSWER_PAGES)[number];

export type AnswerLink =
  | { readonly label: string; readonly page: AnswerPage }
  /** The guide of one way and route. */
  | { readonly label: string; readonly page: 'guide'; readonly wayId: WayId; readonly routeId: RouteId };

export interface HelpQuestion {
  readonly id: string;
  /** The question as the person would say it; stands over the answer. */
  readonly question: string;
  /** Words and scraps of sentences people type for it. Searched beside the question, never shown. */
  readonly typed: readonly string[];
  /** Short paragraphs; the first one alone already answers. */
  readonly answer: readonly string[];
  readonly askWhom: string;
  /** A message to whoever is asked, ready to copy; `{name}` stands for the graduate's name. Null where none helps. */
  readonly copy: string | null;
  readonly link: AnswerLink | null;
  /** Where the answer comes from. */
  readonly basis: string;
}
