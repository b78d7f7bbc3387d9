import { holdsIdNumber } from '../../../miniprogram/domain/text/id-number';
import type { BadValue } from './check-rows';
import type { Column } from './columns';

/**
 * What stands where a character was lost: the mark of a decoder, or a place of Unicode that each program fills as it
 * likes, where old systems keep rare characters such as 䶮.
 */
const LOST = /[\ufffd\p{Co}]/u;

/** Programs that save as GBK put “?” for characters GBK does not have, such as 𠮷. No name or number holds one. */
const QUESTION = /\?/;
const NEVER_QUESTION: readonly Column['field'][] = ['studentNumber', 'name', 'branchName'];

const LONGEST_SHOWN = 40;

/** Cells of the columns taken over in which a character was lost. Nobody could sign in with such a name. */
export const lostCharacters = (
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  row: number,
): BadValue[] =>
  cells.flatMap((cell, index): BadValue[] => {
    const column = columns[index];
    if (!column) return [];
    const isLost = LOST.test(cell) || (NEVER_QUESTION.includes(column.field) && QUESTION.test(cell));
    const value = holdsIdNumber(cell) ? '' : cell.trim().slice(0, LONGEST_SHOWN);
    return isLost ? [{ row, field: column.heading, of: column.field, value, problem: 'lost-character' }] : [];
  });
