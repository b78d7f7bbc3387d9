/**
 * What people do in a season, with all that is answered, stored and sent: as `ledger/*.txt` have it. Those are read by
 * eye; `LEDGER=write` writes them anew, and what changed in them is what the change to the code does.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contract, type FunctionName } from '../../miniprogram/contract';
import { ACCOUNT } from './ledger/account';
import { FILES } from './ledger/files';
import { GRADUATES } from './ledger/graduate';
import { OFFICE } from './ledger/office';
import { SECRETARIES } from './ledger/secretary';
import { openStages, type Scenes, type Stage } from './ledger/stage';
import { TEACHERS } from './ledger/teacher';
import { TIMER } from './ledger/timer';

const ACTS: Readonly<Record<string, Scenes>> = {
  account: ACCOUNT,
  graduate: GRADUATES,
  secretary: SECRETARIES,
  teacher: TEACHERS,
  office: OFFICE,
  files: FILES,
  timer: TIMER,
};
const isWritten = process.env['LEDGER'] === 'write';
const fileOf = (act: string): string => path.join(__dirname, 'ledger', `${act}.txt`);

/** By title. */
const kept = (act: string): ReadonlyMap<string, string> => {
  const file = fileOf(act);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return new Map(
    text
      .split(/^# /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return [part.slice(0, end), part.slice(end).trim()] as const;
      }),
  );
};

const FUNCTIONS: readonly FunctionName[] = ['account', 'graduate', 'secretary', 'teacher'];

let open: () => Stage;
beforeAll(async () => {
  open = await openStages();
}, 60_000);

describe.each(Object.entries(ACTS))('%s', (act, scenes) => {
  const before = kept(act);
  const written = new Map(before);
  afterAll(() => {
    const scenesOf = Object.keys(scenes).map((title) => `# ${title}\n${written.get(title) ?? ''}\n`);
    if (isWritten) writeFileSync(fileOf(act), scenesOf.join('\n'));
  });

  it.each(Object.entries(scenes))('%s', async (title, play) => {
    const stage = open();
    await play(stage);
    written.set(title, stage.text());
    if (!isWritten) expect(stage.text().split('\n')).toEqual(before.get(title)?.split('\n'));
  });
});

it('plays every action', () => {
  const played = Object.keys(ACTS).flatMap((act) => [...kept(act).values()]);
  const left = FUNCTIONS.flatMap((name) =>
    Object.keys(contract[name])
      .map((action) => ` ${name}.${action} `)
      .filter((call) => !played.some((scene) => scene.includes(call))),
  );
  expect(left).toEqual([]);
});
