/** The groups of differences as the page holds them: heads from the run, rows page by page. */
import type { Run } from './kinds';
import { groupsOf, headOf, type GroupHead, type RowsKind } from './kinds';
import { toPersonViews, toQuestionViews, toUnknownViews, type PersonView, type RowsReply } from './rows';

/** Rows shown before somebody asks for all of them. */
const FIRST = 3;

export interface Group extends GroupHead {
  readonly people: readonly PersonView[];
  readonly unknown: ReturnType<typeof toUnknownViews>;
  readonly questions: ReturnType<typeof toQuestionViews>;
  /** How many rows are not shown yet; the tap shows them. */
  readonly more: number;
  readonly hasNext: boolean;
}

/** What is loaded of a kind. */
export interface Loaded {
  readonly pages: readonly RowsReply[];
  readonly isOpen: boolean;
}

/** Where the next page begins; null when all are loaded, or none is. */
export const cursorOf = (pages: readonly RowsReply[]): string | null =>
  pages[pages.length - 1]?.cursor ?? null;

const joined = (pages: readonly RowsReply[]): RowsReply => ({
  people: pages.flatMap(({ people }) => people),
  unknown: pages.flatMap(({ unknown }) => unknown),
  sameNames: pages.flatMap(({ sameNames }) => sameNames),
  cursor: cursorOf(pages),
});

/** All rows that are loaded of a kind. */
export const joinedOf = (loaded: Loaded | undefined): RowsReply => joined(loaded?.pages ?? []);

export const toGroup = (
  run: Run,
  kind: RowsKind,
  { pages, isOpen }: Loaded,
  picked: ReadonlyMap<string, readonly string[]>,
): Group => {
  const rows = joined(pages);
  const most = isOpen ? Infinity : FIRST;
  const all = rows.people.length + rows.unknown.length + rows.sameNames.length;
  return {
    ...headOf(run, kind),
    people: toPersonViews(rows).slice(0, most),
    unknown: toUnknownViews(rows).slice(0, most),
    questions: toQuestionViews(rows, picked).slice(0, most),
    more: Math.max(0, all - Math.min(all, most)),
    hasNext: rows.cursor !== null,
  };
};

/** Everybody whom nobody knows here, as far as they are loaded. */
export const unknownIn = (loaded: ReadonlyMap<RowsKind, Loaded>): ReturnType<typeof toUnknownViews> =>
  toUnknownViews(joinedOf(loaded.get('unknown')));

export const NOT_LOADED: Loaded = { pages: [], isOpen: false };

/** Kinds whose rows are looked up when the page opens. */
export const shownKinds = groupsOf;
