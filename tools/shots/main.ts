import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTyped, reportFailure } from '../command-line/typed';
import { launchBrowser } from '../browser/launch';
import { startPreview } from '../preview/preview';
import { SeedClient } from '../preview/seed/client';
import { chinaTime } from '../preview/seed/deed';
import { ARRIVES, type ScreenCase } from './cases';
import { COMPUTERS, type Look, LOOKS, PhoneTab } from './phone-tab';
import { arrive } from './arrive';
import { wantedCases } from './wanted';

const USAGE = '用法：npm run shots -- [名字里的一段 …]';

const OUT = path.resolve(__dirname, '../../dist/shots');

const fileOf = (screen: ScreenCase, look: Look): string => `${screen.name}.${look.name}.png`;

/** The picture shows the whole page, not only what fits on the screen. */
const shoot = async (phone: PhoneTab, screen: ScreenCase): Promise<string[]> => {
  const { look, tab } = phone;
  const problems = await phone.errors();
  const overflow = await phone.overflow();
  await tab.screenshot({ path: path.join(OUT, fileOf(screen, look)), fullPage: true });
  const place = `${screen.name} (${look.name})`;
  return [
    ...problems.map((problem) => `${place}: ${problem}`),
    ...(overflow > 0 ? [`${place}: ${overflow} px too wide`] : []),
  ];
};

const looksOf = ({ onComputer }: ScreenCase): readonly Look[] => (onComputer ? COMPUTERS : LOOKS);

/**
 * A screen is opened once for each size of letters, which pages ask for when they open, and then turned to the other
 * looks: that takes half as long as opening it in every one.
 */
const shootAll = async (phone: PhoneTab, screen: ScreenCase): Promise<string[]> => {
  const looks = looksOf(screen).filter(({ fontSize }) => fontSize === phone.look.fontSize);
  const problems: string[] = [];
  for (const [index, look] of looks.entries()) {
    if (index === 0) await phone.show(screen, look);
    else await phone.turn(look);
    problems.push(...(await shoot(phone, screen)));
  }
  return problems;
};

const indexOf = (cases: readonly ScreenCase[]): string => {
  const rows = cases.map(
    (screen) =>
      `<section><h2>${screen.name}</h2>${looksOf(screen)
        .map(
          (look) =>
            `<img loading="lazy" width="${look.width / 2}" src="${fileOf(screen, look)}" alt="${look.name}">`,
        )
        .join('')}</section>`,
  );
  const style =
    'body{font:14px sans-serif;background:#dfe4ea}section{margin:24px}img{margin-right:12px;vertical-align:top}';
  return `<!doctype html><meta charset="utf-8"><title>shots</title><style>${style}</style>${rows.join('')}`;
};

/** `npm run shots [-- parts of names]`: a picture of every screen and state, in every look. */
const main = async (): Promise<void> => {
  const cases = wantedCases(readTyped({ usage: USAGE, takesNames: true }).names);
  await mkdir(OUT, { recursive: true });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'shots-'));
  const preview = await startPreview({ port: 0, dataDir });
  const browser = await launchBrowser();
  const sizes = [...new Map(LOOKS.map((look) => [look.fontSize, look])).values()];
  const tabs = await Promise.all(sizes.map((look) => PhoneTab.open(browser, preview.url, look)));
  const client = new SeedClient(preview.emulatorUrl);
  const problems: string[] = [];
  await arrive(client, dataDir, ARRIVES);
  for (const screen of cases) {
    if (screen.at) await client.setClock(chinaTime(screen.at));
    const found = await Promise.all(tabs.map((tab) => shootAll(tab, screen)));
    problems.push(...found.flat());
  }
  await writeFile(path.join(OUT, 'index.html'), indexOf(cases));
  await browser.close();
  await preview.close();
  await rm(dataDir, { recursive: true, force: true });
  console.log(`${cases.flatMap(looksOf).length} pictures in dist/shots`);
  problems.forEach((problem) => console.error(problem));
  process.exitCode = problems.length > 0 ? 1 : 0;
};

void main().catch(reportFailure);
