import { readCellFormats } from './cell-formats';
import { readSharedStrings } from './shared-strings';
import type { Sheet, Workbook } from './sheet';
import { SheetCells } from './sheet-cells';
import { CellBudget, SheetWriter } from './sheet-writer';
import { findParts } from './workbook-parts';
import { readXml } from './xml';
import { openZip } from './zip';

/** The sheets of an .xlsx that can be seen, one after the other: only what is kept of them is ever in memory. */
export const readXlsx = async (bytes: Buffer): Promise<Workbook> => {
  const zip = openZip(bytes);
  const { sheets, hiddenSheets, sharedStrings, styles, isFrom1904 } = await findParts(zip);
  const formats = await readCellFormats(zip, styles);
  const meanings = { sharedStrings: await readSharedStrings(zip, sharedStrings), formats, isFrom1904 };
  const budget = new CellBudget();
  const read: Sheet[] = [];
  for (const { name, number, part } of sheets) {
    const writer = new SheetWriter(name, budget, sheets.length > 1 ? number : undefined);
    await readXml(zip.read(part), new SheetCells(writer, meanings));
    read.push(writer.toSheet());
  }
  return { sheets: read, hiddenSheets };
};
