/** The values and words in which rulebooks differ; ways and flows are written with them. */
export interface Terms {
  readonly receiverDays: number;
  /** Second half of a sentence after “到期没处理，”. */
  readonly timeoutOutcome: string;
  readonly timeoutShort: string;
  /** What 智慧团建 most likely shows after the last day. */
  readonly timeoutProposal: 'report-accepted' | 'report-returned' | 'keep-waiting';
  /** Branches at 街道/乡镇 level that take graduates without an employer's organisation, best known first. */
  readonly holdingBranches: readonly string[];
  readonly ageLimit: number;
  readonly resetCodeDays: number;
  readonly seasonDeadline: string;
  /** Clause of the source for each way, for the line “依据”. */
  readonly basis: Readonly<Record<string, string>>;
}

/** “学社衔接临时团支部”或“流动团员团支部” */
export const namesOf = (branches: readonly string[]): string =>
  branches.map((name) => `“${name}”`).join('或');

export const ASK = '先问团支书，再问学院团委老师';
export const OWN_SYSTEM = '接收方在北京、广东或福建，第一题没有选对应的系统。';
export const NO_SCREENSHOT = '先提交，忘了截图。办《团员证》时要出示它。';
export const POST_FIRST = '没有团内职务，或已经卸任';

/** Branch names of schools and employers. */
export const BRANCH_ENDINGS = ['团支部', '支部委员会'] as const;
