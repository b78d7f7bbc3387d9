/** Messages that were given up, and why. */
import type { Response } from '../../../../contract';
import { momentOf } from '../../../../domain/calendar/china-time';
import { FAULTS, faultOf } from './faults';

export type DeadLetter = Response<'teacher', 'deadLetters'>['items'][number];

export interface LetterRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly canRetry: boolean;
}

const BUSY: Readonly<Record<number, string>> = { 45009: '微信今天的额度用完了', [-1]: '微信一直很忙' };
/** Codes at which WeChat said that the message itself is wrong. */
const REFUSED: readonly number[] = [47003, ...Object.keys(FAULTS).map(Number)];

const whyOf = ({ channel, code, field, template }: DeadLetter): string => {
  if (channel === 'wecom')
    return code === 45009
      ? '群里一分钟内发得太多'
      : code !== null && code > 0
        ? '企业微信不认机器人的地址'
        : '企业微信没有回应';
  if (code !== null && REFUSED.includes(code)) return faultOf({ template, field, code });
  return (code !== null && BUSY[code]) || '微信没有回应';
};

const USELESS: Readonly<Record<NonNullable<DeadLetter['useless']>, string>> = {
  late: '。已经过了时候，不用补',
  done: '。现在已经不是这样了，不用补',
  'no-credit': '。TA 在微信里没有剩余次数，补不了，小程序里看得到',
};

export const toLetterRows = (letters: readonly DeadLetter[]): LetterRow[] =>
  letters.map((letter) => {
    const { id, title, channel, recipientName, settledAt, dueAt, mayRepeat, useless } = letter;
    const who = channel === 'wecom' ? '工作群' : (recipientName ?? '已离开的人');
    const doubt = mayRepeat ? '，也可能已经收到' : '';
    const over = useless === null ? '' : USELESS[useless];
    return {
      id,
      title,
      text: `给${who}，${momentOf(settledAt ?? dueAt)} 放弃：${whyOf(letter)}${doubt}${over}`,
      canRetry: useless === null,
    };
  });
