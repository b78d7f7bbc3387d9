/** People of one sheet who stand in another as well: a list of all beside the lists of the classes. */
import { nameKey, numberKey, placeKey } from '../../../miniprogram/domain/text/keys';
import { isBlank } from './check-rows';
import type { Line } from './read-segment';

const textOf = ({ raw }: Line, field: string): string => {
  const text = raw[field];
  return typeof text === 'string' ? text : '';
};

const MORE = ['birthMonth', 'graduationMonth', 'hasLeaguePost', 'isSecretary'] as const;

/** The line says nothing that the other does not say; a branch that is only its sheet's gives way to a written one. */
const addsNothing = (line: Line, kept: Line): boolean =>
  nameKey(textOf(line, 'name')) === nameKey(textOf(kept, 'name')) &&
  ((line.assumesBranch && !kept.assumesBranch) ||
    placeKey(textOf(line, 'branchName')) === placeKey(textOf(kept, 'branchName'))) &&
  MORE.every(
    (field) =>
      isBlank(line.raw[field]) ||
      line.raw[field] === kept.raw[field] ||
      (field === 'graduationMonth' && line.assumesGraduation),
  );

/** Lines that repeat one of another sheet. Within a sheet, and where they differ, somebody has to look at them. */
export const repeatedLines = (lines: readonly Line[]): ReadonlySet<Line> => {
  const byNumber = new Map<string, Line[]>();
  lines.forEach((line) => {
    const key = numberKey(textOf(line, 'studentNumber'));
    if (key !== '') byNumber.set(key, [...(byNumber.get(key) ?? []), line]);
  });
  const repeated = new Set<Line>();
  byNumber.forEach((same) => {
    const kept = same.find(({ assumesBranch }) => !assumesBranch) ?? same[0];
    same.forEach((line) => {
      if (kept && line.sheet !== kept.sheet && addsNothing(line, kept)) repeated.add(line);
    });
  });
  return repeated;
};
