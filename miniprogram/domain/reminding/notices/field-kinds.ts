/**
 * The kinds of field that WeChat grants and how each takes a text. Source: “参数值限制说明” in WeChat's page on sending
 * subscribe messages. The kind is the key without its number: `thing1`, `character_string2`.
 */
import { PHRASE_MAX, THING_MAX } from '../../rules/message-limits';
import { fitMiddle } from './fit';
import type { FactShape } from './templates';

export interface FieldKind {
  /** What it is called in the console. */
  readonly label: string;
  /** Facts it can carry; a kind that carries none takes only a fixed text. */
  readonly carries: readonly FactShape[];
  /** The text as the field takes it: never too long, never empty. */
  readonly fit: (text: string) => string;
  /** Whether a fixed text may stand there as it is. */
  readonly takes: (text: string) => boolean;
}

const CODE_MAX = 32;
const SYMBOL_MAX = 5;
const PHONE_MAX = 17;
const CAR_MAX = 8;
const AMOUNT_DIGITS = 10;
const HAN_NAME_MAX = 10;
const LATIN_NAME_MAX = 20;

const HAN = /\p{Script=Han}/u;
/** One line without blanks at its ends; a field of blanks counts as empty. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
const isShort = (max: number, pattern: RegExp) => (text: string) =>
  [...text].length <= max && pattern.test(text) && text.trim() !== '';

/** The person before “，”: behind it stands their branch, whose name may hold digits, which a name may not. */
const nameIn = (text: string): string => {
  const [person = ''] = oneLine(text).split('，');
  const letters = person.replace(/[^\p{L}\p{P}\p{S} ]/gu, '').trim();
  return fitMiddle(letters, HAN.test(letters) ? HAN_NAME_MAX : LATIN_NAME_MAX);
};

/** `2026年6月18日 10:20` → `2026-06-18 10:20`: no Chinese character may stand among letters and digits. */
const inDigits = (moment: string): string =>
  moment.replace(/^(\d+)年(\d+)月(\d+)日/, (_, year: string, month: string, day: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );

const DAY = /\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})/.source;
const HOUR = /\d{1,2}:\d{2}/.source;
const asItIs = (text: string): string => text;

export const FIELD_KINDS: Readonly<Record<string, FieldKind>> = {
  thing: {
    label: '事物',
    carries: ['sentence', 'state', 'person', 'moment', 'count'],
    fit: (text) => fitMiddle(oneLine(text) || '见小程序', THING_MAX),
    takes: isShort(THING_MAX, /^[^\p{Cc}]*$/u),
  },
  phrase: {
    label: '汉字',
    carries: ['state'],
    fit: (text) => text.replace(/[^\p{Script=Han}]/gu, '').slice(0, PHRASE_MAX) || '有新进展',
    takes: isShort(PHRASE_MAX, /^\p{Script=Han}+$/u),
  },
  name: {
    label: '姓名',
    carries: ['person'],
    fit: (text) => nameIn(text) || '同学',
    takes: (text) => nameIn(text) === text && text !== '',
  },
  time: {
    label: '时间',
    carries: ['moment'],
    fit: asItIs,
    takes: isShort(CODE_MAX, new RegExp(`^(?:${DAY} )?${HOUR}$`)),
  },
  date: {
    label: '日期',
    carries: ['moment'],
    fit: asItIs,
    takes: isShort(CODE_MAX, new RegExp(`^${DAY}(?: ${HOUR})?$`)),
  },
  character_string: {
    label: '字符串',
    carries: ['moment', 'count'],
    fit: inDigits,
    takes: isShort(CODE_MAX, /^[\x20-\x7e]+$/),
  },
  number: {
    label: '数字',
    carries: ['count'],
    fit: asItIs,
    takes: isShort(CODE_MAX, /^-?\d+(?:\.\d+)?$/),
  },
  letter: { label: '字母', carries: [], fit: asItIs, takes: isShort(CODE_MAX, /^[A-Za-z]+$/) },
  symbol: { label: '符号', carries: [], fit: asItIs, takes: isShort(SYMBOL_MAX, /^[\p{P}\p{S}]+$/u) },
  amount: {
    label: '金额',
    carries: [],
    fit: asItIs,
    takes: (text) => /^[¥￥]?\d+(?:\.\d+)?元?$/.test(text) && text.replace(/\D/g, '').length <= AMOUNT_DIGITS,
  },
  phone_number: { label: '电话', carries: [], fit: asItIs, takes: isShort(PHONE_MAX, /^[\d+() -]+$/) },
  car_number: {
    label: '车牌',
    carries: [],
    fit: asItIs,
    takes: isShort(CAR_MAX, /^[\p{Script=Han}A-Za-z\d]+$/u),
  },
};

/** The kind of a key like `thing1`; none for a kind that WeChat added later. */
export const kindOf = (key: string): FieldKind | undefined => FIELD_KINDS[key.replace(/\d+$/, '')];
