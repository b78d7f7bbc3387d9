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
/** In points: what spreadsheets give to Latin letters cuts Chinese ones. */
const ROW_HEIGHT = 18;
/** Of the page, in inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
/** In the middle of the foot: the sheet, its page and how many there are. */
const FOOT = '&amp;C&amp;A　第 &amp;P 页，共 &amp;N 页';

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
    getSelfClosingTagMarkup('sheetFormatPr', { defaultRowHeight: ROW_HEIGHT, customHeight: 1 }),
    getSelfClosingTagMarkup('autoFilter', { ref: range }),
    getSelfClosingTagMarkup('printOptions', { gridLines: 1 }),
    getSelfClosingTagMarkup('pageMargins', MARGINS),
    getSelfClosingTagMarkup('pageSetup', pageSetup),
    `<headerFooter><oddFooter>${FOOT}</oddFooter></headerFooter>`,
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
