import { wayText } from '../../../../components/field-rows/rows';
import type { Rulebook } from '../../../../domain/rules/rulebook/index';
import { spokenOf } from '../../../../domain/words/spoken-of';

/** Who is gone by the list without having begun here. */
export interface Gone {
  /** One of them. */
  readonly memberId: string;
  /** Their name where it is about one alone; empty for several. */
  readonly name: string;
  readonly count: number;
}

export interface WayOut {
  readonly key: string;
  readonly wayId: string;
  readonly routeId: string;
  readonly title: string;
  readonly hint: string;
}

export const OLD_RULES = '这一季的规则在这个版本里没有，请关掉小程序后重新打开';

/** Ways that lead out of the school: whoever is gone took one of them. */
export const waysOut = (rulebook: Rulebook): WayOut[] =>
  rulebook.ways.flatMap((way) =>
    way.routes
      .filter(({ handledBy, closed }) => handledBy !== 'college' && !closed)
      .map((route) => ({
        key: `${way.id} ${route.id}`,
        wayId: way.id,
        routeId: route.id,
        title: wayText(way, route),
        hint: spokenOf(route.hint),
      })),
  );

export const titleFor = ({ name, count }: Gone): string =>
  name === '' ? `还有 ${count} 人没选去向，他们去了哪里？` : `${name}去了哪里？`;
