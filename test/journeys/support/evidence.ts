import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Screen } from './screen';

const FOLDER = path.resolve(__dirname, '../../../dist/journeys');

/** Leaves a picture and the words on each screen in `dist/journeys`. */
export const keepEvidence = async (name: string, tab: Page, screens: readonly Screen[]): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  const file = name.replace(/[^\p{L}\p{N}-]+/gu, '-');
  await tab.screenshot({ path: path.join(FOLDER, `${file}.png`) });
  const words = await Promise.all(screens.map((screen) => screen.words().catch(() => '')));
  await writeFile(path.join(FOLDER, `${file}.txt`), words.join('\n\n=====\n\n'));
};
