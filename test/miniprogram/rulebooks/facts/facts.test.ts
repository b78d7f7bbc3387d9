/**
 * What the notices say, one a row, and where the rulebook says it. Each row names the place and the words that have to
 * stand there, so that whoever reads a new notice finds the place, and whoever changes the place breaks the row.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, editsOf } from '../../../../miniprogram/domain/rules/rulebook/apply-edits';
import type { Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { OFFERED_RULEBOOKS } from '../../../../miniprogram/rulebooks';

interface Fact {
  readonly says: string;
  readonly place: string;
  readonly words: readonly string[];
  readonly never: readonly string[];
  readonly rulebook: Rulebook;
}

/** `设置：workplace=work-only` under a heading holds for its table. */
const chosenIn = (rulebook: Rulebook, section: string): Rulebook => {
  const [, choices = ''] = /^设置：(.+)$/m.exec(section) ?? [];
  const pairs = [...choices.matchAll(/([a-z-]+)=([a-z-]+)/g)].map(([, id = '', option = '']) => [id, option]);
  return applyEdits(rulebook, editsOf(rulebook.settings, Object.fromEntries(pairs)));
};

const listed = (cell: string | undefined): string[] => (cell ? cell.split('；') : []);

const factsOf = (shipped: Rulebook): Fact[] =>
  readFileSync(path.join(__dirname, `${shipped.id}.md`), 'utf8')
    .split(/^## /m)
    .flatMap((section) => {
      const rulebook = chosenIn(shipped, section);
      const [, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
      return rows.map((row): Fact => {
        const [says = '', , place = '', words, never] = row
          .split('|')
          .slice(1)
          .map((cell) => cell.trim());
        return { says, place, words: listed(words), never: listed(never), rulebook };
      });
    });

/** A member of a list by its id, else a value by its key. */
const within = (value: unknown, key: string): unknown => {
  if (Array.isArray(value))
    return value.find(
      (one: unknown) => typeof one === 'object' && one !== null && 'id' in one && one.id === key,
    );
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
};

const textAt = (rulebook: Rulebook, place: string): string => {
  const value = place.split('.').reduce<unknown>(within, rulebook);
  if (value === undefined) throw new Error(`nothing stands at ${place}`);
  return JSON.stringify(value);
};

const FACTS = OFFERED_RULEBOOKS.flatMap((rulebook) =>
  factsOf(rulebook).map((fact) => [rulebook.id, fact.says, fact] as const),
);

test.each(FACTS)('%s: %s', (_id, _says, { rulebook, place, words, never }) => {
  const text = textAt(rulebook, place);
  expect(words.filter((one) => !text.includes(one))).toEqual([]);
  expect(never.filter((one) => text.includes(one))).toEqual([]);
});

test('a row without words would say nothing', () => {
  expect(FACTS.filter(([, , { words }]) => words.length === 0)).toEqual([]);
  expect(FACTS.length).toBeGreaterThan(90);
});
