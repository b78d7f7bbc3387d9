/** What stands in the box of a node, line by line, and how high that is. */
import { isQuestion } from '../../miniprogram/domain/rules/flow';
import type { FlowNode } from '../../miniprogram/domain/rules/flow';
import { routeOf, wayOf } from '../../miniprogram/domain/rules/rulebook';
import type { Rulebook } from '../../miniprogram/domain/rules/rulebook';
import { wrap } from './measure';

export const BOX_WIDTH = 300;
export const PADDING = 14;
const LINE = { title: 20, body: 18 } as const;
export const SIZE = { title: 15, body: 13 } as const;
const GAP = 6;

export type Tone = 'question' | 'way' | 'advice';
type LineKind = 'title' | 'body' | 'hint' | 'option';

export interface BoxLine {
  readonly text: string;
  readonly kind: LineKind;
  /** Middle of the line, px below the top of the box. */
  readonly y: number;
  /** First line of an option: where its edge leaves, and to which node. */
  readonly next?: string;
}

export interface Box {
  readonly id: string;
  readonly tone: Tone;
  readonly lines: readonly BoxLine[];
  readonly height: number;
}

interface Paragraph {
  readonly text: string;
  readonly kind: LineKind;
  readonly next?: string;
}

const paragraphsOf = (rulebook: Rulebook, node: FlowNode): { tone: Tone; paragraphs: Paragraph[] } => {
  if (isQuestion(node)) {
    const options = node.options.flatMap(({ label, hint, next }): Paragraph[] => [
      { text: label, kind: 'option', next },
      ...(hint ? [{ text: hint, kind: 'hint' as const }] : []),
    ]);
    const help: Paragraph[] = node.help ? [{ text: node.help, kind: 'hint' }] : [];
    return { tone: 'question', paragraphs: [{ text: node.question, kind: 'title' }, ...help, ...options] };
  }
  const { result } = node;
  if (result.kind === 'way') {
    const route = routeOf(rulebook, result.wayId, result.routeId);
    const about = [
      wayOf(rulebook, result.wayId)?.label ?? result.wayId,
      `接转原因：${route?.transferReason ?? '不用填'}`,
      `申请转入组织：${route?.targetHint ?? ''}`,
    ];
    const body = about.map((text): Paragraph => ({ text, kind: 'body' }));
    return { tone: 'way', paragraphs: [{ text: route?.label ?? result.routeId, kind: 'title' }, ...body] };
  }
  const steps = (result.steps ?? []).map((step, index): Paragraph => ({
    text: `${index + 1} ${step}`,
    kind: 'hint',
  }));
  const action: Paragraph[] = result.action ? [{ text: `按钮：${result.action.label}`, kind: 'body' }] : [];
  return {
    tone: 'advice',
    paragraphs: [
      { text: result.title, kind: 'title' },
      { text: result.text, kind: 'body' },
      ...steps,
      ...action,
    ],
  };
};

export const boxOf = (rulebook: Rulebook, node: FlowNode): Box => {
  const { tone, paragraphs } = paragraphsOf(rulebook, node);
  const lines: BoxLine[] = [];
  let y = PADDING;
  for (const { text, kind, next } of paragraphs) {
    if (kind === 'option' || kind === 'body') y += GAP;
    const size = kind === 'title' ? 'title' : 'body';
    wrap(text, SIZE[size], BOX_WIDTH - 2 * PADDING).forEach((part, index) => {
      const leaves = index === 0 && next !== undefined ? { next } : {};
      lines.push({ text: part, kind, y: y + LINE[size] / 2, ...leaves });
      y += LINE[size];
    });
  }
  return { id: node.id, tone, lines, height: y + PADDING };
};
