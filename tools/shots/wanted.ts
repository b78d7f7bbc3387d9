/** Which screens a command is asked for. */
import { Mistyped } from '../command-line/typed';
import { SCREEN_CASES, type ScreenCase } from './cases';

/**
 * All screens; behind parts of names those in whose name one of them stands.
 * @throws Mistyped for a part that stands in no name: no picture of it is not a picture without fault
 */
export const wantedCases = (parts: readonly string[]): readonly ScreenCase[] => {
  const stray = parts.find((part) => !SCREEN_CASES.some(({ name }) => name.includes(part)));
  if (stray !== undefined)
    throw new Mistyped(`没有一个画面的名字里有 ${stray}，名字在 tools/shots/cases 里。`);
  return SCREEN_CASES.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
};
