import { momentOf } from '../../domain/calendar/china-time';
import type { Response } from '../../contract';
import { STEP_WORDS } from '../../domain/words/steps';

type Entry = Response<'teacher', 'decision'>['item']['timeline'][number];

export interface HistoryEntry {
  readonly key: string;
  readonly mark: 'current' | 'done' | 'bad';
  readonly title: string;
  readonly detail: string;
  readonly note: string;
}

export const BAD_STEPS: readonly string[] = [
  'return',
  'report-refused',
  'report-returned',
  'time-out',
  'reopen',
];

/** Newest first. */
export const historyOf = (timeline: readonly Entry[]): HistoryEntry[] =>
  [...timeline]
    .sort((a, b) => b.at - a.at)
    .map(({ at, step, by, note, offline, seenOnSystem }, index) => ({
      key: `${at}-${step}-${index}`,
      mark: BAD_STEPS.includes(step) ? 'bad' : index === 0 ? 'current' : 'done',
      title: offline ? `${STEP_WORDS[step]}：${offline}` : STEP_WORDS[step],
      detail: [momentOf(at), by.name, seenOnSystem ? '在系统里核对过' : ''].filter(Boolean).join('，'),
      note: note ?? '',
    }));
