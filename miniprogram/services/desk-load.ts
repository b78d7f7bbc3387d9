/** How every page and panel of a desk loads. */
import type { Result } from '../domain/errors';
import { leaveDesk, type Desk } from './desk-access';
import { toast } from './display';
import { sayFailure } from './wording';

interface DeskPage {
  setData(data: { error: string }): void;
}

export interface Loading<T> {
  readonly ask: Promise<Result<T>>;
  /** Something is shown already: it stays, and the failure is said over it. */
  readonly isShown: boolean;
  readonly show: (data: T) => void;
}

export interface DeskLoader {
  /** Shows the newest answer only; a failure leads away, is said, or stands where the content would. */
  load<T>(page: DeskPage, loading: Loading<T>): Promise<void>;
  /** Nothing that is still under way is shown any more. */
  drop(): void;
}

/** One for each instance of a page or panel. */
export const deskLoader = (desk: Desk): DeskLoader => {
  let turn = 0;
  return {
    load: async (page, { ask, isShown, show }) => {
      const mine = ++turn;
      const reply = await ask;
      if (mine !== turn) return;
      if (reply.ok) return show(reply.data);
      if (leaveDesk(desk, reply.error)) return;
      const words = sayFailure(reply.error);
      if (isShown) toast(words);
      else page.setData({ error: words });
    },
    drop: () => void (turn += 1),
  };
};
