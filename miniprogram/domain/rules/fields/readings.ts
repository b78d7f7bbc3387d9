/** How the value of a field reads: on a screen, in my-data, in the cells of a list. */
import { formatChina, momentOf } from '../../calendar/china-time';
import type { ByKind, Region } from './kinds';

/** Names from the largest place down; a municipality names itself twice. */
export const regionText = (region: Region): string =>
  region.names.filter((name, index) => name !== region.names[index - 1] && name !== '市辖区').join(' ');

/** `2027-06` → `2027年6月`. */
const monthText = (month: string): string => month.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月');

/** One line of a screen. */
export const AS_LINE: ByKind<string> = {
  place: regionText,
  text: (text) => text,
  branchName: (name) => name,
  startedAt: (at) => momentOf(at),
  month: monthText,
  contact: ({ name, phone }) => `${name} ${phone}`,
};

/** As it is stored, with nothing left out: for the person's own data. A draft may be half filled in. */
export const IN_FULL: ByKind<string> = {
  ...AS_LINE,
  place: ({ names }) => names.join(' '),
  startedAt: (at) => formatChina(at, 'YYYY年M月D日 HH:mm'),
  contact: ({ name, phone }) => [name, phone].filter(Boolean).join(' '),
};

/** The cells of a list, one for each of its columns. */
export const AS_CELLS: ByKind<readonly string[]> = {
  place: ({ names }) => [names.join('')],
  text: (text) => [text],
  branchName: (name) => [name],
  startedAt: (at) => [formatChina(at, 'YYYY-MM-DD HH:mm')],
  month: (month) => [month],
  contact: ({ name, phone }) => [name, phone],
};
