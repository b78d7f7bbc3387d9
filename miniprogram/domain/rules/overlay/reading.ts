/** Values and changes of an overlay in words. */
import type { FieldUse } from './apply';
import { isSameValue, contactIn, dayIn, listIn, type Place, type PlaceKind } from './place';
import { valueIn, type Overlay } from './edition';
import type { JsonValue } from '../rulebook/settings';

const USES: Readonly<Record<FieldUse, string>> = { required: '必填', optional: '选填', absent: '不要' };

const dayText = (value: JsonValue): string => {
  const day = dayIn(value);
  return day ? `${day.month}月${day.day}日` : '不限';
};

const contactText = (value: JsonValue): string => {
  const contact = contactIn(value);
  return contact
    ? [contact.name, contact.phone, contact.place, contact.hours].filter(Boolean).join('，')
    : '';
};

const linesOf = (value: JsonValue, line: (one: JsonValue) => string): string =>
  (listIn(value) ?? []).map(line).filter(Boolean).join('\n');

/** A value as people read it; several lines where it is a list. */
export const valueText = (kind: PlaceKind, value: JsonValue): string => {
  switch (kind.kind) {
    case 'text':
    case 'added':
      return typeof value === 'string' ? value : '';
    case 'texts':
      return linesOf(value, String);
    case 'date':
      return dayText(value);
    case 'number':
      return `${String(value)} ${kind.unit}`;
    case 'days':
      return `${(listIn(value) ?? []).map(String).join('、')} 天`;
    case 'switch':
      return value === true ? '开着' : '关掉';
    case 'use':
      return Object.entries(USES).find(([use]) => use === value)?.[1] ?? '';
    case 'choice':
      return kind.options.find((option) => isSameValue(option.value, value))?.label ?? '';
    case 'contacts':
      return linesOf(value, contactText) || '没有';
  }
};

/** One thing that two versions say differently. */
export interface Difference {
  readonly path: string;
  readonly about: string;
  /** What happened to it, as a sentence without its subject. */
  readonly what: string;
  /** The sentence names both values already. */
  readonly isWhole: boolean;
  readonly before: string;
  readonly after: string;
}

const MOST_SHOWN = 14;

const happened = ({ label, kind }: Place, before: string, after: string): string => {
  if (kind.kind === 'added') return after ? '添加了一种' : '不再添加';
  if (kind.kind === 'texts') return `“${label}”改了`;
  if (kind.kind === 'contacts') return '换了联系方式';
  const isShort = before.length <= MOST_SHOWN && after.length <= MOST_SHOWN;
  if (kind.kind === 'text' && !isShort) return `“${label}”换了文字`;
  return `${label}：从“${before}”改成“${after}”`;
};

/**
 * What two versions say differently, in the order of the places. Of what an older release let people change and this
 * one does not, nothing is said.
 */
export const differences = (places: readonly Place[], before: Overlay, after: Overlay): Difference[] =>
  places.flatMap((place) => {
    const { path, about, kind, usual } = place;
    const [old, fresh] = [valueIn(before, path) ?? usual, valueIn(after, path) ?? usual];
    if (isSameValue(old, fresh)) return [];
    const [from, to] = [valueText(kind, old), valueText(kind, fresh)];
    const what = happened(place, from, to);
    return [{ path, about, what, isWhole: what.includes('改成'), before: from, after: to }];
  });
