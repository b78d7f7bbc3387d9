/** Sentences about one person that the desks of a secretary and of a college say alike. */
import { momentOf } from '../calendar/china-time';
import { daysLeft } from '../rules/deadline';
import { hasDeadline } from '../transfer/lifecycle';
import type { ResetState } from '../transfer/reset-states';
import type { TransferState } from '../transfer/states';
import { routeOf, type Rulebook } from '../rules/rulebook/index';
import type { Actor } from '../rules/roles';
import { recordedBy } from '../transfer/on-behalf';
import { keepingOf } from '../transfer/keeping';
import { evidenceWords } from './evidence';
import { followUpWords, keepingWords } from './keeping';
import { schoolIsLate, waitingWords } from './waiting';
import { shownEnd, shownState, type ShownState } from '../transfer/shown-state';
import { STATE_WORDS } from './states';
import { RESET_STATE_WORDS } from './reset-states';

/** How an attempt ended that is over; one with another end came to nothing. */
const PAST_ENDS: Partial<Record<ShownState, string>> = {
  returned: STATE_WORDS.returned,
  'returned-by-secretary': STATE_WORDS['returned-by-secretary'],
  lapsed: STATE_WORDS.lapsed,
  recorded: STATE_WORDS.recorded,
  refused: '对方退回',
  timedOut: '到期',
  withdrawn: '本人撤回',
};

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly tone: '' | 'soon' | 'stop';
}

/** `还剩 6 天`, `今天截止`, `2 天前到期`. */
const daysInWords = (left: number): string =>
  left > 0 ? `还剩 ${left} 天` : left === 0 ? '今天截止' : `${-left} 天前到期`;

type OnTheClock = NonNullable<Parameters<typeof shownState>[0]> & {
  /** Epoch ms; null where no clock runs. */
  readonly deadlineAt: number | null;
};

/** Until when the receiver has to act; empty without a clock that matters now. */
export const deadlineFact = (
  transfer: OnTheClock | null,
  { reader, soonDays, now }: { reader: 'secretary' | 'teacher'; soonDays: number; now: number },
): Fact[] => {
  if (!transfer || transfer.deadlineAt === null || !hasDeadline(transfer.state)) return [];
  const left = daysLeft(transfer.deadlineAt, now);
  const value = `${momentOf(transfer.deadlineAt)}，${daysInWords(left)}`;
  const late = schoolIsLate(reader, transfer, now);
  return [
    {
      label: '接收期限',
      value: late ? `${value}。${late}` : value,
      tone: left < 0 ? 'stop' : left <= soonDays ? 'soon' : '',
    },
    ...(transfer.state === 'submitted'
      ? [
          {
            label: '现在',
            value: waitingWords(reader, { shown: shownState(transfer), waitsFor: transfer.waitsFor }),
            tone: '' as const,
          },
        ]
      : []),
  ];
};

interface WithPast {
  readonly timeline: Parameters<typeof shownEnd>[1];
  readonly past: readonly (Parameters<typeof shownEnd>[0] & { readonly reason: string | null })[];
}

/** Each earlier attempt, and how it ended. */
export const pastLines = (transfer: WithPast | null): string[] =>
  (transfer?.past ?? []).map((past) => {
    const end = PAST_ENDS[shownEnd(past, transfer?.timeline ?? [])] ?? '没办成';
    return [`第 ${past.attempt} 次，${end}`, past.reason].filter(Boolean).join('：');
  });

interface ResetRequest {
  readonly state: ResetState;
  readonly requestedAt: number;
  readonly handler: { readonly name: string };
}

/** One request for a reset code, and what became of it. */
export const resetLine = ({ state, requestedAt, handler }: ResetRequest): string =>
  `${momentOf(requestedAt)} 要验证码，${RESET_STATE_WORDS[state]}（${handler.name}）`;

interface MayBeKept {
  readonly state: TransferState;
  /** Null where the reader is not told it, so neither what is kept. */
  readonly wayId: string | null;
  readonly routeId: string | null;
  readonly timeline: readonly { readonly step: string; readonly at: number }[];
}

/** Until when the school keeps the relation, and when to get in touch; nothing where it keeps none. */
export const keepingFacts = (transfer: MayBeKept | null, rulebook: Rulebook, now: number): Fact[] => {
  if (!transfer?.wayId || !transfer.routeId) return [];
  const route = routeOf(rulebook, transfer.wayId, transfer.routeId);
  const keeping = route ? keepingOf(rulebook, route, transfer) : null;
  if (!keeping) return [];
  const facts = { 保留在学校: keepingWords(keeping), 下次联系: followUpWords(keeping, now) };
  return Object.entries(facts).flatMap(([label, value]) =>
    value ? [{ label, value, tone: '' as const }] : [],
  );
};

const RECORDER_WORDS: Partial<Record<Actor, string>> = {
  secretary: '团支书',
  teacher: '老师',
  committee: '校团委',
};

/** Who recorded the latest step for them; nothing where they took it themselves. */
export const recordedFact = (transfer: Parameters<typeof recordedBy>[0] | null): Fact[] => {
  const by = transfer ? recordedBy(transfer) : undefined;
  return by ? [{ label: '代记', value: `${by.name}（${RECORDER_WORDS[by.role] ?? '学院'}）`, tone: '' }] : [];
};

/** How it is known that they have arrived; nothing before. */
export const evidenceFact = (transfer: Parameters<typeof evidenceWords>[0]): Fact[] => {
  const value = evidenceWords(transfer);
  return value ? [{ label: '依据', value, tone: '' }] : [];
};
