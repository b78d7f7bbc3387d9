import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FLOW_IDS, isQuestion } from '../../../miniprogram/domain/rules/flow';
import { RULEBOOKS } from '../../../miniprogram/rulebooks';
import { boxOf } from '../../../tools/flows/box';
import { drawFlows } from '../../../tools/flows/draw';
import { layOut } from '../../../tools/flows/layout';
import { flowMermaid } from '../../../tools/flows/mermaid';
import { flowSvg } from '../../../tools/flows/svg';

const cases = RULEBOOKS.flatMap((rulebook) => FLOW_IDS.map((id) => [rulebook.id, id, rulebook] as const));

describe.each(cases)('%s %s', (_, id, rulebook) => {
  const flow = rulebook.flows[id];
  const answers = flow.nodes.filter(isQuestion).flatMap(({ options }) => options);
  const { boxes, edges } = layOut(
    flow.nodes.map((node) => boxOf(rulebook, node)),
    flow.start,
  );

  test('shows every node once and an edge for every answer, leading to the right', () => {
    const svg = flowSvg(rulebook, flow);
    for (const node of flow.nodes) expect(svg.split(`<g id="${node.id}">`)).toHaveLength(2);
    expect(edges).toHaveLength(answers.length);
    for (const points of edges) {
      points.slice(1).forEach((point, index) => expect(point.x).toBeGreaterThan(points[index]?.x ?? 0));
    }
  });

  test('no two boxes overlap', () => {
    for (const a of boxes) {
      for (const b of boxes) {
        const apart = a === b || a.x !== b.x || a.y + a.box.height <= b.y || b.y + b.box.height <= a.y;
        expect([a.box.id, b.box.id, apart]).toEqual([a.box.id, b.box.id, true]);
      }
    }
  });

  test('the Mermaid text has the same nodes and answers', () => {
    const lines = flowMermaid(rulebook, flow).split('\n');
    expect(lines.filter((line) => line.includes('-->'))).toHaveLength(answers.length);
    expect(lines.filter((line) => /^ {2}n_\w+[{[(]/.test(line))).toHaveLength(flow.nodes.length);
  });
});

test('every rulebook gets its own folder, and an unsound one is refused with what is wrong', async () => {
  const out = await mkdtemp(path.join(tmpdir(), 'flows-'));
  try {
    const files = await drawFlows(RULEBOOKS, out);
    expect(files).toHaveLength(RULEBOOKS.length * FLOW_IDS.length * 2);
    const picker = await readFile(path.join(out, 'national-2022', 'way-picker.svg'), 'utf8');
    expect(picker).not.toContain('学社衔接');
    await expect(drawFlows([{ ...RULEBOOKS[0], ageLimit: 0 }], out)).rejects.toThrow('ageLimit');
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
