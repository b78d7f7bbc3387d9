/** Sheets that come up from below, and put one thing right. */
import type { Failure, Result } from '../domain/errors';
import { toast } from '../services/display';
import { once } from './load';
import { sayFailure } from './say-failure';

interface Sheet {
  data: { busy: string };
  setData(data: { visible: boolean }): void;
}

/** How a sheet is left: by its button or a tap beside it, but not while something is under way. */
export const SHEET_CLOSING = {
  onClose(this: Sheet): void {
    if (!this.data.busy) this.setData({ visible: false });
  },
  onVisibleChange(
    this: Sheet & { onClose(): void },
    event: WechatMiniprogram.CustomEvent<{ visible: boolean }>,
  ): void {
    if (!event.detail.visible) this.onClose();
  },
};

interface Changing<T> {
  readonly ask: () => Promise<Result<T>>;
  /** What is said when it is done; nothing when the page shows it by itself. */
  readonly done?: (data: T) => string;
  /** In the sheet's own words; undefined for a failure that has its usual ones. */
  readonly sayWhyNot?: (failure: Failure) => string | undefined;
  /** What goes with the event `done`. */
  readonly detail?: (data: T) => object;
}

/** For a sheet in which a conflict has one cause alone. */
export const onConflict =
  (words: string) =>
  ({ code }: Failure): string | undefined =>
    code === 'CONFLICT' ? words : undefined;

interface ChangingSheet extends Sheet {
  setData(data: { visible: boolean } | { error: string } | { busy: string }): void;
  triggerEvent(name: 'done', detail?: object): void;
}

/**
 * Asks for the change once, however often it is tapped; then the sheet closes and tells `done`, or says why not.
 * @param name which button shows that it is working
 */
export const changeBySheet = <T>(
  sheet: ChangingSheet,
  name: string,
  { ask, done, sayWhyNot, detail }: Changing<T>,
): Promise<void> =>
  once(sheet, name, async () => {
    const reply = await ask();
    if (!reply.ok) return sheet.setData({ error: sayWhyNot?.(reply.error) ?? sayFailure(reply.error) });
    sheet.setData({ visible: false });
    if (done) toast(done(reply.data));
    sheet.triggerEvent('done', detail?.(reply.data));
  });
