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

describe.each(['employer', 'school', 'home'] as const)(
  'a name of an organisation that leads to %s',
  (kind) => {
    const [route] = national2022.ways
      .flatMap(({ routes }) => routes)
      .filter(({ receiver }) => receiver?.kind === kind);
    if (!route) throw new Error(`no route leads to ${kind}`);
    const rows = NAMES.filter(({ receiver }) => receiver === kind);
    const looked = rows.map(({ name }) => ({ name, findings: checkOrganisationName(name, route) }));

    test('is asked about as the table says', () => {
      const asked = looked.map(
        ({ name, findings }) => `${name} ${findings.map(({ code }) => code).join(' ') || '-'}`,
      );
      expect(asked).toEqual(rows.map(({ name, asked: says }) => `${name} ${says}`));
    });

    test('is asked about under a title and in a sentence', () => {
      const findings = looked.flatMap((one) => one.findings);
      expect(
        findings.filter(({ title, why }) => !/^.{4,14}$/.test(title) || !/^.{12,}[。？]$/.test(why)),
      ).toEqual([]);
    });
  },
);
