import type { Flow } from '../../miniprogram/domain/rules/flow';
import type { Rulebook } from '../../miniprogram/domain/rules/rulebook';
import { BOX_WIDTH, PADDING, SIZE, boxOf } from './box';
import type { BoxLine, Tone } from './box';
import { layOut } from './layout';
import type { Placed, Point } from './layout';

const HEADER = 56;
const TONES: Record<Tone, { fill: string; stroke: string }> = {
  question: { fill: '#ffffff', stroke: '#174a8c' },
  way: { fill: '#e7f4ec', stroke: '#23804e' },
  advice: { fill: '#fff4de', stroke: '#d98a00' },
};
const INK: Record<BoxLine['kind'], string> = {
  title: '#142132',
  body: '#142132',
  option: '#174a8c',
  hint: '#5f6b7a',
};

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const lineOf = ({ x, y }: Placed, { text, kind, y: offset }: BoxLine): string => {
  const size = kind === 'title' ? SIZE.title : SIZE.body;
  const weight = kind === 'title' ? 600 : 400;
  return `<text x="${x + PADDING}" y="${y + offset + size * 0.36}" font-size="${size}" font-weight="${weight}" fill="${INK[kind]}">${escape(text)}</text>`;
};

const boxSvg = (placed: Placed): string => {
  const { box, x, y } = placed;
  const { fill, stroke } = TONES[box.tone];
  const frame = `<rect x="${x}" y="${y}" width="${BOX_WIDTH}" height="${box.height}" rx="10" fill="${fill}" stroke="${stroke}"/>`;
  return `<g id="${escape(box.id)}">${frame}${box.lines.map((line) => lineOf(placed, line)).join('')}</g>`;
};

/** Smooth between columns, straight along a lane. */
const edgeSvg = ([start, ...rest]: readonly Point[]): string => {
  if (!start) return '';
  let from = start;
  const parts = rest.map((to) => {
    const bend = (to.x - from.x) / 2;
    const part =
      to.y === from.y
        ? `L${to.x} ${to.y}`
        : `C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
    from = to;
    return part;
  });
  return `<path d="M${start.x} ${start.y}${parts.join('')}" fill="none" stroke="#8694a6" marker-end="url(#tip)"/>`;
};

/** One flow as a picture: questions blue, ways green, advice amber; each answer's line leads to what follows. */
export const flowSvg = (rulebook: Rulebook, flow: Flow): string => {
  const { boxes, edges, width, height } = layOut(
    flow.nodes.map((node) => boxOf(rulebook, node)),
    flow.start,
  );
  const about = `规则 ${rulebook.id}，${rulebook.checkedOn} 核对，依据：${rulebook.source}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.ceil(height + HEADER)}" font-family="'Noto Sans SC Variable','PingFang SC','Microsoft YaHei',sans-serif">`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#8694a6"/></marker></defs>',
    '<rect width="100%" height="100%" fill="#f3f5f8"/>',
    `<text x="24" y="32" font-size="20" font-weight="600" fill="#142132">${escape(flow.title)}</text>`,
    `<text x="24" y="52" font-size="13" fill="#5f6b7a">${escape(about)}</text>`,
    `<g transform="translate(0 ${HEADER})">${edges.map(edgeSvg).join('\n')}\n${boxes.map(boxSvg).join('\n')}</g>`,
    '</svg>\n',
  ].join('\n');
};
