/** A style of cells as it is, with the colour of what is to be looked at. */
import type { Zip } from '../workbook/zip';
import { readXml } from '../workbook/xml';
import { local, prefixOf, rewriteXml, tagOf, type Attributes } from './rewrite-xml';

/** Styles and fills there are; none where a workbook has no styles: then nothing is coloured. */
export interface StyleSheet {
  readonly styles: number;
  readonly fills: number;
}

export const countStyles = async (zip: Zip, part: string | undefined): Promise<StyleSheet> => {
  let isInCells = false;
  let styles = 0;
  let fills = 0;
  if (part === undefined || !zip.has(part)) return { styles, fills };
  await readXml(zip.read(part), {
    open(name) {
      if (name === 'cellXfs') isInCells = true;
      if (name === 'fill') fills += 1;
      if (name === 'xf' && isInCells) styles += 1;
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return { styles, fills: styles > 0 ? fills : 0 };
};

/** Pale amber, as the product says “look at this”. */
const AMBER = 'FFFFE7B3';

/** Gives out the number of the amber style beside each style that is used. */
export class AmberStyles {
  private readonly asked = new Map<number, number>();

  constructor(private readonly sheet: StyleSheet) {}

  /** Undefined where nothing can be coloured. */
  beside(style: number): number | undefined {
    if (this.sheet.fills === 0) return undefined;
    const known = this.asked.get(style);
    if (known !== undefined) return known;
    const number = this.sheet.styles + this.asked.size;
    this.asked.set(style, number);
    return number;
  }

  /** The styles with the amber ones behind them. */
  async write(zip: Zip, part: string): Promise<string> {
    const styles: { name: string; attributes: Attributes }[] = [];
    let isInCells = false;
    return rewriteXml(zip.read(part), {
      open: (name, attributes) => {
        if (local(name) === 'cellXfs') isInCells = true;
        if (local(name) === 'xf' && isInCells) styles.push({ name, attributes });
        return ['cellXfs', 'fills'].includes(local(name)) ? withoutCount(attributes) : attributes;
      },
      text: (text) => text,
      close: (name) => {
        if (local(name) === 'fills') return this.fill(prefixOf(name));
        if (local(name) !== 'cellXfs') return '';
        isInCells = false;
        return [...this.asked.keys()].map((style) => this.amber(styles[style], prefixOf(name))).join('');
      },
    });
  }

  private fill(prefix: string): string {
    const inside = `<${prefix}fgColor rgb="${AMBER}"/><${prefix}bgColor indexed="64"/>`;
    return `<${prefix}fill><${prefix}patternFill patternType="solid">${inside}</${prefix}patternFill></${prefix}fill>`;
  }

  private amber(style: { attributes: Attributes } | undefined, prefix: string): string {
    const name = `${prefix}xf`;
    const attributes = { ...style?.attributes, fillId: String(this.sheet.fills), applyFill: '1' };
    return `${tagOf(name, attributes)}</${name}>`;
  }
}

const withoutCount = ({ count: _count, ...attributes }: Attributes): Attributes => attributes;
