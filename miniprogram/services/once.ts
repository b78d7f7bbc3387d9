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

/** How many loads each page or panel has begun. */
const turns = new WeakMap<object, number>();

/** Hands a result on only when this very page or panel has begun no newer load meanwhile. */
export const newest = async <T>(page: object, load: Promise<T>, show: (value: T) => void): Promise<void> => {
  const mine = (turns.get(page) ?? 0) + 1;
  turns.set(page, mine);
  const value = await load;
  if (turns.get(page) === mine) show(value);
};

/** A skeleton that flashes by is worse than none: it is shown only after this long, ms. */
const SKELETON_AFTER_MS = 300;

/** Runs `show` when the load takes longer than a moment; the returned function calls it off. */
export const afterAMoment = (show: () => void): (() => void) => {
  const timer = setTimeout(show, SKELETON_AFTER_MS);
  return () => clearTimeout(timer);
};
