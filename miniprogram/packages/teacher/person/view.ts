import type { ShownState } from '../../../components/state-tag/state-words';
import { formatChina } from '../../../domain/china-time';
import type { Response } from '../../../domain/contract';
import { daysLeft } from '../../../domain/deadline';
import type { ResetState, TransferState } from '../../../domain/model';
import { wayOf, type Rulebook } from '../../../domain/rulebook';
import { STEP_LABELS } from '../board-panel/view';
import { historyOf, type HistoryEntry } from '../timeline-entries';

export type Person = Response<'teacher', 'person'>['person'];
type Notice = Person['notices'][number];

export interface NoticeRow {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly delivery: string;
  readonly tone: '' | 'done' | 'soon';
}

export interface PersonView {
  readonly name: string;
  readonly belongs: string;
  readonly state: ShownState;
  readonly step: string;
  /** One fact per line, the one that needs somebody first. */
  readonly facts: readonly {
    readonly label: string;
    readonly value: string;
    readonly tone: '' | 'soon' | 'stop';
  }[];
  readonly transferId: string;
  readonly studentNumber: string;
  readonly isSecretary: boolean;
  /** What the college can do about their transfer; null when it is the person's turn. */
  readonly main: { readonly to: 'decision' | 'cards'; readonly label: string } | null;
  readonly hasContact: boolean;
  readonly canUnbind: boolean;
  readonly history: readonly HistoryEntry[];
  readonly past: readonly string[];
  readonly resets: readonly string[];
  readonly notices: readonly NoticeRow[];
}

const DELIVERY: Record<Notice['delivery'], { text: string; tone: NoticeRow['tone'] }> = {
  planned: { text: '还没到时候', tone: '' },
  sent: { text: '微信已发', tone: '' },
  read: { text: '本人看过', tone: 'done' },
  'no-credit': { text: '只在站内，微信没发', tone: 'soon' },
  failed: { text: '没发成', tone: 'soon' },
};

const RESETS: Record<ResetState, string> = {
  waiting: '等团支书填码',
  issued: '码已发出，还没看',
  revealed: '码看过了',
  escalated: '转给老师了',
  expired: '码过期了',
  solved: '登录成功',
  failed: '码没用上',
};

const MAINS: Partial<Record<TransferState, NonNullable<PersonView['main']>>> = {
  submitted: { to: 'decision', label: '去审批' },
  registered: { to: 'decision', label: '去登记' },
  approved: { to: 'decision', label: '报告转到了没有' },
  refused: { to: 'decision', label: '看对方退回的这次' },
  timedOut: { to: 'decision', label: '核对转到了没有' },
  accepted: { to: 'cards', label: '登记团员证' },
  completed: { to: 'decision', label: '看这次转接' },
};

const PAST_ENDS: Partial<Record<TransferState, string>> = {
  returned: '学院退回',
  refused: '对方退回',
  timedOut: '到期',
  withdrawn: '本人撤回',
};

const deadlineFact = (person: Person, rulebook: Rulebook | undefined, now: number): PersonView['facts'] => {
  const at = person.transfer?.deadlineAt ?? null;
  const state = person.transfer?.state;
  if (at === null || (state !== 'submitted' && state !== 'approved' && state !== 'timedOut')) return [];
  const left = daysLeft(at, now);
  const words = left > 0 ? `还剩 ${left} 天` : left === 0 ? '今天截止' : `${-left} 天前到期`;
  const tone = left < 0 ? 'stop' : left <= (rulebook?.soonDays ?? 0) ? 'soon' : '';
  return [{ label: '接收期限', value: `${formatChina(at, 'M月D日 HH:mm')}，${words}`, tone }];
};

const factsOf = (person: Person, rulebook: Rulebook | undefined, now: number): PersonView['facts'] => {
  const { transfer } = person;
  const way = transfer && rulebook ? wayOf(rulebook, transfer.wayId)?.label : undefined;
  const credits = Object.values(person.credits).reduce((sum, count) => sum + count, 0);
  const reminds = credits > 0 ? `登录过，微信还能提醒 ${credits} 次` : '登录过，微信提醒不到，只能在站内看';
  return [
    ...deadlineFact(person, rulebook, now),
    ...(transfer?.reason ? [{ label: '上次原因', value: transfer.reason, tone: '' as const }] : []),
    ...(way ? [{ label: '去向', value: way, tone: '' as const }] : []),
    {
      label: '小程序',
      value: person.bound ? reminds : '还没登录，提醒不到',
      tone: person.bound && credits > 0 ? '' : 'soon',
    },
    ...(person.lastNudgedAt
      ? [{ label: '上次催办', value: formatChina(person.lastNudgedAt, 'M月D日 HH:mm'), tone: '' as const }]
      : []),
    ...(person.overAge ? [{ label: '年龄', value: '毕业时到了年龄上限，不用转接', tone: '' as const }] : []),
    ...(person.hasLeaguePost ? [{ label: '团内职务', value: '有', tone: '' as const }] : []),
  ];
};

const noticeRow = ({ id, title, at, delivery }: Notice): NoticeRow => ({
  id,
  title,
  at: formatChina(at, 'M月D日 HH:mm'),
  delivery: DELIVERY[delivery].text,
  tone: DELIVERY[delivery].tone,
});

/** One person as the college sees them. */
export const toPersonView = (person: Person, rulebook: Rulebook | undefined, now: number): PersonView => {
  const { transfer } = person;
  return {
    name: person.name,
    belongs: `${person.collegeName}，${person.branchName}`,
    studentNumber: person.studentNumber,
    isSecretary: person.isSecretary,
    state: transfer?.state ?? 'none',
    step: STEP_LABELS[person.step],
    facts: factsOf(person, rulebook, now),
    transferId: transfer?.id ?? '',
    main: (transfer && MAINS[transfer.state]) ?? null,
    hasContact: transfer?.hasContact ?? false,
    canUnbind: person.bound,
    history: historyOf(transfer?.timeline ?? []),
    past: (transfer?.past ?? []).map(({ attempt, endedAs, reason }) =>
      [`第 ${attempt} 次，${PAST_ENDS[endedAs] ?? '没办成'}`, reason].filter(Boolean).join('：'),
    ),
    resets: person.resetRequests.map(
      ({ state, requestedAt, handler }) =>
        `${formatChina(requestedAt, 'M月D日 HH:mm')} 要验证码，${RESETS[state]}（${handler.name}）`,
    ),
    notices: person.notices.map(noticeRow),
  };
};
