import type { Rulebook } from '../../domain/rules/rulebook';
import { daysRange } from '../../domain/rules/rulebook/timeouts';

/** The ways that all shipped rulebooks have, as the college's guide counts them. */
type GuideWay =
  | 'no-organisation'
  | 'employed'
  | 'further-study'
  | 'study-abroad'
  | 'work-abroad'
  | 'army'
  | 'confidential'
  | 'deferred';

/** The values and words in which rulebooks differ; ways and flows are written with them. */
export interface Terms extends Omit<Rulebook, 'lists' | 'ways' | 'flows' | 'questions'> {
  /** Clause of the source for each way, for the line “依据”. */
  /** Whether a 团委, 团工委 or 团总支 may be named as the receiver. */
  readonly committeesReceive: boolean;
  /** Words that only the names of such holding branches have, also of former years. */
  readonly holdingWords: readonly string[];
  readonly basis: Readonly<Record<GuideWay, string>>;
}

/** “学社衔接临时团支部”或“流动团员团支部” */
export const namesOf = (branches: readonly string[]): string =>
  branches.map((name) => `“${name}”`).join('或');

/** How long a 重置密码验证码 works, in days. */
export const resetCodeDays = ({ resetCodeHours }: Terms): number => resetCodeHours / 24;

/** How many days a receiver has, as sentences of the guide say it. */
export const receiverDays = ({ timeouts }: Terms): number => daysRange(timeouts)?.most ?? 0;

/** What by now has come of a request nobody answered, as the second half of a sentence after “按规则”. */
export const timeoutText = ({ timeouts, outcomes }: Terms): string =>
  outcomes[timeouts.find(({ days }) => days !== null)?.outcome ?? 'ask'].past;

/** 6月30日 */
export const seasonDay = ({ seasonDeadline: { month, day } }: Terms): string => `${month}月${day}日`;

export const ASK = '先问团支书，再问学院团委老师';
export const OWN_SYSTEM = '接收方在北京、广东或福建，第一题没有选对应的系统。';
export const NO_SCREENSHOT = '先提交，忘了截图。办《团员证》时要出示它。';
export const POST_FIRST = '没有团内职务，或已经和学院说好';

/** Branch names of schools and employers. */
export const BRANCH_ENDINGS = ['团支部'] as const;
