import path from 'node:path';
import { ESLint } from 'eslint';
import type { Check } from './finding';

/** The rules of `eslint.config.mjs` over all templates; a warning counts as well. */
export const wxmlLint = (root: string): Check => ({
  name: 'ESLint for WXML',
  run: async () => {
    const eslint = new ESLint({ cwd: root });
    const results = await eslint.lintFiles(['miniprogram/**/*.wxml']);
    const findings = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, message, ruleId }) => ({
        file: `${path.relative(root, filePath)}:${line}`,
        message: `${message} (${ruleId ?? 'syntax'})`,
      })),
    );
    return { findings, seen: `${results.length} WXML` };
  },
});
