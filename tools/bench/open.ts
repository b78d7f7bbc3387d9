import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Mistyped, readTyped, reportFailure } from '../command-line/typed';
import { PAGES, type PageName } from '../../miniprogram/domain/reminding/pages';
import { launchBrowser } from '../browser/launch';
import { startPreview } from '../preview/preview';
import { SeedClient } from '../preview/seed/client';
import { arrive } from '../shots/arrive';
import { ARRIVES, SCREEN_CASES, type ScreenCase } from '../shots/cases';
import { LOOKS, PhoneTab } from '../shots/phone-tab';
import { MORE_OPENINGS } from './more-openings';
import { measureOpening, type Opening } from './openings';

const USAGE = '用法：npm run bench:open -- [画面的名字 …]';

/** Each page opens with one call. */
const MOST_CALLS = 1;

/** Pictures that show what the real cloud answers; staged ones measure nothing. */
const isMeasurable = ({ cloud, replies, at, picks, who }: ScreenCase): boolean =>
  !cloud && !replies && !at && !picks && who !== 'stranger';

const COLUMNS = ['page', 'calls', 'db requests', 'read', 'bytes', 'setData', 'setData bytes'] as const;

const cells = ({ page, calls, databaseRequests, documentsRead, bytes, setData }: Opening): string[] => [
  page,
  String(calls.length),
  String(databaseRequests),
  String(documentsRead),
  String(bytes),
  String(setData.calls),
  String(setData.bytes),
];

const line = (row: readonly string[], name: string): string =>
  `${row.map((cell, index) => (index === 0 ? cell.padEnd(38) : cell.padStart(14))).join('')}  ${name}`;

const ALL = [...SCREEN_CASES.filter(isMeasurable), ...MORE_OPENINGS];

/**
 * `npm run bench:open [-- name…]`: what each page asks for and draws when somebody who was here before opens it; with
 * names only those pictures. Fails on a second call, and on a page of the mini-program that none of them opens.
 */
const main = async (): Promise<void> => {
  const { names } = readTyped({ usage: USAGE, takesNames: true });
  const strange = names.find((typed) => !ALL.some(({ name }) => name === typed));
  if (strange) throw new Mistyped(`没有叫 ${strange} 的画面，名字在 tools/shots/cases 里。`);
  const isAsked = ({ name }: ScreenCase): boolean => names.length === 0 || names.includes(name);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bench-open-'));
  const preview = await startPreview({ port: 0, dataDir });
  const browser = await launchBrowser();
  const [look] = LOOKS;
  if (!look) throw new Error('no look to open pages in');
  const phone = await PhoneTab.open(browser, preview.url, look);
  const left = new Set(names.length === 0 ? (Object.keys(PAGES) as PageName[]) : []);
  let tooMany = 0;
  try {
    await arrive(new SeedClient(preview.emulatorUrl), dataDir, ARRIVES);
    console.log(line(COLUMNS, 'as in the picture'));
    for (const screen of ALL.filter(isAsked)) {
      const opening = await measureOpening(phone, preview.emulatorUrl, screen);
      if (!opening) continue;
      for (const name of left) if (PAGES[name] === opening.page) left.delete(name);
      const fits = opening.calls.length <= MOST_CALLS;
      if (!fits) tooMany += 1;
      console.log(line(cells(opening), `${screen.name}${fits ? '' : `  ✗ ${opening.calls.join(', ')}`}`));
    }
  } finally {
    await browser.close();
    await preview.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  console.log(
    `${tooMany} openings with more than ${MOST_CALLS} call; not opened: ${[...left].join(', ') || 'none'}`,
  );
  if (tooMany > 0 || left.size > 0) process.exitCode = 1;
};

void main().catch(reportFailure);
