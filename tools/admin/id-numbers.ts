import { holdsIdNumber, holdsLongIdNumber } from '../../miniprogram/domain/text/id-number';

/** Ids, digests and sealed texts, in which digits mean nothing. */
const MEANINGLESS = /(^_id|Id|Key|Sealed|digest|order)$/;

/** A student number of 15 digits reads like the old form. */
const holdsAny = (text: string, key: string): boolean =>
  key === 'studentNumber' ? holdsLongIdNumber(text) : holdsIdNumber(text);

/** Whether a text that people typed, anywhere inside, holds what looks like an ID number. */
export const holdsIdNumberIn = (value: unknown, key = ''): boolean => {
  if (typeof value === 'string') return !MEANINGLESS.test(key) && holdsAny(value, key);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((inner) => holdsIdNumberIn(inner, key));
  return Object.entries(value).some(([name, inner]) => holdsIdNumberIn(inner, name));
};
