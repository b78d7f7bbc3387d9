import { reasonValue } from '../../../../domain/words/reason';
import { offlineRows, type OfflineRow } from '../../../../components/offline-steps/rows';
import { reachWords } from '../../../../domain/reminding/reach';
import { toNoticeRow, type NoticeRow } from '../../../../components/notice-list/rows';
import { mayRecordFor } from '../../../../domain/transfer/on-behalf';
import { shownState, type ShownState } from '../../../../domain/transfer/shown-state';
import { momentOf } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import type { TransferState } from '../../../../domain/transfer/states';
import { routeOf, wayOf, type Rulebook } from '../../../../domain/rules/rulebook/index';
import { timelineHiddenWords } from '../../../../domain/words/unreadable';
import {
  deadlineFact,
  keepingFacts,
  pastLines,
  evidenceFact,
  recordedFact,
  resetLine,
  type Fact,
} from '../../../../domain/words/person';
import { waitsForCode } from '../../../../domain/reminding/nudge';
import { PEOPLE_STEP_WORDS } from '../../../../domain/words/people-steps';
import { waitingWords, type Turn } from '../../../../domain/words/waiting';
import { copiesOf } from '../copies';
import { groupAnswer } from '../group-answer';
import { historyOf, type HistoryEntry } from '../../../../components/timeline/history';

export type Person = Response<'teacher', 'person'>['person'];

export interface PersonView {
  readonly name: string;
  readonly belongs: string;
  readonly branchName: string;
  readonly state: ShownState;
  /** What is typed into the system, each to be copied. */
  readonly copies: readonly { readonly label: string; readonly text: string }[];
  /** To paste where they ask in a group. */
  readonly groupAnswer: string;
  readonly step: string;
  /** One fact per line, the one that needs somebody first. */
  readonly facts: readonly Fact[];
  readonly transferId: string;
  readonly studentNumber: string;
  readonly isSecretary: boolean;
  /** What the college can do about their transfer; null when it is somebody else's turn. */
  readonly main: { readonly to: 'decision' | 'cards'; readonly label: string } | null;
  /** What is done on paper, with what the college may tick for them. */
  readonly offline: readonly OfflineRow[];
  readonly hasContact: boolean;
  /** Whether way and start can be recorded for them, because they have not come. */
  readonly canRecord: boolean;
  readonly canUnbind: boolean;
  /** Nothing hangs on them: they can go without anything being lost. */
  readonly canRemove: boolean;
  readonly history: readonly HistoryEntry[];
  /** Entries of the history that cannot be shown; empty when all can. */
  readonly hidden: string;
  readonly past: readonly string[];
  readonly resets: readonly string[];
  readonly notices: readonly NoticeRow[];
}

const MAINS: Partial<Record<TransferState, NonNullable<PersonView['main']>>> = {
  submitted: { to: 'decision', label: '去审批' },
  registered: { to: 'decision', label: '去登记' },
  approved: { to: 'decision', label: '报告转到了没有' },
  refused: { to: 'decision', label: '看对方退回的这次' },
  timedOut: { to: 'decision', label: '核对转到了没有' },
  accepted: { to: 'cards', label: '登记团员证' },
  completed: { to: 'decision', label: '看这次转接' },
};

/** Nothing of the college's while the branch secretary decides first, nor for who is not told what it is about. */
const mainOf = ({
  state,
  waitsFor,
  wayId,
  offline = [],
}: NonNullable<Person['transfer']>): PersonView['main'] => {
  if (wayId === null) return null;
  if (state === 'submitted' && waitsFor === 'secretary') return null;
  if (state === 'accepted' && !offline.some(({ atDesk }) => atDesk)) return null;
  return MAINS[state] ?? null;
};

/** Null is not a way nobody chose: only the college is told which one it is. */
const wayWords = (wayId: string | null, rulebook: Rulebook): string | undefined =>
  wayId === null ? '由学院办理' : wayOf(rulebook, wayId)?.label;

const factsOf = (person: Person, rulebook: Rulebook | undefined, now: number): PersonView['facts'] => {
  const { transfer } = person;
  const way = transfer && rulebook ? wayWords(transfer.wayId, rulebook) : undefined;
  return [
    // Whose turn it is stands under the name.
    ...deadlineFact(transfer, { reader: 'teacher', soonDays: rulebook?.soonDays ?? 0, now }).slice(0, 1),
    ...(transfer?.reason
      ? [{ label: '上次原因', value: reasonValue(transfer.reason), tone: '' as const }]
      : []),
    ...(way ? [{ label: '去向', value: way, tone: '' as const }] : []),
    ...(rulebook ? keepingFacts(transfer, rulebook, now) : []),
    ...evidenceFact(transfer),
    ...recordedFact(transfer),
    { label: '微信提醒', ...reachWords(person) },
    ...(person.lastNudgedAt
      ? [{ label: '上次催办', value: momentOf(person.lastNudgedAt), tone: '' as const }]
      : []),
    ...(person.overAge ? [{ label: '年龄', value: '毕业时到了年龄上限，不用转接', tone: '' as const }] : []),
    ...(person.hasLeaguePost ? [{ label: '团内职务', value: '有', tone: '' as const }] : []),
  ];
};

/** Whoever has signed in does it themselves, unless it was begun for them. */
const isRecordable = ({ bound, transfer }: Pick<Person, 'bound' | 'transfer'>): boolean =>
  mayRecordFor(transfer) && (!bound || transfer !== null);

/** What the teacher sends to the person, and to the branch's secretary. */
export const newCodeText = (branchName: string, code: string): string =>
  `${branchName}的邀请码换成了 ${code}，旧的不能用了。已经登录的同学不用管，还没登录的用新的。`;

export interface PersonContext {
  readonly rulebook: Rulebook | undefined;
  /** The organisation they transfer to; null where none is typed, or none may be shown. */
  readonly organisation: string | null;
  readonly now: number;
}

/** Whether a receiver's answer is waited for; of a way that is not told, none is spoken of. */
const waitsForReceiver = ({ wayId, routeId }: NonNullable<Person['transfer']>, rulebook: Rulebook): boolean =>
  wayId !== null && routeId !== null && (routeOf(rulebook, wayId, routeId)?.receiverClock ?? true);

const turnOf = (transfer: Person['transfer'], rulebook: Rulebook | undefined): Turn => ({
  shown: shownState(transfer),
  waitsFor: transfer?.waitsFor ?? 'graduate',
  hasReceiver: transfer && rulebook ? waitsForReceiver(transfer, rulebook) : true,
  hasDesk: transfer?.offline?.some(({ atDesk, status }) => atDesk && status !== 'done') ?? true,
});

const answerOf = (person: Person, rulebook: Rulebook | undefined, now: number): string => {
  const { name, bound, transfer, overAge } = person;
  return groupAnswer({
    name,
    bound,
    ...turnOf(transfer, rulebook),
    isFreed: overAge && transfer === null,
    waitsForCode: waitsForCode(person),
    deadlineAt: transfer?.deadlineAt ?? null,
    system: rulebook?.system.name ?? '',
    now,
  });
};

/** One person as the college sees them. */
export const toPersonView = (person: Person, { rulebook, organisation, now }: PersonContext): PersonView => {
  const { transfer } = person;
  const state = shownState(transfer);
  const { name } = person;
  return {
    name,
    belongs: `${person.collegeName}，${person.branchName}`,
    branchName: person.branchName,
    studentNumber: person.studentNumber,
    isSecretary: person.isSecretary,
    state,
    copies: copiesOf(name, person.studentNumber, organisation),
    groupAnswer: answerOf(person, rulebook, now),
    step: transfer ? waitingWords('teacher', turnOf(transfer, rulebook)) : PEOPLE_STEP_WORDS[person.step],
    facts: factsOf(person, rulebook, now),
    transferId: transfer?.id ?? '',
    main: transfer && mainOf(transfer),
    offline: offlineRows(transfer?.offline, 'teacher'),
    hasContact: transfer?.hasContact ?? false,
    canRecord: isRecordable(person),
    canUnbind: person.bound,
    canRemove: !person.bound && !transfer && person.resetRequests.length === 0,
    history: historyOf(transfer?.timeline ?? []),
    hidden: timelineHiddenWords(transfer?.timelineHidden, 'staff'),
    past: pastLines(transfer),
    resets: person.resetRequests.map(resetLine),
    notices: person.notices.map(toNoticeRow),
  };
};
