import type { Rulebook } from '../../../../domain/rules/rulebook/index';
import { wayRows, type WayRow } from '../../../../domain/words/way-rows';

/** Who is gone by the list without having begun here. */
export interface Gone {
  /** One of them. */
  readonly memberId: string;
  /** Their name where it is about one alone; empty for several. */
  readonly name: string;
  readonly count: number;
}

export const OLD_RULES = '这一季的规则在这个版本里没有，请关掉小程序后重新打开';

/** Ways that lead out of the school: whoever is gone took one of them. */
export const waysOut = (rulebook: Rulebook): WayRow[] =>
  wayRows(rulebook, ({ handledBy }) => handledBy !== 'college');

export const titleFor = ({ name, count }: Gone): string =>
  name === '' ? `还有 ${count} 人没选去向，他们去了哪里？` : `${name}去了哪里？`;
