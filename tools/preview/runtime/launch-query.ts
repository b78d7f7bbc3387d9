import { CONDITION_NAMES, type Condition } from './conditions';
import type { Theme } from './host';

/** What the desk tells a phone in the address of `phone.html`. */
export interface LaunchQuery {
  seat: string;
  openid: string;
  theme: Theme;
  fontSize: number;
  /** Version of WeChat's base library the phone pretends to have. */
  library: string;
  /** What stands in this phone's way, or waits for it. */
  conditions: ReadonlySet<Condition>;
  /** Path with query of the first page; empty for the entry page of `app.json`. */
  page: string;
}

/** A current version; the desk and `?library=` choose others. */
export const LIBRARY = '3.8.12';

/** @param search of the page's address */
export function parseLaunchQuery(search: string): LaunchQuery {
  const query = new URLSearchParams(search);
  const fontSize = Number(query.get('fontSize'));
  return {
    seat: query.get('seat') ?? 'phone',
    openid: query.get('openid') ?? 'preview-openid',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    fontSize: fontSize > 0 ? fontSize : 16,
    library: query.get('library') ?? LIBRARY,
    conditions: new Set(CONDITION_NAMES.filter((one) => query.getAll('with').includes(one))),
    page: query.get('page') ?? '',
  };
}
