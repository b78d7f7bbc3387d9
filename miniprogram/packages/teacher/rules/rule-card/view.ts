/** The fields of one thing of the rules, and what is typed into them as values. */
import { valueIn, withValue, type Overlay } from '../../../../domain/rules/overlay/edition';
import { dayIn, isSameValue, listIn, wrongValue, type Place } from '../../../../domain/rules/overlay/place';
import { contactsIn, type Contact } from '../contact-list/view';
import { valueText } from '../../../../domain/rules/overlay/reading';
import type { Draft } from '../../../../domain/rules/overlay/check';
import type { JsonValue } from '../../../../domain/rules/rulebook/settings';
import { plainLine } from '../../../../domain/text/clean-text';

export interface Field {
  readonly path: string;
  readonly label: string;
  readonly kind: Place['kind']['kind'];
  readonly isLong: boolean;
  readonly hint: string;
  /** What stands in the box. */
  readonly text: string;
  readonly max: number;
  readonly isOn: boolean;
  /** Labels to choose from and which of them holds. */
  readonly options: readonly string[];
  readonly at: number;
  /** Positions of the month and the day. */
  readonly day: readonly number[];
  readonly mayBeNone: boolean;
  readonly isChanged: boolean;
  readonly contacts: readonly Contact[];
  /** What was added and no version has yet. */
  readonly canTakeOut: boolean;
  readonly usual: string;
  readonly source: string;
  readonly wrong: string;
}

const USES: readonly { readonly value: JsonValue; readonly label: string }[] = [
  { value: 'required', label: '必填' },
  { value: 'optional', label: '选填' },
  { value: 'absent', label: '不要' },
];

export const MONTHS = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
export const DAYS = Array.from({ length: 31 }, (_, index) => `${index + 1}日`);

const optionsOf = ({ kind }: Place): typeof USES =>
  kind.kind === 'use' ? USES : kind.kind === 'choice' ? kind.options : [];

const HINTS: Partial<Record<Place['kind']['kind'], string>> = {
  texts: '一行一句',
  days: '写几个天数，中间用顿号隔开',
};

const LONGEST = 2000;

const boxText = ({ kind }: Place, value: JsonValue): string => {
  if (kind.kind === 'texts') return (listIn(value) ?? []).join('\n');
  if (kind.kind === 'number') return String(value);
  if (kind.kind === 'days') return (listIn(value) ?? []).map(String).join('、');
  return valueText(kind, value);
};

/** What was typed as it was typed: a new line that is still empty is no sentence yet, and stays in its box. */
export type Typed = Readonly<Record<string, string>>;

interface Sheet {
  readonly draft: Draft;
  readonly overlay: Overlay;
  readonly published: Overlay;
  readonly typed: Typed;
}

const fieldOf = (place: Place, { draft, overlay, published, typed }: Sheet): Field => {
  const { path, label, kind, usual, source } = place;
  const value = valueIn(overlay, path) ?? usual;
  const options = optionsOf(place);
  const day = dayIn(value);
  return {
    path,
    label: kind.kind === 'number' ? `${label}（${kind.unit}）` : label,
    kind: kind.kind,
    isLong: kind.kind === 'texts' || (kind.kind === 'text' && kind.lines === 'several'),
    hint: HINTS[kind.kind] ?? '',
    text: typed[path] ?? boxText(place, value),
    max: kind.kind === 'text' ? kind.max : LONGEST,
    isOn: value === true,
    options: options.map((option) => option.label),
    at: options.findIndex((option) => isSameValue(option.value, value)),
    day: day ? [day.month - 1, day.day - 1] : [0, 0],
    mayBeNone: kind.kind === 'date' && kind.mayBeNone && day !== undefined,
    isChanged: !isSameValue(value, usual),
    contacts: kind.kind === 'contacts' ? contactsIn(value) : [],
    canTakeOut: kind.kind === 'added' && valueIn(published, path) === undefined,
    usual: valueText(kind, usual),
    source,
    wrong: wrongValue(place, value) ?? draft.problems.find((one) => one.path === path)?.text ?? '',
  };
};

/** The fields of one thing, named by its heading. */
export const fieldsOf = (sheet: Sheet, about: string): Field[] =>
  sheet.draft.places.filter((place) => place.about === about).map((place) => fieldOf(place, sheet));

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Numbers in any order and with anything between them; the furthest day first, as people say them. */
const daysOf = (text: string): JsonValue =>
  [...plainLine(text).matchAll(/\d+/g)].map(([day]) => Number(day)).sort((one, other) => other - one);

/** What somebody typed as a value of the place; a number that is none stays as it was typed, and is named wrong. */
export const typedValue = ({ kind }: Place, text: string): JsonValue => {
  if (kind.kind === 'texts') return linesOf(text);
  if (kind.kind === 'days') return daysOf(text);
  if (kind.kind === 'number') return /^\d+$/.test(plainLine(text)) ? Number(plainLine(text)) : text;
  return text;
};

/** The value of the option at a position. */
export const chosenValue = (place: Place, at: number): JsonValue =>
  optionsOf(place)[at]?.value ?? place.usual;

/** The overlay with one more value; what is as usual is no change. */
export const changed = (overlay: Overlay, { path, usual }: Place, value: JsonValue): Overlay =>
  withValue(overlay, path, isSameValue(value, usual) ? undefined : value);
