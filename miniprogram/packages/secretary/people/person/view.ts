import { reasonValue } from '../../../../domain/words/reason';
import { offlineRows, type OfflineRow } from '../../../../components/offline-steps/rows';
import { toNoticeRow, type NoticeRow } from '../../../../components/notice-list/rows';
import { reportChoices, type ReportChoice } from '../../../../components/report-dialog/reports';
import { mayRecordFor } from '../../../../domain/transfer/on-behalf';
import { shownState, type ShownState } from '../../../../domain/transfer/shown-state';
import { historyOf, type HistoryEntry } from '../../../../components/timeline/history';
import { chinaDay, formatChina } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import { wayOf, type Rulebook } from '../../../../domain/rules/rulebook/index';
import { UNDO_APPROVAL_MS } from '../../../../domain/transfer/approving';
import { reachWords } from '../../../../domain/reminding/reach';
import { timelineHiddenWords } from '../../../../domain/words/unreadable';
import {
  deadlineFact,
  pastLines,
  evidenceFact,
  recordedFact,
  resetLine,
  type Fact,
} from '../../../../domain/words/person';
import { waitingWords } from '../../../../domain/words/waiting';
import {
  chaseText,
  invitationCard,
  personalInvitation,
  type SharedCard,
} from '../../board/branch-panel/words';

export type Reply = Response<'secretary', 'person'>;
type Person = Reply['person'];

interface Elsewhere {
  readonly line: string;
  readonly label: string;
  readonly text: string;
}

export interface PersonView {
  readonly name: string;
  readonly studentNumber: string;
  readonly state: ShownState;
  readonly facts: readonly Fact[];
  /** What the school works in, by its name. */
  readonly system: string;
  /** What the system may show now; empty when nothing is to be compared. */
  readonly reports: readonly ReportChoice[];
  /** The rulebook asks the secretary to approve first, and it is their turn. */
  readonly canApprove: boolean;
  /** Whether way and start can be recorded for them, because they have not come. */
  readonly canRecord: boolean;
  /** What is done on paper, with what the secretary may tick for them; the own is not theirs to tick. */
  readonly offline: readonly OfflineRow[];
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
  /** Whom it waits for where that is not the person: nudging them would move nothing; null where it is their turn. */
  readonly elsewhere: Elsewhere | null;
  /** What to send to somebody who has not signed in yet; null once they have. */
  readonly invitation: { readonly text: string; readonly card: SharedCard } | null;
}

const NUDGES: Partial<Record<Reply['nudge'], PersonView['nudge']>> = {
  nudged: 'nudge',
  'no-credit': 'inbox',
  today: 'spent',
};

/** Null is not a way nobody chose: the college handles it, and only the college sees which one it is. */
const wayWords = (wayId: string | null, rulebook: Rulebook): string | undefined =>
  wayId === null ? '由学院办理' : wayOf(rulebook, wayId)?.label;

const factsOf = (person: Person, rulebook: Rulebook, now: number): Fact[] => {
  const { transfer, lastNudgedAt } = person;
  const facts: Fact[] = [
    ...deadlineFact(transfer, { reader: 'secretary', soonDays: rulebook.soonDays, now }),
  ];
  if (transfer?.reason) facts.push({ label: '上次原因', value: reasonValue(transfer.reason), tone: '' });
  const way = transfer && wayWords(transfer.wayId, rulebook);
  if (way) facts.push({ label: '去向', value: way, tone: '' });
  facts.push(...evidenceFact(transfer), ...recordedFact(transfer), {
    label: '微信提醒',
    ...reachWords(person),
  });
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

const invitationOf = ({ name, branchName }: Person, inviteCode: string) => ({
  text: personalInvitation(name, inviteCode),
  card: invitationCard(branchName, inviteCode),
});

/** What to do instead of nudging: words to send on to whoever moves it, with the button that copies them. */
const elsewhereOf = ({ person, self, nudge, now }: Reply, { system }: Rulebook): Elsewhere | null => {
  const { transfer, name, branchName, studentNumber } = person;
  if (self || nudge !== 'nothing-to-do' || !transfer || transfer.waitsFor === 'graduate') return null;
  const { state, waitsFor, deadlineAt } = transfer;
  const turn = { shown: shownState(transfer), waitsFor };
  const line = `现在不用催 TA：${waitingWords('secretary', turn)}`;
  if (waitsFor === 'college')
    return {
      line,
      label: '复制给老师的话',
      text: `老师好，${branchName}的${name}（学号 ${studentNumber}）已经报上来了，${waitingWords('everybody', turn)}，麻烦看一下。`,
    };
  if (waitsFor === 'receiver')
    return {
      line,
      label: '复制请 TA 问对方的话',
      text: chaseText({ name, state, deadlineAt, turn: waitsFor }, { now, system: system.name }),
    };
  return null;
};

/** One classmate as their secretary sees them. Nobody vouches for their own transfer. */
export const toPersonView = (reply: Reply, rulebook: Rulebook): PersonView => {
  const { person, self, nudge, inviteCode, now } = reply;
  const { transfer } = person;
  return {
    name: person.name,
    studentNumber: person.studentNumber,
    state: shownState(transfer),
    facts: factsOf(person, rulebook, now),
    system: rulebook.system.name,
    reports: transfer && !self ? reportChoices(transfer) : [],
    canRecord:
      !self && mayRecordFor(transfer) && transfer?.wayId !== null && (!person.bound || transfer !== null),
    canApprove: transfer?.state === 'submitted' && transfer.waitsFor === 'secretary' && !self,
    offline: self ? [] : offlineRows(transfer?.offline, 'secretary'),
    canUndo: transfer !== null && !self && hasJustApproved(transfer, now),
    history: historyOf(transfer?.timeline ?? []),
    hidden: timelineHiddenWords(transfer?.timelineHidden, 'staff'),
    past: pastLines(transfer),
    resets: person.resetRequests.map(resetLine),
    notices: person.notices.map(toNoticeRow),
    nudge: NUDGES[nudge] ?? '',
    elsewhere: elsewhereOf(reply, rulebook),
    invitation: inviteCode === null ? null : invitationOf(person, inviteCode),
  };
};
