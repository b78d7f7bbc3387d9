/** Branches that are probably one. They are never made one silently. */
import { placeKey } from '../../../miniprogram/domain/text/keys';
import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import { noteOf, type RosterNote } from './notes';

/** 22级1班, 22-1班 and 2201班 are one class. */
const CLASS_OF_YEAR = /(\d{2})[级届-](\d)(?!\d)/g;

/** What is left of a branch's name without the words and signs that people add and leave out. */
const coreOf = (name: string): string =>
  placeKey(plainLine(name))
    .replace(CLASS_OF_YEAR, '$10$2')
    .replace(/团总支|团支部|支部|班级|班|级|届|[\s()\-_·.,、]/g, '');

/** Names of the file that come to the same as another of the file or of the college. */
export const branchSpellings = (added: readonly string[], stored: readonly string[]): RosterNote[] => {
  const groups = new Map<string, string[]>();
  [...stored, ...added].forEach((name) => {
    const core = coreOf(name);
    groups.set(core, [...(groups.get(core) ?? []), name]);
  });
  const isNew = new Set(added);
  return [...groups.values()]
    .filter((names) => names.length > 1 && names.some((name) => isNew.has(name)))
    .map((names) => noteOf('branch-spellings', { names }));
};
