/** An .xlsx put together part by part, so that a test can make what no program would. */
import { deflateRawSync } from 'node:zlib';

export interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the headers say it unpacks to; the truth when left out. */
  readonly saysBytes?: number;
  readonly isLocked?: boolean;
}

const entryOf = (name: string, text: string): Entry => ({ name, bytes: Buffer.from(text) });

const DEFLATED = 8;

/** A .zip whose headers can lie; parts with the same bytes object lie at the same place. */
export const zip = (entries: readonly Entry[]): Buffer => {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  const places = new Map<Buffer, { at: number; packed: Buffer }>();
  let at = 0;
  for (const { name, bytes, saysBytes = bytes.length, isLocked = false } of entries) {
    const nameBytes = Buffer.from(name);
    const known = places.get(bytes);
    const packed = known?.packed ?? deflateRawSync(bytes);
    const place = known?.at ?? at;
    if (!known) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(DEFLATED, 8);
      local.writeUInt32LE(packed.length, 18);
      local.writeUInt32LE(saysBytes, 22);
      local.writeUInt16LE(nameBytes.length, 26);
      bodies.push(local, nameBytes, packed);
      places.set(bytes, { at, packed });
      at += local.length + nameBytes.length + packed.length;
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(isLocked ? 1 : 0, 8);
    central.writeUInt16LE(DEFLATED, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(saysBytes, 24);
    central.writeUInt16LE(nameBytes.length, 28);
    central.writeUInt32LE(place, 42);
    list.push(central, nameBytes);
  }
  const listBytes = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listBytes.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listBytes, end]);
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (targets: readonly [kind: string, target: string][]): string => {
  const each = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${LINKS}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships>${each.join('')}</Relationships>`;
};

export interface XlsxParts {
  /** What stands in the worksheet element, sheet by sheet. */
  readonly sheets: readonly string[];
  readonly hidden?: readonly number[];
  /** What the sheets are called, in place of 表1 and so on. */
  readonly names?: readonly string[];
  /** What stands in the sst element. */
  readonly sharedStrings?: string;
  /** What stands in the styleSheet element. */
  readonly styles?: string;
  readonly more?: readonly Entry[];
}

/** The parts a program would write, around the given ones. */
export const xlsxEntries = ({
  sheets,
  hidden = [],
  names = [],
  sharedStrings,
  styles,
  more = [],
}: XlsxParts): Entry[] => {
  const sheetList = sheets.map(
    (_, index) =>
      `<sheet name="${names[index] ?? `表${index + 1}`}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden.includes(index) ? ' state="veryHidden"' : ''}/>`,
  );
  const targets: [string, string][] = [
    ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ];
  const workbook = `${HEAD}<workbook ${MAIN} xmlns:r="${LINKS}"><sheets>${sheetList.join('')}</sheets></workbook>`;
  return [
    entryOf('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    entryOf('xl/workbook.xml', workbook),
    entryOf('xl/_rels/workbook.xml.rels', relations(targets)),
    ...(sharedStrings === undefined
      ? []
      : [entryOf('xl/sharedStrings.xml', `${HEAD}<sst ${MAIN}>${sharedStrings}</sst>`)]),
    ...(styles === undefined
      ? []
      : [entryOf('xl/styles.xml', `${HEAD}<styleSheet ${MAIN}>${styles}</styleSheet>`)]),
    ...sheets.map((content, index) =>
      entryOf(`xl/worksheets/sheet${index + 1}.xml`, `${HEAD}<worksheet ${MAIN}>${content}</worksheet>`),
    ),
    ...more,
  ];
};

export const xlsx = (parts: XlsxParts): Buffer => zip(xlsxEntries(parts));

/** A cell with its text inside. */
export const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** The rows of a sheet, as a program writes them. */
export const sheetData = (rows: string): string => `<sheetData>${rows}</sheetData>`;
