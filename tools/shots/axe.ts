import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTyped, reportFailure } from '../command-line/typed';
import { launchBrowser } from '../browser/launch';
import { startPreview } from '../preview/preview';
import { SeedClient } from '../preview/seed/client';
import { chinaTime } from '../preview/seed/deed';
import { accessibilityFaults } from './accessibility';
import { arrive } from './arrive';
import { ARRIVES, type ScreenCase } from './cases';
import { DARK, LIGHT, PhoneTab } from './phone-tab';
import { wantedCases } from './wanted';

const USAGE = '用法：npm run axe -- [名字里的一段 …]';

/** In the look the phone has just now. */
const faultsOf = async (phone: PhoneTab, screen: ScreenCase): Promise<string[]> => {
  const faults = await accessibilityFaults(phone.tab);
  return faults.map((fault) => `${screen.name} (${phone.look.name}): ${fault}`);
};

/** Opened in light, turned to dark. */
const faultsInBoth = async (phone: PhoneTab, screen: ScreenCase): Promise<string[]> => {
  await phone.show(screen, LIGHT);
  const inLight = await faultsOf(phone, screen);
  await phone.turn(DARK);
  return [...inLight, ...(await faultsOf(phone, screen))];
};

/** `npm run axe [-- parts of names]`: WCAG 2.2 AA on every screen and state, in light and dark. */
const main = async (): Promise<void> => {
  const cases = wantedCases(readTyped({ usage: USAGE, takesNames: true }).names);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'axe-'));
  const preview = await startPreview({ port: 0, dataDir });
  const browser = await launchBrowser();
  const phone = await PhoneTab.open(browser, preview.url, LIGHT);
  const client = new SeedClient(preview.emulatorUrl);
  const findings: string[] = [];
  await arrive(client, dataDir, ARRIVES);
  for (const screen of cases) {
    if (screen.at) await client.setClock(chinaTime(screen.at));
    const found = await faultsInBoth(phone, screen);
    found.forEach((finding) => console.error(finding));
    findings.push(...found);
  }
  await browser.close();
  await preview.close();
  await rm(dataDir, { recursive: true, force: true });
  console.log(`${findings.length} findings on ${cases.length} screens in light and dark`);
  process.exitCode = findings.length > 0 ? 1 : 0;
};

void main().catch(reportFailure);
