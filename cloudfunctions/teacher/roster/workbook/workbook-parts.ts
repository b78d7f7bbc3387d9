import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { relationsOf, type Relation } from './relations';
import { FileRefused } from './sheet';
import { tooLarge } from './sheet-writer';
import { readXml, type Attributes } from './xml';
import type { Zip } from './zip';

/** Where the parts of a workbook lie in the .zip. */
export interface WorkbookParts {
  /** Sheets that can be seen, from left to right. */
  readonly sheets: readonly { readonly name: string; readonly number: number; readonly part: string }[];
  readonly hiddenSheets: readonly string[];
  /** Hidden ones too, with what the workbook calls them. */
  readonly all: readonly { readonly name: string; readonly part: string; readonly relation: string }[];
  readonly workbook: string;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** Days are counted from 1904, as old Macs did. */
  readonly isFrom1904: boolean;
}

const partOf = (relations: Iterable<Relation>, kind: string): string | undefined =>
  [...relations].find((relation) => relation.kind === kind)?.part;

/** `r:id`; the prefix is the program's own. */
const relationId = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

const workbookPart = async (zip: Zip): Promise<string> => {
  const part = partOf((await relationsOf(zip, '')).values(), 'officeDocument') ?? 'xl/workbook.xml';
  if (zip.has(part) && /\.xml$/i.test(part) && !zip.has('word/document.xml')) return part;
  // The other tables of this kind: Excel's binary .xlsb, the .ods of LibreOffice, Numbers of Apple.
  const isTable = ['xl/workbook.bin', 'content.xml', 'Index/Document.iwa'].some((name) => zip.has(name));
  throw new FileRefused(isTable ? 'FILE_OTHER_FORMAT' : 'FILE_NO_TABLE');
};

/**
 * Finds the sheets. Hidden ones are left out: they hold the choices of drop-down lists or what was put aside, and nobody
 * who looks at the file could mend what we would find there.
 */
export const findParts = async (zip: Zip): Promise<WorkbookParts> => {
  const workbook = await workbookPart(zip);
  const relations = await relationsOf(zip, workbook);
  const sheets: { name: string; number: number; part: string }[] = [];
  const hiddenSheets: string[] = [];
  const all: { name: string; part: string; relation: string }[] = [];
  let seen = 0;
  let isFrom1904 = false;
  await readXml(zip.read(workbook), {
    open(element, attributes) {
      if (element === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      seen += 1;
      if (seen > ROSTER_FILE.maxSheets) throw tooLarge();
      const relation = relations.get(relationId(attributes));
      const isHidden = attributes.state?.toLowerCase().includes('hidden');
      if (relation?.kind !== 'worksheet') return;
      all.push({ name: attributes.name ?? '', part: relation.part, relation: relationId(attributes) });
      if (isHidden) hiddenSheets.push(attributes.name ?? '');
      else sheets.push({ name: attributes.name ?? '', number: sheets.length + 1, part: relation.part });
    },
  });
  const others = [...relations.values()];
  return {
    sheets,
    hiddenSheets,
    all,
    workbook,
    sharedStrings: partOf(others, 'sharedStrings'),
    styles: partOf(others, 'styles'),
    isFrom1904,
  };
};
