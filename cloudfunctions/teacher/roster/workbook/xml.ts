import { SaxesParser } from 'saxes';
import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { FileRefused } from './sheet';

export type Attributes = Readonly<Record<string, string>>;

/** Hears of the elements of a document in their order; their names come without prefix. */
export interface XmlListener {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const damaged = (): FileRefused => new FileRefused('FILE_UNREADABLE');

/**
 * Reads a document piece by piece and keeps nothing of it. Elements nested without end, elements with attributes without
 * end and texts without end are refused before they fill the memory. So is a DOCTYPE: no spreadsheet program writes one,
 * and it is where entities that blow up are declared.
 */
export const readXml = async (pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> => {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  let attributes = 0;
  let heardAt = 0;
  const hear = () => {
    heardAt = parser.position;
  };
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('opentagstart', () => {
    hear();
    attributes = 0;
    depth += 1;
    if (depth > ROSTER_FILE.maxXmlDepth) throw damaged();
  });
  parser.on('attribute', () => {
    hear();
    attributes += 1;
    if (attributes > ROSTER_FILE.maxXmlAttributes) throw damaged();
  });
  parser.on('opentag', (tag) => listener.open?.(local(tag.name), tag.attributes));
  parser.on('text', (text) => {
    hear();
    listener.text?.(text);
  });
  parser.on('closetag', (tag) => {
    hear();
    depth -= 1;
    listener.close?.(local(tag.name));
  });
  const write = (text: string) => {
    parser.write(text);
    if (parser.position - heardAt > ROSTER_FILE.maxXmlToken) throw damaged();
  };
  for await (const piece of pieces) write(decoder.decode(piece, { stream: true }));
  write(decoder.decode());
  parser.close();
};
