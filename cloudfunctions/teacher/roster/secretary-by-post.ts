import { isAnyPost, isSecretaryPost, type Column } from './columns';
import { plainHeading } from './plain-heading';
import type { SheetRow } from './workbook/sheet';

const REMARKS = /^(备注\d?|备注说明|说明)$/;

/**
 * Rows of whoever a post or a remark names as the secretary, in a table without a column for it: 团支部书记（兼） under 职务.
 * Whoever is none by this table may be one all the same.
 */
export const secretariesByPost = (
  { cells: headings }: SheetRow,
  people: readonly SheetRow[],
  columns: readonly (Column | undefined)[],
): number[] => {
  if (columns.some((column) => column?.field === 'isSecretary')) return [];
  const telling = columns.flatMap((column, index) => {
    const heading = headings[index] ?? '';
    const isTelling = column
      ? column.field === 'hasLeaguePost'
      : isAnyPost(heading) || REMARKS.test(plainHeading(heading));
    return isTelling ? [index] : [];
  });
  return people.flatMap(({ row, cells }) =>
    telling.some((index) => isSecretaryPost(cells[index] ?? '')) ? [row] : [],
  );
};
