/** How every page and panel asks the cloud: the newest answer counts, and a button works once at a time. */
import type { Failure, Result } from '../domain/errors';

/** How many loads each page or panel has begun. */
const turns = new WeakMap<object, number>();

/** Begins a load on this page or panel. The returned function says whether it is still the newest one. */
export const beginTurn = (page: object): (() => boolean) => {
  const mine = (turns.get(page) ?? 0) + 1;
  turns.set(page, mine);
  return () => turns.get(page) === mine;
};

/** Makes every load under way an old one, whose answer is dropped: the page is gone, or shows something else now. */
export const dropTurns = (page: object): void => void beginTurn(page);

export interface Loading<T> {
  readonly ask: Promise<Result<T>>;
  readonly show: (data: T) => void;
  readonly fail: (failure: Failure) => void;
}

/** Shows the answer, or says why there is none; an answer that a newer load has overtaken is dropped. */
export const load = async <T>(page: object, { ask, show, fail }: Loading<T>): Promise<void> => {
  const isNewest = beginTurn(page);
  const reply = await ask;
  if (!isNewest()) return;
  if (reply.ok) show(reply.data);
  else fail(reply.error);
};

interface BusyPage {
  data: { busy: string };
  setData(data: { busy: string }): void;
}

/**
 * Locks a page's buttons while work runs: a second tap does nothing, and the lock always opens again.
 * @param name which button shows that it is working
 */
export const once = async (page: BusyPage, name: string, work: () => Promise<void>): Promise<void> => {
  if (page.data.busy) return;
  page.setData({ busy: name });
  try {
    await work();
  } finally {
    page.setData({ busy: '' });
  }
};

/** A skeleton that flashes by is worse than none: it is shown only after this long, ms. */
const SKELETON_AFTER_MS = 300;

/** Runs `show` when the load takes longer than a moment; the returned function calls it off. */
export const afterAMoment = (show: () => void): (() => void) => {
  const timer = setTimeout(show, SKELETON_AFTER_MS);
  return () => clearTimeout(timer);
};
