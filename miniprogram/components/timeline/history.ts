import { formatChina } from '../../domain/china-time';
import type { Response } from '../../domain/contract';

type Entry = Response<'teacher', 'decision'>['item']['timeline'][number];

export interface HistoryEntry {
  readonly key: string;
  readonly mark: 'current' | 'done' | 'bad';
  readonly title: string;
  readonly detail: string;
  readonly note: string;
}

/** What happened, in the college's words. */
export const STEP_WORDS: Record<Entry['step'], string> = {
  'choose-way': '选了去向',
  submit: '提交给学院',
  register: '报给学院登记',
  approve: '学院批准',
  return: '学院退回',
  'report-accepted': '报告对方已接收',
  'report-refused': '报告对方退回',
  'report-returned': '报告到期退回',
  withdraw: '撤回',
  'time-out': '接收期限到了',
  record: '学院登记',
  complete: '全部办完',
  'undo-complete': '撤回“全部办完”',
  reopen: '重新打开',
  reminded: '提醒了本人',
  initiated: '在智慧团建点了提交',
};

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
    .map(({ at, step, by, note, seenOnSystem }, index) => ({
      key: `${at}-${step}-${index}`,
      mark: BAD_STEPS.includes(step) ? 'bad' : index === 0 ? 'current' : 'done',
      title: STEP_WORDS[step],
      detail: [formatChina(at, 'M月D日 HH:mm'), by.name, seenOnSystem ? '在智慧团建核对过' : '']
        .filter(Boolean)
        .join('，'),
      note: note ?? '',
    }));
