import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FLOW_IDS } from '../../miniprogram/domain/rules/flow';
import { loadRulebook } from '../../miniprogram/domain/rules/rulebook-schema';
import { flowMermaid } from './mermaid';
import { flowSvg } from './svg';

/**
 * Checks each rulebook and writes its flows to `<out>/<rulebook>/<flow>.svg` and `.mmd`; returns the files.
 * Throws with every problem where a rulebook is not sound.
 */
export const drawFlows = async (rulebooks: readonly unknown[], out: string): Promise<string[]> => {
  const files: string[] = [];
  for (const input of rulebooks) {
    const loaded = loadRulebook(input);
    if (!loaded.ok) {
      throw new Error(loaded.problems.map(({ path: where, message }) => `${where}: ${message}`).join('\n'));
    }
    const { rulebook } = loaded;
    const folder = path.join(out, rulebook.id);
    await mkdir(folder, { recursive: true });
    for (const id of FLOW_IDS) {
      const flow = rulebook.flows[id];
      const drawings = { svg: flowSvg(rulebook, flow), mmd: flowMermaid(rulebook, flow) };
      for (const [kind, content] of Object.entries(drawings)) {
        const file = path.join(folder, `${id}.${kind}`);
        await writeFile(file, content);
        files.push(file);
      }
    }
  }
  return files;
};
