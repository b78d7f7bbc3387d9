/** Ticking a step on paper in the list of them. */
import type { Result } from '../domain/errors';
import { toast } from '../services/display';
import { once } from './load';
import { sayFailure } from './say-failure';

interface TickingPage {
  readonly data: { busy: string; ticking: string };
  setData(data: { busy?: string; ticking?: string }): void;
  load(): Promise<void>;
}

/** The row of the step works until the page shows what came of it. */
export const tickStep = (page: TickingPage, stepId: string, ask: () => Promise<Result<unknown>>): void =>
  void once(page, 'tick', async () => {
    page.setData({ ticking: stepId });
    const done = await ask();
    toast(done.ok ? '记下了' : sayFailure(done.error));
    await page.load();
    page.setData({ ticking: '' });
  });
