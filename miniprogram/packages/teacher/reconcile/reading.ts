/** How a list of the system is taken in: pasted or as a file, said which branches it covers, compared. */
import type { Request } from '../../../contract';
import { withoutIdNumbers } from '../../../domain/text/id-number';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { call } from '../../../asking/call';
import { own, type ListKind, type ReconcilePage } from './page';
import { toBranchRows } from './view';

type From = Request<'teacher', 'reconcileRead'>['from'];

const compare = async (page: ReconcilePage): Promise<void> => {
  const { run, covered } = own(page);
  if (!run) return;
  const reply = await call('teacher', 'reconcileCompare', { runId: run.id, covered: [...covered] });
  if (reply.ok) page.take(reply.data.run);
  else page.setData({ failed: sayFailure(reply.error) });
};

const read = async (page: ReconcilePage, from: From): Promise<void> => {
  const { collegeId, kind } = page.data;
  const reply = await call('teacher', 'reconcileRead', { collegeId, kind, from });
  if (!reply.ok) return page.setData({ failed: sayFailure(reply.error) });
  const mine = own(page);
  mine.loaded.clear();
  mine.picked.clear();
  mine.covered.clear();
  page.setData({ pasted: '', failed: '' });
  page.take(reply.data.run);
  // Nothing can be covered by it, so there is nothing to ask.
  if (!page.data.view?.canCover) await compare(page);
};

export const READING = {
  onKindTap(this: ReconcilePage, event: TapEvent<{ kind: ListKind }>) {
    this.setData({ kind: event.currentTarget.dataset.kind, failed: '' });
  },

  onPasted(this: ReconcilePage, event: WechatMiniprogram.Input) {
    this.setData({ pasted: event.detail.value, failed: '' });
  },

  onPasteTap(this: ReconcilePage) {
    const text = withoutIdNumbers(this.data.pasted);
    if (text.trim() === '') return this.setData({ failed: '先把系统里的名单复制过来，粘贴在上面' });
    void once(this, 'paste', () => read(this, { source: 'paste', text }));
  },

  onFileFailed(this: ReconcilePage, event: WechatMiniprogram.CustomEvent<{ problem: string }>) {
    this.setData({ failed: event.detail.problem });
  },

  onFileSent(this: ReconcilePage, event: WechatMiniprogram.CustomEvent<{ fileId: string }>) {
    const { fileId } = event.detail;
    void once(this, 'file', () => read(this, { source: 'file', fileId }));
  },

  onBranchTap(this: ReconcilePage, event: TapEvent<{ id: string }>) {
    const { covered, run } = own(this);
    const { id } = event.currentTarget.dataset;
    if (!covered.delete(id)) covered.add(id);
    if (run) this.setData({ branches: toBranchRows(run, covered) });
  },

  onAllBranchesTap(this: ReconcilePage) {
    const { covered, run } = own(this);
    if (!run) return;
    const isAll = covered.size === run.branches.length;
    covered.clear();
    if (!isAll) run.branches.forEach(({ id }) => covered.add(id));
    this.setData({ branches: toBranchRows(run, covered) });
  },

  onCompareTap(this: ReconcilePage) {
    void once(this, 'compare', () => compare(this));
  },

  onAgainTap(this: ReconcilePage) {
    this.setData({ isAsking: true, failed: '' });
  },

  onKeepTap(this: ReconcilePage) {
    this.setData({ isAsking: false, failed: '' });
  },
};
