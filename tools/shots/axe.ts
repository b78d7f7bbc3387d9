import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import { launchBrowser } from '../browser/launch';
import { startPreview } from '../preview/preview';
import { SeedClient } from '../preview/seed/client';
import { chinaTime } from '../preview/seed/deed';
import { arrive } from './arrive';
import { ARRIVES, SCREEN_CASES, type ScreenCase } from './cases';
import { LOOKS, PhoneTab } from './phone-tab';

/** WCAG 2.2, levels A and AA. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
  // Experimental: it wants a row's texts letter for letter in its name, where ours says them as one sentence.
  rules: { 'label-content-name-mismatch': { enabled: false } },
};
/** WeChat's own sheets and dialogs, which the preview draws in WeChat's colours. */
const NOT_OURS = { exclude: ['.mp-mask'] };

const AXE = path.resolve(__dirname, '../../node_modules/axe-core/axe.min.js');

interface AxeWindow {
  axe: { run(context: typeof NOT_OURS, options: RunOptions): Promise<AxeResults> };
}

/** What axe finds wrong on the screen, one line a finding: rule, then where and why. */
const findingsOn = async (phone: PhoneTab, screen: ScreenCase, script: string): Promise<string[]> => {
  await phone.show(screen);
  await phone.tab.evaluate(script);
  const { violations } = await phone.tab.evaluate(
    ({ context, rules }) => (window as unknown as AxeWindow).axe.run(context, rules),
    { context: NOT_OURS, rules: RULES },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${screen.name} (${phone.look.name}): ${id} ${html.slice(0, 160)} — ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
};

/** `npm run axe [-- parts of names]`: WCAG 2.2 AA on every screen and state, in light and dark. */
const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2);
  const cases = SCREEN_CASES.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  const script = await readFile(AXE, 'utf8');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'axe-'));
  const preview = await startPreview({ port: 0, dataDir });
  const browser = await launchBrowser();
  const looks = LOOKS.filter(({ name }) => name === 'light' || name === 'dark');
  const phones = await Promise.all(looks.map((look) => PhoneTab.open(browser, preview.url, look)));
  const client = new SeedClient(preview.emulatorUrl);
  const findings: string[] = [];
  await arrive(client, dataDir, ARRIVES);
  for (const screen of cases) {
    if (screen.at) await client.setClock(chinaTime(screen.at));
    const found = await Promise.all(phones.map((phone) => findingsOn(phone, screen, script)));
    found.flat().forEach((finding) => console.error(finding));
    findings.push(...found.flat());
  }
  await browser.close();
  await preview.close();
  await rm(dataDir, { recursive: true, force: true });
  console.log(`${findings.length} findings on ${cases.length} screens in ${looks.length} looks`);
  process.exitCode = findings.length > 0 ? 1 : 0;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
