import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2, levels A and AA. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
  // Experimental: it wants a row's texts letter for letter in its name, where ours says them as one sentence.
  rules: { 'label-content-name-mismatch': { enabled: false } },
};
/** WeChat's own sheets and dialogs, which the preview draws in WeChat's colours. */
const NOT_OURS = { exclude: ['.mp-mask'] };
const SCRIPT = path.resolve(__dirname, '../../node_modules/axe-core/axe.min.js');
let script: Promise<string> | undefined;

interface AxeWindow {
  axe: { run(context: typeof NOT_OURS, options: RunOptions): Promise<AxeResults> };
}

/** What axe finds wrong on what is shown, one line a finding: rule, then where and why. */
export const accessibilityFaults = async (tab: Page): Promise<string[]> => {
  script ??= readFile(SCRIPT, 'utf8');
  // Half a megabyte, which the page keeps until it starts anew.
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(await script);
  const { violations } = await tab.evaluate(
    ({ context, rules }) => (window as unknown as AxeWindow).axe.run(context, rules),
    { context: NOT_OURS, rules: RULES },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${id} ${html.slice(0, 160)} — ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
};
