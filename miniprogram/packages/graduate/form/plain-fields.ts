/** Fields that need one box and nothing else: a line of text or a month. The catalogue says all the form shows. */
import { fieldsOf, rowOf, type FieldOf } from '../../../domain/rules/fields/catalogue';
import { AS_LINE } from '../../../domain/rules/fields/readings';
import { chinaParts, formatChina } from '../../../domain/calendar/china-time';
import { askedLabel, asks } from './problems';
import type { Work } from './work';

export type PlainId = FieldOf<'text' | 'month'>;

/** Longer than anybody studies on. */
const YEARS_AHEAD = 10;

export const PLAIN_FIELDS = fieldsOf('text', 'month');

export interface PlainField {
  readonly id: PlainId;
  readonly isMonth: boolean;
  readonly label: string;
  /** What the box holds, and how it reads; both empty before anything was typed. */
  readonly value: string;
  readonly text: string;
  readonly placeholder: string;
  readonly hint: string;
  readonly max: number;
  /** First and last month that can be picked, and where the picker opens: people graduate, and come home, in June. */
  readonly start: string;
  readonly end: string;
  readonly opensAt: string;
}

export const plainFields = ({ draft, route }: Work, now: number): PlainField[] =>
  PLAIN_FIELDS.filter((id) => asks(route, id)).map((id) => {
    const { year } = chinaParts(now);
    const { kind, placeholder = '', hint = '', max = 0 } = rowOf(id);
    const value = draft[id] ?? '';
    const isMonth = kind === 'month';
    const text = isMonth && value !== '' ? AS_LINE.month(value) : value;
    const label = askedLabel(id, route);
    const months = {
      start: formatChina(now, 'YYYY-MM'),
      end: `${year + YEARS_AHEAD}-12`,
      opensAt: `${year + 1}-06`,
    };
    return { id, isMonth, label, value, text, placeholder, hint, max, ...months };
  });
