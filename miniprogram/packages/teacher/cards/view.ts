import { offlineRows, type OfflineRow } from '../../../components/offline-steps/rows';
import type { ShownState } from '../../../domain/transfer/shown-state';
import { dayOf, momentOf } from '../../../domain/calendar/china-time';
import type { Request, Response } from '../../../contract';

export type CardPerson = Response<'teacher', 'cardLookup'>['people'][number];
type Gap = CardPerson['missing'][number];

export interface CardView {
  readonly id: string;
  readonly name: string;
  readonly belongs: string;
  readonly state: ShownState;
  /** What stands in the way, or what has been done. */
  readonly line: string;
  readonly tone: '' | 'soon' | 'done';
  readonly action: 'done' | 'undo' | '';
  /** What else is done on paper. */
  readonly others: readonly OfflineRow[];
}

const GAPS: Record<Gap, string> = {
  'no-transfer': '还没有开始转接',
  'not-open': '还没轮到这一步',
  screenshot: '没有截图，请当面看一眼系统',
  'no-card': '这个去向不用办《团员证》',
  done: '已经登记过了',
};

/** One person at the card desk. */
export const toCardView = (person: CardPerson): CardView => {
  const gaps = person.missing.filter((gap) => gap !== 'done').map((gap) => GAPS[gap]);
  const arrived = person.acceptedAt === null ? '' : `${dayOf(person.acceptedAt)} 转到`;
  const shown: Pick<CardView, 'id' | 'name' | 'belongs' | 'state' | 'others'> = {
    id: person.memberId,
    others: offlineRows(
      person.offline.filter(({ atDesk }) => !atDesk),
      'teacher',
    ),
    name: person.name,
    belongs: `${person.branchName.replace(/团支部$/, '')}，${person.studentNumber}`,
    state: person.shown,
  };
  if (person.doneAt !== null)
    return {
      ...shown,
      line: `${momentOf(person.doneAt)} 登记好了`,
      tone: 'done',
      action: 'undo',
    };
  return {
    ...shown,
    line: [arrived, ...gaps].filter(Boolean).join('，') || '可以登记',
    tone: gaps.length > 0 ? 'soon' : '',
    action: person.ready ? 'done' : '',
  };
};

/** What is ticked with the one button: the step at the desk, and the stamp that is taken back. */
export const deskTick = (
  { offline, version, transferId }: CardPerson,
  isDone: boolean,
): Request<'teacher', 'tickOffline'> | null => {
  const desk = offline.find(({ atDesk }) => atDesk);
  return desk && transferId !== null && version !== null
    ? { transferId, version, stepId: desk.stepId, part: 'done', isDone }
    : null;
};

/** The person after a tick, before the next look-up. */
export const moved = (person: CardPerson, to: Response<'teacher', 'tickOffline'>): CardPerson => {
  const desk = to.offline.find(({ atDesk }) => atDesk);
  return {
    ...person,
    version: to.version,
    shown: to.state,
    offline: to.offline,
    doneAt: desk?.at ?? null,
    missing: desk?.status === 'done' ? ['done'] : person.missing.filter((gap) => gap !== 'done'),
    ready: desk?.status === 'open',
  };
};
