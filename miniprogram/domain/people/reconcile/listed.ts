/** A list out of 智慧团建, as far as 对账 reads it. */

/** members: who is still in the branches. outgoing: the transfers out with what became of them. */
export const LIST_KINDS = ['members', 'outgoing'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** What a line of the transfers out says of one. */
export const LISTED_OUTCOMES = ['arrived', 'refused', 'lapsed', 'waiting'] as const;
export type ListedOutcome = (typeof LISTED_OUTCOMES)[number];

/** One line. Of ID numbers nothing comes this far. */
export interface ListedPerson {
  /** As the file or the pasted text counts it, from 1. */
  readonly line: number;
  readonly name: string;
  /** As the list writes it; null where it does not say. */
  readonly branchName: string | null;
  readonly studentNumber: string | null;
  /** Null in a list of members. */
  readonly outcome: ListedOutcome | null;
}

/**
 * How lists word an outcome, the first that fits. No official text lists these words: they are those of the guides in
 * use (refused, returned when the days are over), and whatever else stands there is told, never guessed.
 */
const OUTCOME_WORDS: readonly (readonly [RegExp, ListedOutcome])[] = [
  [/超时|超期|到期|逾期|失效|作废|自动退回/, 'lapsed'],
  [/拒绝|不同意|驳回|退回|不通过|未通过/, 'refused'],
  [/待|中$|审核中|审批中|进行|处理中|等待|未处理|未审/, 'waiting'],
  [/成功|完成|已接收|同意|通过|已转|接收/, 'arrived'],
];

/** What a cell of the column 状态 says; undefined for words nobody knows. */
export const outcomeNamed = (text: string): ListedOutcome | undefined =>
  OUTCOME_WORDS.find(([words]) => words.test(text))?.[1];
