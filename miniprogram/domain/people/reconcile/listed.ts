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
 * use (refused, returned when the days are over), and of the
 * chats teachers copy; whatever else stands there is told, never guessed.
 */
const OUTCOME_WORDS: readonly (readonly [RegExp, ListedOutcome | undefined])[] = [
  [/超时|超期|到期|逾期|失效|作废|自动退回/, 'lapsed'],
  [
    /拒绝|拒收|被拒|拒了|不同意|不予|不接收|无法接收|驳回|打回|退回|被退|退了|不通过|未通过|没通过|(审批|审核|转接)失败|^[❌✗✘×]/,
    'refused',
  ],
  [
    /待|还没|还在|没人?(批|审|接|收|理|处理|办|转|动)|^[⏳⌛]|等.{0,12}(接收|同意|通过|审|处理|办)|(尚未|没有|未)(被?接收|同意|审|处理|完成|成功|转|办|到)|尚未|(审批|审核|处理|办理|转接|接转|接收|进行|转出|转入)中$|进行中|等待/,
    'waiting',
  ],
  // Handing in and the school's own approval succeed long before anybody has arrived.
  [
    /提交|发起|申请(已|成功)|转出(方|组织|单位|团|审)|原(团|组织|支部|所在)|本(级|校|院|支部)|学[院校]|撤|取消|终止/,
    undefined,
  ],
  [
    /成功|完成|完毕|办结|已接收|同意|通过|已转|接收|[转办弄搞接收]好了?$|搞定|转走|转过去|^[✅✔☑√]/,
    'arrived',
  ],
];

/** What a cell of the column 状态 says; undefined for words nobody knows. */
export const outcomeNamed = (text: string): ListedOutcome | undefined =>
  OUTCOME_WORDS.find(([words]) => words.test(text))?.[1];
