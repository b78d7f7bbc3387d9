import { toNoticeRow, type NoticeRow } from '../../../../components/notice-list/rows';
import { reportChoices, type ReportChoice } from '../../../../components/report-dialog/reports';
import { mayRecordFor } from '../../../../domain/transfer/on-behalf';
import { shownState, type ShownState } from '../../../../domain/transfer/shown-state';
import { historyOf, type HistoryEntry } from '../../../../components/timeline/history';
import { chinaDay, formatChina } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import { wayOf, type Rulebook } from '../../../../domain/rules/rulebook/index';
import { UNDO_APPROVAL_MS } from '../../../../domain/transfer/approving';
import { creditsLeft } from '../../../../domain/reminding/nudge';
import { timelineHiddenWords } from '../../../../domain/words/unreadable';
import { deadlineFact, pastLines, recordedFact, resetLine, type Fact } from '../../../../domain/words/person';
import { invitationCard, personalInvitation } from '../../board/branch-panel/words';

export type Reply = Response<'secretary', 'person'>;
type Person = Reply['person'];

export interface PersonView {
  readonly name: string;
  readonly studentNumber: string;
  readonly state: ShownState;
  readonly facts: readonly Fact[];
  /** What 智慧团建 may show now; empty when nothing is to be compared. */
  readonly reports: readonly ReportChoice[];
  /** The rulebook asks the secretary to approve first, and it is their turn. */
  readonly canApprove: boolean;
  /** Whether way and start can be recorded for them, because they have not come. */
  readonly canRecord: boolean;
  /** Whether the secretary's own approval can still be taken back. */
  readonly canUndo: boolean;
  readonly history: readonly HistoryEntry[];
  /** Entries of the history that cannot be shown; empty when all can. */
  readonly hidden: string;
  readonly past: readonly string[];
  readonly resets: readonly string[];
  readonly notices: readonly NoticeRow[];
  /** `nudge` can be sent, `inbox` reaches the mini-program only, `spent` was sent today; empty when it is not their turn. */
  readonly nudge: 'nudge' | 'inbox' | 'spent' | '';
  /** What to send to somebody who has not signed in yet; null once they have. */
  readonly invitation: { readonly text: string; readonly card: { title: string; path: string } } | null;
}

const NUDGES: Partial<Record<Reply['nudge'], PersonView['nudge']>> = {
  nudged: 'nudge',
  'no-credit': 'inbox',
  today: 'spent',
};

/**
 * The number the branch board goes by: what is left for the message they are told next by. Consents for other messages
 * are of no use for it, so they are not added up.
 */
const reachOf = (person: Person): Fact => {
  const left = creditsLeft(person);
  if (!person.bound) return { label: '小程序', value: '还没进过，提醒不到', tone: 'soon' };
  return left > 0
    ? { label: '微信提醒', value: `还能发 ${left} 次`, tone: '' }
    : { label: '微信提醒', value: '次数用完了，只能在小程序里看到', tone: 'soon' };
};

const factsOf = (person: Person, rulebook: Rulebook, now: number): Fact[] => {
  const { transfer, lastNudgedAt } = person;
  const facts: Fact[] = [
    ...deadlineFact(transfer, { reader: 'secretary', soonDays: rulebook.soonDays, now }),
  ];
  if (transfer?.reason) facts.push({ label: '上次原因', value: transfer.reason, tone: '' });
  const way = transfer && wayOf(rulebook, transfer.wayId);
  if (way) facts.push({ label: '去向', value: way.label, tone: '' });
  facts.push(...recordedFact(transfer), reachOf(person));
  if (lastNudgedAt !== null) {
    const when = chinaDay(lastNudgedAt) === chinaDay(now) ? '今天 HH:mm' : 'M月D日 HH:mm';
    facts.push({ label: '上次提醒', value: formatChina(lastNudgedAt, when), tone: '' });
  }
  return facts;
};

/** A slip of the finger: the secretary was the last to act, a few minutes ago. */
const hasJustApproved = ({ timeline }: NonNullable<Person['transfer']>, now: number): boolean => {
  const [last] = timeline.slice(-1);
  return last?.step === 'approve' && last.by.role === 'secretary' && now - last.at <= UNDO_APPROVAL_MS;
};

/** What a secretary sends back, in her words. */
export const RETURN_REASONS = ['去向选错了', '组织名称不完整', '不是我们支部的人'];

const invitationOf = ({ name, branchName }: Person, inviteCode: string) => ({
  text: personalInvitation(name, inviteCode),
  card: invitationCard(branchName, inviteCode),
});

/** One classmate as their secretary sees them. Nobody vouches for their own transfer. */
export const toPersonView = (
  { person, self, nudge, inviteCode, now }: Reply,
  rulebook: Rulebook,
): PersonView => {
  const { transfer } = person;
  return {
    name: person.name,
    studentNumber: person.studentNumber,
    state: shownState(transfer),
    facts: factsOf(person, rulebook, now),
    reports: transfer && !self ? reportChoices(transfer) : [],
    canRecord: !self && mayRecordFor(transfer) && (!person.bound || transfer !== null),
    canApprove: transfer?.waitsFor === 'secretary' && !self,
    canUndo: transfer !== null && !self && hasJustApproved(transfer, now),
    history: historyOf(transfer?.timeline ?? []),
    hidden: timelineHiddenWords(transfer?.timelineHidden, 'staff'),
    past: pastLines(transfer),
    resets: person.resetRequests.map(resetLine),
    notices: person.notices.map(toNoticeRow),
    nudge: NUDGES[nudge] ?? '',
    invitation: inviteCode === null ? null : invitationOf(person, inviteCode),
  };
};
