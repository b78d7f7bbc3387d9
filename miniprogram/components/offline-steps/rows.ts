/** Steps on paper as a list shows them, with what the reader may tick. */
import { dayOf } from '../../domain/calendar/china-time';
import type { Response } from '../../contract';

type Step = NonNullable<NonNullable<Response<'graduate', 'home'>['transfer']>['offline']>[number];
export type OfflineReader = 'graduate' | 'secretary' | 'teacher';

/** What a tap on a row's button ticks, or takes back. */
export interface OfflineTap {
  readonly stepId: string;
  readonly part: 'done' | 'receipt';
  readonly isDone: boolean;
}

export interface OfflineRow {
  readonly stepId: string;
  readonly label: string;
  /** Where it stands: what to do, who does it, or when and by whom it was done. */
  readonly text: string;
  readonly mark: 'done' | 'open' | 'later';
  /** On the button; empty where the reader has nothing to tick. */
  readonly action: string;
  readonly tap: OfflineTap;
  /** The number of the letter has to be given. */
  readonly asksNumber: boolean;
  /** What the quiet link takes back; null without one. */
  readonly undo: OfflineTap | null;
}

const RANK: Readonly<Record<OfflineReader | 'college', number>> = {
  graduate: 0,
  secretary: 1,
  teacher: 2,
  college: 2,
};
const DOERS: Readonly<Record<Step['who'], string>> = {
  graduate: '同学',
  secretary: '团支书',
  college: '学院',
};

const mayTick = ({ who, status }: Step, reader: OfflineReader): boolean =>
  status !== 'later' && RANK[reader] >= RANK[who];

const doneBy = ({ by, at, number }: Step, reader: OfflineReader): string => {
  const who =
    !by || by.role === 'system' ? '' : by.role === 'graduate' && reader === 'graduate' ? '你' : by.name;
  const day = at === null ? '' : dayOf(at);
  return [`${[day, who].filter(Boolean).join(' ')}办好`, number ? `编号 ${number}` : '']
    .filter(Boolean)
    .join('，');
};

const textOf = (step: Step, reader: OfflineReader): string => {
  const { status, opens, hint, who, receiptAt } = step;
  if (status === 'later') return opens === 'accepted' ? `对方接收以后办。${hint}` : `提交以后办。${hint}`;
  if (status === 'away') return `${doneBy(step, reader)}。回执还没交回来`;
  if (status === 'done')
    return receiptAt === null
      ? doneBy(step, reader)
      : `${doneBy(step, reader)}，${dayOf(receiptAt)} 回执交回`;
  return mayTick(step, reader) ? hint : `${hint}。${DOERS[who]}办好会在这里记下`;
};

const rowOf = (step: Step, reader: OfflineReader): OfflineRow => {
  const { stepId, label, status, needs, receiptAt } = step;
  const isMine = mayTick(step, reader);
  const part = status === 'away' ? 'receipt' : 'done';
  const undone = receiptAt === null ? 'done' : 'receipt';
  const isTicked = status === 'done' || status === 'away';
  return {
    stepId,
    label,
    text: textOf(step, reader),
    mark: status === 'done' ? 'done' : status === 'later' ? 'later' : 'open',
    action: !isMine || status === 'done' ? '' : status === 'away' ? '回执收到了' : '办好了',
    tap: { stepId, part, isDone: true },
    asksNumber: status === 'open' && needs.includes('number'),
    undo: isMine && isTicked ? { stepId, part: undone, isDone: false } : null,
  };
};

/** In the route's order. Who looks after somebody can tick for them what is theirs. */
export const offlineRows = (steps: readonly Step[] | undefined, reader: OfflineReader): OfflineRow[] =>
  (steps ?? []).map((step) => rowOf(step, reader));
