import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Words that would be a second name for what the glossary has one for (CONTRIBUTING.md); see what to say instead. */
const INSTEAD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    user: 'person, member or account',
    student: 'member, or graduate; their number is the studentNumber',
    pupil: 'member',
    applicant: 'graduate',
    clazz: 'branch',
    department: 'college',
    monitor: 'secretary',
    instructor: 'teacher',
    reviewer: 'whoever approves: Approver',
    ruleset: 'rulebook',
    destination: 'way',
    application: 'transfer, or attempt',
    migration: 'transfer',
    notification: 'notice',
    alert: 'notice, or alarm',
    allowance: 'credit',
    replan: 'a reminder is derived when its hour comes; nothing is planned anew',
    resend: 'retry',
    organization: 'organisation',
  }),
);

/** Words that say nothing of what they name, nor would anywhere in the repository. */
const SAYS_NOTHING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    helper: 'who it is: secretary, teacher, in charge; or the name of what it does',
    helpers: 'who they are, or the name of what they do',
    util: 'the name of what it does',
    utils: 'the name of what it does',
    common: 'the name of what it is',
    misc: 'the name of what it is',
    manager: 'the name of what it does',
  }),
);

/** Names that WeChat and its libraries gave, and the one of a person's number. */
const GIVEN =
  /^(studentNumber|FromUserName|traceUser|(?:get)?(?:FileSystem|RealtimeLog|Log|Update)?Manager|updateManager|manager|commonService|getCommonConfig)$/;

const NOT_CODE = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/.*|\/\*[\s\S]*?\*\//g;
const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

const wordsOf = (name: string): string[] => [...name.matchAll(WORD)].map(([word]) => word.toLowerCase());

const filesIn = (...houses: readonly string[]): string[] =>
  houses.flatMap((house) =>
    readdirSync(house, { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => file.endsWith('.ts') && !/node_modules|miniprogram_npm|fixtures|glossary\.test/.test(file),
      )
      .map((file) => path.join(house, file)),
  );

/** Every name a file uses or gives, and its own. */
const namesIn = (file: string): string[] => {
  const code = readFileSync(file, 'utf8').replace(NOT_CODE, '');
  return [path.basename(file, '.ts'), ...new Set(code.match(/[A-Za-z_]\w*/g))];
};

const misnamed = (files: readonly string[], words: ReadonlyMap<string, string>): string[] =>
  files.flatMap((file) =>
    namesIn(file)
      .filter((name) => !GIVEN.test(name))
      .flatMap((name) => wordsOf(name).map((word) => ({ name, instead: words.get(word) })))
      .flatMap(({ name, instead }) => (instead === undefined ? [] : [`${file}: ${name}; say ${instead}`])),
  );

it('one thing has one name', () => {
  const files = filesIn('miniprogram', 'cloudfunctions');
  expect(files.length).toBeGreaterThan(700);
  expect(misnamed(files, INSTEAD)).toEqual([]);
});

it('a name says what it names', () => {
  const files = filesIn('miniprogram', 'cloudfunctions', 'tools', 'test');
  expect(files.length).toBeGreaterThan(1500);
  expect(misnamed(files, SAYS_NOTHING)).toEqual([]);
});
