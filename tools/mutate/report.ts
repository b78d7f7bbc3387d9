import path from 'node:path';

/** What became of one change to the code, of Stryker's result what the list needs; lines count from 1. */
export interface Outcome {
  readonly status: string;
  /** From the root of the disk. */
  readonly fileName: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
  readonly mutatorName: string;
  /** What stood in its place. */
  readonly replacement?: string | undefined;
}

const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];
const SHOWN_CHARACTERS = 90;

const lineOf = (
  { status, fileName, location: { start }, mutatorName, replacement }: Outcome,
  root: string,
): string => {
  const text = (replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, SHOWN_CHARACTERS);
  const untested = status === 'NoCoverage' ? ' (no test runs it)' : '';
  return `${path.relative(root, fileName)}:${start.line}:${start.column}  ${mutatorName}: ${text}${untested}`;
};

const inOrder = (one: Outcome, other: Outcome): number =>
  one.fileName.localeCompare(other.fileName) || one.location.start.line - other.location.start.line;

/** The share of changes that a test noticed, in per cent: those that never ran (errors of their own) do not count. */
export const scoreOf = (outcomes: readonly Outcome[]): number => {
  const noticed = outcomes.filter(({ status }) => NOTICED.includes(status)).length;
  const unnoticed = outcomes.filter(({ status }) => UNNOTICED.includes(status)).length;
  return noticed + unnoticed === 0 ? 0 : (100 * noticed) / (noticed + unnoticed);
};

/** The survivors by file (from the folder `root`) and line, each with what stood in its place. */
export const survivorsOf = (outcomes: readonly Outcome[], root: string): string[] =>
  outcomes
    .filter(({ status }) => UNNOTICED.includes(status))
    .sort(inOrder)
    .map((outcome) => lineOf(outcome, root));
