/**
 * Her own file again: sheets, formats, widths and hidden rows as they were, cells to look at in amber, and what is to be
 * said of them in a column behind the others. Pictures, notes and links stay behind, and so does every ID number.
 */
import { zipSync } from 'fflate';
import { readSharedStrings } from '../workbook/shared-strings';
import { findParts } from '../workbook/workbook-parts';
import { openZip, type Zip } from '../workbook/zip';
import { HELD, local, rewriteXml, type Attributes, type Held, type Rewriter } from './rewrite-xml';
import { isSecret, NO_MARKS, safe, SheetCopy, type SheetMarks } from './sheet-copy';
import { AmberStyles, countStyles } from './styles';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KIND = 'application/vnd.openxmlformats-officedocument';

interface Copied {
  readonly name: string;
  readonly kind: string;
  readonly type: string;
  readonly text: string;
  /** What the workbook calls it. */
  readonly relation: string;
}

const relationsText = (links: readonly { id: string; kind: string; target: string }[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links
    .map(({ id, kind, target }) => `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const typesText = (parts: readonly Pick<Copied, 'name' | 'type'>[]): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(({ name, type }) => `<Override PartName="/${name}" ContentType="${KIND}.${type}+xml"/>`)
    .join('')}</Types>`;

/** Of a list of texts only those that are still referred to; the numbers of the others stay, and nothing stands there. */
const onlyUsed = (used: ReadonlySet<number>): Rewriter => {
  let index = -1;
  return {
    open: (name, attributes) => (local(name) === 'si' ? HELD : attributes),
    text: (text) => text,
    held: ({ name, inside, text }: Held) => {
      index += 1;
      const isKept = used.has(index) && !isSecret(text);
      return isKept
        ? `<${name}>${inside}</${name}>`
        : `<${name}><${name.replace(/si$/, 't')}></${name.replace(/si$/, 't')}></${name}>`;
    },
  };
};

const WORKBOOK_LEFT_OUT = [
  'externalReferences',
  'definedNames',
  'pivotCaches',
  'extLst',
  'calcPr',
  'AlternateContent',
];

/** The book of sheets; `relations` name those that are copied. */
const book = (relations: ReadonlySet<string>): Rewriter => ({
  open(name, attributes): Attributes | null {
    if (WORKBOOK_LEFT_OUT.includes(local(name))) return null;
    const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'));
    if (local(name) !== 'sheet') return safe(attributes);
    return relation && relations.has(relation[1])
      ? { ...safe(attributes), [relation[0]]: relation[1] }
      : null;
  },
  text: (text) => (isSecret(text) ? '' : text),
});

const zipped = (parts: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]))),
  );

const copySheets = async (zip: Zip, marks: ReadonlyMap<string, SheetMarks>): Promise<Copied[]> => {
  const found = await findParts(zip);
  const amber = new AmberStyles(await countStyles(zip, found.styles));
  const shared = { texts: await readSharedStrings(zip, found.sharedStrings), used: new Set<number>() };
  const copied: Copied[] = [];
  for (const [index, { name, part, relation }] of found.all.entries()) {
    const copy = new SheetCopy(marks.get(name) ?? NO_MARKS, amber, shared);
    const text = await rewriteXml(zip.read(part), copy);
    copied.push({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      kind: 'worksheet',
      type: 'spreadsheetml.worksheet',
      text,
      relation,
    });
  }
  const others: readonly (readonly [
    kind: string,
    part: string | undefined,
    write: (part: string) => Promise<string>,
  ])[] = [
    ['sharedStrings', found.sharedStrings, (part) => rewriteXml(zip.read(part), onlyUsed(shared.used))],
    ['styles', found.styles, (part) => amber.write(zip, part)],
  ];
  for (const [kind, part, write] of others)
    if (part !== undefined && zip.has(part))
      copied.push({
        name: `xl/${kind}.xml`,
        kind,
        type: `spreadsheetml.${kind}`,
        text: await write(part),
        relation: `${kind}1`,
      });
  return copied;
};

/** @param marks by the name of the sheet */
export const markWorkbook = async (
  bytes: Buffer,
  marks: ReadonlyMap<string, SheetMarks>,
): Promise<Buffer> => {
  const zip = openZip(bytes);
  const copied = await copySheets(zip, marks);
  const { workbook } = await findParts(zip);
  const relations = new Set(copied.map(({ relation }) => relation));
  const main = { name: 'xl/workbook.xml', type: 'spreadsheetml.sheet.main' };
  const links = copied.map(({ relation: id, kind, name }) => ({
    id,
    kind,
    target: name.replace(/^xl\//, ''),
  }));
  return zipped({
    '[Content_Types].xml': typesText([main, ...copied]),
    '_rels/.rels': relationsText([{ id: 'rId1', kind: 'officeDocument', target: main.name }]),
    [main.name]: await rewriteXml(zip.read(workbook), book(relations)),
    'xl/_rels/workbook.xml.rels': relationsText(links),
    ...Object.fromEntries(copied.map(({ name, text }) => [name, text])),
  });
};
