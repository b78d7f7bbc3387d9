import { SaxesParser } from 'saxes';
import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { FileRefused } from '../workbook/sheet';
import { tooLarge } from '../workbook/sheet-writer';

export type Attributes = Readonly<Record<string, string>>;

export const HELD = 'held';

export interface Held {
  readonly name: string;
  readonly attributes: Attributes;
  /** What stands in it, as markup, and the texts in it. */
  readonly inside: string;
  readonly text: string;
}

/** What becomes of each part of a document. Names come as they are written, with their prefix. */
export interface Rewriter {
  /** The attributes to write; null leaves the element and all in it out, `HELD` keeps it back for `held`. */
  open(name: string, attributes: Attributes): Attributes | null | typeof HELD;
  text(text: string): string;
  /** A whole element that was kept back: what to write in its place. */
  held?(element: Held): string;
  /** Markup to put in front of the closing tag. */
  close?(name: string): string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** The name without its prefix, and the prefix with its colon. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

export const tagOf = (name: string, attributes: Attributes): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}>`;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** More than any roster's sheet; what is written is held in memory. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** Copies a document with some of it changed. The same bounds hold as for reading it, which has happened before. */
export const rewriteXml = async (pieces: AsyncIterable<Buffer>, rewriter: Rewriter): Promise<string> => {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const written: string[] = [HEAD];
  let characters = 0;
  let depth = 0;
  /** Depth of the element that is left out; 0 while none is. */
  let leftOutAt = 0;
  const write = (text: string): void => {
    characters += text.length;
    if (characters > MOST_CHARACTERS) throw tooLarge();
    written.push(text);
  };
  parser.on('doctype', () => {
    throw new FileRefused('FILE_UNREADABLE');
  });
  /** The element that is kept back, and its depth. */
  let held: (Held & { at: number }) | null = null;
  const hold = (markup: string, text = ''): void => {
    if (held) held = { ...held, inside: held.inside + markup, text: held.text + text };
  };
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > ROSTER_FILE.maxXmlDepth) throw new FileRefused('FILE_UNREADABLE');
    if (held) return hold(tagOf(name, attributes));
    if (leftOutAt > 0) return;
    const kept = rewriter.open(name, attributes);
    if (kept === null) leftOutAt = depth;
    else if (kept === HELD) held = { name, attributes, inside: '', text: '', at: depth };
    else write(tagOf(name, kept));
  });
  parser.on('text', (text) => {
    if (held) hold(escaped(text), text);
    else if (leftOutAt === 0) write(escaped(rewriter.text(text)));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (held && depth >= held.at) return hold(`</${name}>`);
    if (held) {
      write(rewriter.held?.(held) ?? '');
      held = null;
    } else if (leftOutAt === 0) write(`${rewriter.close?.(name) ?? ''}</${name}>`);
    else if (depth < leftOutAt) leftOutAt = 0;
  });
  for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
  parser.write(decoder.decode());
  parser.close();
  return written.join('');
};
