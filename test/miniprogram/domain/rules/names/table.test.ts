/** What is asked about each of many hundred names, under the rules in force: a change shows whom else it asks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOrganisationName } from '../../../../../miniprogram/domain/rules/names/check';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const [, ...LINES] = readFileSync(join(__dirname, 'names.tsv'), 'utf8').trim().split('\n');
const NAMES = LINES.map((line) => line.split('\t')).map(([name = '', receiver, , asked]) => ({
  name,
  receiver,
  asked,
}));

test.each(['employer', 'school', 'home'] as const)(
  'each name of an organisation that leads to %s is asked about as the table says',
  (kind) => {
    const [route] = national2022.ways
      .flatMap(({ routes }) => routes)
      .filter(({ receiver }) => receiver?.kind === kind);
    if (!route) throw new Error(`no route leads to ${kind}`);
    const names = NAMES.filter(({ receiver }) => receiver === kind);
    const asked = names.map(({ name }) => {
      const codes = checkOrganisationName(name, route).map(({ code }) => code);
      return `${name} ${codes.join(' ') || '-'}`;
    });
    expect(asked).toEqual(names.map((row) => `${row.name} ${row.asked}`));
  },
);
