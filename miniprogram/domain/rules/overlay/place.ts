/** One thing of a rulebook that people may change: what it is, in their words, and who may. */
import { holdsIdNumber } from '../../text/id-number';
import type { MonthDay } from '../../calendar/month-day';
import type { HelpContact } from '../rulebook/help-contacts';
import { PHONE_PATTERN } from '../fields/kinds';
import type { JsonValue } from '../rulebook/settings';
import { FIELD_USES } from './apply';

export type PlaceGroup = 'ways' | 'steps' | 'times' | 'practice' | 'questions' | 'words' | 'contacts';

export type PlaceKind =
  /** One line or several sentences, at most so many characters. */
  | { readonly kind: 'text'; readonly max: number; readonly lines: 'one' | 'several' }
  /** Sentences one below the other. */
  | { readonly kind: 'texts'; readonly max: number; readonly most: number }
  | { readonly kind: 'date'; readonly mayBeNone: boolean }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: string }
  /** How many days before, as several numbers: 7、3、1. */
  | { readonly kind: 'days'; readonly max: number; readonly most: number }
  | { readonly kind: 'switch' }
  /** Required, optional or not asked for. */
  | { readonly kind: 'use' }
  /** One of several. Values are ids, or lists of ids joined by `+`. */
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: JsonValue; readonly label: string }[];
    }
  | { readonly kind: 'contacts' }
  /** A way or route made like another one: the value is its id, and taking it back is the only change. */
  | { readonly kind: 'added' };

export type Level = 'committee' | 'college';

export interface Place {
  readonly path: string;
  readonly group: PlaceGroup;
  /** The way and route, step or question it is part of: heading of its card. */
  readonly about: string;
  readonly label: string;
  readonly kind: PlaceKind;
  /** What stands there without this level's change. */
  readonly usual: JsonValue;
  /** Where that comes from. */
  readonly source: string;
  readonly levels: readonly Level[];
}

/** People one page can name to call. */
export const MOST_CONTACTS = 8;
const CONTACT_MAX = 40;

const isText = (value: JsonValue, max: number): boolean =>
  typeof value === 'string' && value.length <= max && !holdsIdNumber(value);
const isGiven = (value: JsonValue, max: number): boolean =>
  isText(value, max) && typeof value === 'string' && value.trim() !== '';

/** A list that may be looked through; JSON arrays are read-only here. */
export const listIn = (value: JsonValue): readonly JsonValue[] | undefined =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : undefined;

const memberOf = (value: JsonValue, key: string): JsonValue | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: JsonValue })[key]
    : undefined;

/** A day of the year out of a value; undefined where it is none. */
export const dayIn = (value: JsonValue): MonthDay | undefined => {
  const [month, day] = [memberOf(value, 'month'), memberOf(value, 'day')];
  const isWhole = Number.isInteger(month) && Number.isInteger(day);
  if (!isWhole || typeof month !== 'number' || typeof day !== 'number') return undefined;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : undefined;
};

/** Somebody to call out of a value; undefined where it is nobody. */
export const contactIn = (value: JsonValue): HelpContact | undefined => {
  const part = (key: string): string => {
    const text = memberOf(value, key);
    return typeof text === 'string' ? text : '';
  };
  const contact = { name: part('name'), phone: part('phone'), place: part('place'), hours: part('hours') };
  const isWhole =
    isGiven(contact.name, CONTACT_MAX) &&
    PHONE_PATTERN.test(contact.phone) &&
    isText(contact.place, CONTACT_MAX) &&
    isText(contact.hours, CONTACT_MAX);
  return isWhole ? contact : undefined;
};

const TEXT_WRONG = '这里要写点什么，不能空着，也不能写身份证号';
const tooLong = (max: number): string => `最多 ${max} 个字`;

const wrongText = (value: JsonValue, max: number): string | undefined => {
  if (isGiven(value, max)) return undefined;
  return typeof value === 'string' && value.length > max ? tooLong(max) : TEXT_WRONG;
};

const wrongTexts = (value: JsonValue, max: number, most: number): string | undefined => {
  const list = listIn(value);
  if (!list || list.length === 0) return '至少写一句';
  if (list.length > most) return `最多 ${most} 句`;
  return list.map((one) => wrongText(one, max)).find((wrong) => wrong !== undefined);
};

const wrongContacts = (value: JsonValue): string | undefined => {
  const list = listIn(value);
  if (!list || list.length > MOST_CONTACTS) return `最多 ${MOST_CONTACTS} 个`;
  const wrong = list.findIndex((one) => !contactIn(one));
  return wrong < 0 ? undefined : `第 ${wrong + 1} 个：名称和电话都要写，电话只写数字`;
};

const wrongDays = (value: JsonValue, max: number, most: number): string | undefined => {
  const list = listIn(value) ?? [];
  const isDay = (day: JsonValue): boolean =>
    typeof day === 'number' && Number.isInteger(day) && day >= 1 && day <= max;
  if (list.length === 0 || !list.every(isDay)) return `写 1 到 ${max} 之间的天数，中间用顿号隔开`;
  if (new Set(list).size < list.length) return '有一个天数写了两遍';
  return list.length > most ? `最多 ${most} 个` : undefined;
};

/** What is wrong with a value for a place, in words; undefined where nothing is. */
export const wrongValue = ({ kind }: Pick<Place, 'kind'>, value: JsonValue): string | undefined => {
  switch (kind.kind) {
    case 'text':
      return wrongText(value, kind.max);
    case 'texts':
      return wrongTexts(value, kind.max, kind.most);
    case 'date':
      return (value === null && kind.mayBeNone) || dayIn(value) ? undefined : '选一个日期';
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) && value >= kind.min && value <= kind.max
        ? undefined
        : `写 ${kind.min} 到 ${kind.max} 之间的整数`;
    case 'days':
      return wrongDays(value, kind.max, kind.most);
    case 'switch':
      return typeof value === 'boolean' ? undefined : '只有开和关';
    case 'use':
      return FIELD_USES.some((use) => use === value) ? undefined : '选必填、选填或者不要';
    case 'choice':
      return kind.options.some((option) => isSameValue(option.value, value)) ? undefined : '选一个';
    case 'contacts':
      return wrongContacts(value);
    case 'added':
      return typeof value === 'string' ? undefined : '照着哪一种添加';
  }
};

/** Whether two values are the same, members in any order. */
export const isSameValue = (one: JsonValue, other: JsonValue): boolean => {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null)
    return one === other;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => {
      const [a, b] = [valueAt(one, key), valueAt(other, key)];
      return a !== undefined && b !== undefined && isSameValue(a, b);
    })
  );
};

const valueAt = (value: object, key: string): JsonValue | undefined =>
  (value as { readonly [key: string]: JsonValue })[key];
