import type { Response } from '../../../../contract';
import { dayOf, formatChina } from '../../../../domain/calendar/china-time';
import { inWords, waitedSince } from '../../../../domain/words/elapsed';
import type { SystemRules } from '../../../../domain/rules/rulebook/system';
import type { TagTheme } from '../../../../components/state-tag/themes';

export type ResetQueue = Response<'secretary', 'resetQueue'>;
type Waiting = ResetQueue['waiting'][number];
type Issued = ResetQueue['issuedToday'][number];

interface WaitingView {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  /** First character of the name, for the round mark. */
  readonly mark: string;
  readonly waited: string;
  readonly note: string;
  /** Shown only in the last quarter of the time before the request goes to the teacher; empty before. */
  readonly escalation: string;
}

interface IssuedView {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly tag: string;
  readonly theme: TagTheme;
}

/** Where a code is read: in one line, and step by step. */
export interface CodeHelp {
  readonly line: string;
  readonly steps: readonly string[];
}

export interface CodesView {
  readonly open: WaitingView | null;
  readonly others: readonly WaitingView[];
  readonly issued: readonly IssuedView[];
  readonly count: number;
}

const ISSUED_TAGS: Record<Issued['state'], { tag: string; theme: TagTheme }> = {
  issued: { tag: '还没看', theme: 'default' },
  revealed: { tag: '已经看过', theme: 'success' },
  solved: { tag: '登录成功', theme: 'success' },
  failed: { tag: '没能用上', theme: 'warning' },
  expired: { tag: '已失效', theme: 'default' },
};

const escalationOf = ({ requestedAt, escalatesAt }: Waiting, now: number): string => {
  const left = escalatesAt - now;
  if (left > (escalatesAt - requestedAt) / 4) return '';
  return left <= 0 ? '已经转给老师' : `${inWords(left)}后转给老师`;
};

const toWaiting = (request: Waiting, now: number): WaitingView => ({
  id: request.id,
  memberId: request.memberId,
  name: request.memberName,
  mark: request.memberName.slice(0, 1),
  waited: waitedSince(request.requestedAt, now),
  note: request.note ?? '',
  escalation: escalationOf(request, now),
});

const toIssued = ({ id, memberName, issuedAt, expiresAt, state }: Issued): IssuedView => ({
  id,
  name: memberName,
  when: `${formatChina(issuedAt, 'HH:mm')} 发出，${dayOf(expiresAt)}失效`,
  ...ISSUED_TAGS[state],
});

/**
 * The queue as the page shows it: one card open, whoever waits longest unless the secretary chose another.
 * @param openId the request the secretary tapped, null for none
 */
export const toCodesView = (queue: ResetQueue, openId: string | null, now: number): CodesView => {
  const sorted = [...queue.waiting].sort((a, b) => a.requestedAt - b.requestedAt);
  const open = sorted.find(({ id }) => id === openId) ?? sorted[0];
  return {
    open: open ? toWaiting(open, now) : null,
    others: sorted.filter((each) => each !== open).map((each) => toWaiting(each, now)),
    issued: [...queue.issuedToday].sort((a, b) => b.issuedAt - a.issuedAt).map(toIssued),
    count: sorted.length,
  };
};

export const toCodeHelp = ({ codeSteps }: SystemRules): CodeHelp => {
  const [line = '', ...steps] = codeSteps;
  return { line, steps: steps.map((step, index) => `${index + 1}. ${step}`) };
};

/** The queue after a code went out, before the next full load. */
export const withIssued = (queue: ResetQueue, issued: Issued): ResetQueue => ({
  ...queue,
  waiting: queue.waiting.filter(({ id }) => id !== issued.id),
  issuedToday: [issued, ...queue.issuedToday.filter(({ id }) => id !== issued.id)],
});

/** The queue after a request went to the teacher. */
export const withoutRequest = (queue: ResetQueue, requestId: string): ResetQueue => ({
  ...queue,
  waiting: queue.waiting.filter(({ id }) => id !== requestId),
});
