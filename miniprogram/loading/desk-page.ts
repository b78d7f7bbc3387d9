/** How every page and panel of a desk loads. */
import type { Result } from '../domain/errors';
import { toast } from '../services/display';
import { load } from './load';
import { sayFailure } from './say-failure';

interface DeskPage {
  setData(data: { error: string }): void;
}

interface DeskLoading<T> {
  readonly ask: Promise<Result<T>>;
  /** Something is shown already: it stays, and the failure is said over it. */
  readonly isShown: boolean;
  readonly show: (data: T) => void;
}

/** A failure is said over what is shown, or stands where the content would. */
export const loadDesk = <T>(page: DeskPage, { ask, isShown, show }: DeskLoading<T>): Promise<void> =>
  load(page, {
    ask,
    show,
    fail: (failure) => {
      if (isShown) toast(sayFailure(failure));
      else page.setData({ error: sayFailure(failure) });
    },
  });
