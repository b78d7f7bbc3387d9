/** What was found in the file is written into the roster, part by part. */
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { call } from '../../../../asking/call';
import { own, type ImportPage } from './page';

/** The cloud writes for some seconds each time it is asked. */
const MOST_ASKS = 300;
/** Between two looks at how far it is, ms. */
const LOOK_MS = 700;

/** Shows how far the writing is while a call is at it. */
const watch = async (page: ImportPage, writing: Promise<unknown>): Promise<void> => {
  const isOver = () => true;
  const later = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), LOOK_MS));
  while (own(page).isOpen && !(await Promise.race([writing.then(isOver), later()]))) {
    const seen = await call('teacher', 'rosterProgress', { runId: page.data.runId });
    // Before the first part is written it still reads as checked.
    if (seen.ok && seen.data.run.state === 'applying') page.take(seen.data.run);
  }
};

export const WRITING = {
  onApplyTap(this: ImportPage) {
    const mine = own(this);
    void once(this, 'next', async () => {
      this.setData({ failed: '' });
      for (let asks = 0; asks < MOST_ASKS && mine.isOpen; asks += 1) {
        const before = mine.run?.done ?? 0;
        const writing = call('teacher', 'rosterApply', { runId: this.data.runId });
        await watch(this, writing);
        const reply = await writing;
        if (!reply.ok) {
          const isStale = reply.error.code === 'CONFLICT';
          return this.setData({
            failed: isStale ? '名单刚刚有了变化，请把表再传一次' : sayFailure(reply.error),
          });
        }
        this.take(reply.data.run);
        if (reply.data.run.state !== 'applying') return;
        // Nothing moved: somebody else writes it, or it is stuck. The button goes on later.
        if (asks > 0 && reply.data.run.done === before) return;
      }
    });
  },
};
