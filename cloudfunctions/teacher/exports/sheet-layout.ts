/** What the writer of .xlsx leaves to others: arrows to filter by in the heading row, and a page that prints. */
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';

const SHEET = 'xl/worksheets/sheet{id}.xml';
const BOOK = 'xl/workbook.xml';
/** Excel's own number of A4. */
const A4 = 9;

export interface Laid {
  readonly name: string;
  readonly columns: number;
  /** The heading and what is filtered under it; a line of totals stands below. */
  readonly filteredRows: number;
}

const inSheet = (xml: string, markup: string): string =>
  insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    markup,
    getOrderOfSiblings(SHEET, 'worksheet') ?? [],
    'worksheet',
  );

const layOut = (xml: string, { columns, filteredRows }: Laid): string => {
  const range = `${getCellAddress(0, 0)}:${getCellAddress(filteredRows - 1, columns - 1)}`;
  const pageSetup = { paperSize: A4, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 };
  const parts = [
    `<sheetPr>${getSelfClosingTagMarkup('pageSetUpPr', { fitToPage: 1 })}</sheetPr>`,
    getSelfClosingTagMarkup('autoFilter', { ref: range }),
    getSelfClosingTagMarkup('pageSetup', pageSetup),
  ];
  return parts.reduce(inSheet, xml);
};

/** The heading is printed on every page. */
const titles = (sheets: readonly Laid[]): string => {
  const names = sheets.map(({ name }, index) => {
    const quoted = `'${name.replace(/'/g, "''")}'!$1:$1`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sanitizeTextContent(quoted)}</definedName>`;
  });
  return `<definedNames>${names.join('')}</definedNames>`;
};

/** The writer leaves an empty list of names, which would stand beside another one. */
const inBook = (xml: string, names: string): string => {
  const empty = findElement(xml, 'definedNames');
  if (empty) return replaceElement(xml, empty, names);
  const order = getOrderOfSiblings(BOOK, 'workbook') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, names, order, 'workbook');
};

/** For the writer's `features`. @param sheets in their order */
export const layout = (sheets: readonly Laid[]) => ({
  files: {
    transform: {
      [SHEET]: {
        transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }): string => {
          const sheet = sheets[sheetIndex];
          return sheet && sheet.columns > 0 ? layOut(xml, sheet) : xml;
        },
      },
      [BOOK]: {
        transform: (xml: string): string => inBook(xml, titles(sheets)),
      },
    },
  },
});
