/** What a notice may know. No reset code, no contact, no organisation: messages show on locked phones. */
import type { Audience } from '../due-notice';
import type { EscalationCause } from '../../transfer/reset-states';
import type { ShownState } from '../../transfer/shown-state';
import type { TransferStep } from '../../transfer/steps';
import type { Rulebook } from '../../rules/rulebook';
import type { OutcomeWords } from '../../rules/rulebook/timeouts';

type WaitingState = Extract<
  ShownState,
  'submitted' | 'with-secretary' | 'registered' | 'accepted' | 'recorded'
>;

/** What staff are waited for: the state of a transfer on their desk, a reset code, or a look at somebody over age. */
export type WaitedFor = WaitingState | 'code' | 'over-age';

export interface NoticeFacts {
  readonly audience: Audience;
  /** When it happened, or when this is sent; epoch ms. */
  readonly at: number;
  /** The graduate it is about. */
  readonly memberName: string;
  readonly branchName: string;
  /** Who acted or has to act, e.g. the teacher who returned it. */
  readonly byName?: string | null | undefined;
  /** Whether that is the branch secretary; somebody of the college when absent. */
  readonly bySecretary?: boolean | undefined;
  /** 去向, e.g. 已确定工作单位. */
  readonly wayLabel?: string | null | undefined;
  /** Whether a secretary is told no more of the way than that the college handles it; false when absent. */
  readonly isCollegeAffair?: boolean | undefined;
  readonly reason?: string | null | undefined;
  /** False where an authority above acts after the school, and no receiving branch; true when absent. */
  readonly hasReceiver?: boolean | undefined;
  /** End of the receiver clock, epoch ms; null where the way has none. */
  readonly deadlineAt?: number | null | undefined;
  /** China calendar days left when this is sent; of `still-waiting` those it has waited. */
  readonly days?: number | undefined;
  /** Until when the school keeps the relation, epoch ms; null where the rules name no end. */
  readonly keptUntil?: number | null | undefined;
  readonly seasonDeadlineAt?: number | null | undefined;
  /** Whether that day is the way's own, and not the college's; false when absent. */
  readonly isOwnDay?: boolean | undefined;
  /** When a code stops working, epoch ms. */
  readonly expiresAt?: number | null | undefined;
  /** When a request goes to the teacher, epoch ms. */
  readonly escalatesAt?: number | null | undefined;
  /** Why a request is with the teacher; absent where it is not known. */
  readonly escalationCause?: EscalationCause | undefined;
  /** What the oldest of a digest waits for: its reader's turn in this state, or their code. */
  readonly waits?: WaitedFor | undefined;
  /** How many things wait; digests only. */
  readonly count?: number | undefined;
  /** Whether they have waited too long; digests only, true when absent. */
  readonly isOverdue?: boolean | undefined;
  /** The step that caused it; a return reads differently when 智慧团建 itself sent the request back. */
  readonly step?: TransferStep | undefined;
  readonly transferId?: string | null | undefined;
  /** What is left to do on paper: the step at the desk, something else, nothing; the desk's when absent. */
  readonly paperLeft?: 'desk' | 'other' | 'none' | undefined;
  /** What becomes of the request when nobody answers it. */
  readonly outcome?: OutcomeWords | undefined;
  readonly rulebook: Pick<Rulebook, 'escalateAfterHours' | 'outcomes' | 'system'>;
}

export interface NoticeSpec {
  readonly title: (facts: NoticeFacts) => string;
  readonly text: (facts: NoticeFacts) => string;
  /** Page with query, as `pagePath` builds it. */
  readonly page: (facts: NoticeFacts) => string;
  /** What its subscribe message tells: texts by fact, of those that its template knows (`templates.ts`). */
  readonly fields: (facts: NoticeFacts) => Record<string, string>;
}
