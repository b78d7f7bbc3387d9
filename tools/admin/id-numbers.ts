import { holdsIdNumber } from '../../miniprogram/domain/text/id-number';

/** Ids, digests and sealed texts, in which digits mean nothing. */
const MEANINGLESS = /(^_id|Id|Key|Sealed|digest|order)$/;

/** Whether a text that people typed, anywhere inside, holds what looks like an ID number. */
export const holdsIdNumberIn = (value: unknown, key = ''): boolean => {
  if (typeof value === 'string') return !MEANINGLESS.test(key) && holdsIdNumber(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((inner) => holdsIdNumberIn(inner, key));
  return Object.entries(value).some(([name, inner]) => holdsIdNumberIn(inner, name));
};
