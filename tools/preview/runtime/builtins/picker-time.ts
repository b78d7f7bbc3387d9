/** Columns of `<picker mode="time">` and `mode="date"`: values as text, limits inclusive. */

const pad = (value: number): string => String(value).padStart(2, '0');
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i);

export interface ValueColumns {
  columns(chosen: readonly number[]): string[][];
  /** Indices of a value; the nearest allowed one when it is missing or out of the limits. */
  indexOf(value: string): number[];
  valueOf(chosen: readonly number[]): string;
}

/** `start`, `end` and values are `hh:mm`. */
export function timeColumns(start: string, end: string): ValueColumns {
  const parse = (text: string, otherwise: [number, number]): [number, number] => {
    const found = /^(\d{1,2}):(\d{1,2})/.exec(text);
    return found ? [Number(found[1]), Number(found[2])] : otherwise;
  };
  const [first, last] = [parse(start, [0, 0]), parse(end, [23, 59])];
  const hours = range(first[0], last[0]);
  const minutes = (hour: number) => range(hour === first[0] ? first[1] : 0, hour === last[0] ? last[1] : 59);
  const hourAt = (chosen: readonly number[]) => hours[chosen[0] ?? 0] ?? first[0];
  return {
    columns: (chosen) => [hours.map(pad), minutes(hourAt(chosen)).map(pad)],
    indexOf: (value) => {
      const [hour, minute] = parse(value, first);
      const at = Math.max(0, hours.indexOf(hour));
      return [at, Math.max(0, minutes(hours[at] ?? hour).indexOf(minute))];
    },
    valueOf: (chosen) => {
      const hour = hourAt(chosen);
      return `${pad(hour)}:${pad(minutes(hour)[chosen[1] ?? 0] ?? 0)}`;
    },
  };
}

export type DateFields = 'year' | 'month' | 'day';
const DEPTH: Readonly<Record<DateFields, number>> = { year: 1, month: 2, day: 3 };

/** Year, month, day as numbers, compared from the left. */
type Parts = readonly [number, number, number];

const parseDate = (text: string, otherwise: Parts): Parts => {
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/.exec(text);
  return found
    ? [Number(found[1]), Number(found[2] ?? otherwise[1]), Number(found[3] ?? otherwise[2])]
    : otherwise;
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `start`, `end` and values are `yyyy-MM-dd` or shorter; `today` fills a missing value. */
export function dateColumns(start: string, end: string, fields: DateFields, today: Parts): ValueColumns {
  const first = parseDate(start, [1900, 1, 1]);
  const last = parseDate(end, [2100, 12, 31]);
  const years = range(first[0], last[0]);
  const months = (year: number) => range(year === first[0] ? first[1] : 1, year === last[0] ? last[1] : 12);
  const days = (year: number, month: number) =>
    range(
      year === first[0] && month === first[1] ? first[2] : 1,
      Math.min(daysIn(year, month), year === last[0] && month === last[1] ? last[2] : 31),
    );
  const partsAt = (chosen: readonly number[]): Parts => {
    const year = years[chosen[0] ?? 0] ?? first[0];
    const month = months(year)[chosen[1] ?? 0] ?? months(year)[0]!;
    return [year, month, days(year, month)[chosen[2] ?? 0] ?? days(year, month)[0]!];
  };
  const depth = DEPTH[fields];
  return {
    columns: (chosen) => {
      const [year, month] = partsAt(chosen);
      return [
        years.map((value) => `${value}年`),
        months(year).map((value) => `${pad(value)}月`),
        days(year, month).map((value) => `${pad(value)}日`),
      ].slice(0, depth);
    },
    indexOf: (value) => {
      const [year, month, day] = parseDate(value, today);
      const at = years.indexOf(Math.max(first[0], Math.min(last[0], year)));
      const monthAt = Math.max(0, months(year).indexOf(month));
      return [at, monthAt, Math.max(0, days(year, month).indexOf(day))].slice(0, depth);
    },
    valueOf: (chosen) => {
      const [year, month, day] = partsAt(chosen);
      return [String(year), pad(month), pad(day)].slice(0, depth).join('-');
    },
  };
}
