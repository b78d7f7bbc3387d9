/** How differences are settled: confirmed, chosen among people of one name, taken back. */
import type { Result } from '../../../domain/errors';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { call } from '../../../asking/call';
import { own, type ReconcilePage } from './page';
import type { RowsKind, Run, SettledKind } from './view';

/** Several calls write what one has no time for. */
const MOST_ASKS = 100;

/** What was read of a group is no longer so. */
const again = async (page: ReconcilePage, kinds: readonly RowsKind[]): Promise<void> => {
  const { loaded } = own(page);
  const opened = kinds.filter((kind) => loaded.has(kind));
  for (const kind of opened) loaded.set(kind, { pages: [], isOpen: loaded.get(kind)?.isOpen ?? false });
  await Promise.all(opened.map((kind) => page.more(kind, loaded.get(kind)?.isOpen ?? false)));
};

const repeat = async (
  page: ReconcilePage,
  ask: () => Promise<Result<{ run: Run }>>,
  leftIn: (run: Run) => number,
  isOne: boolean,
): Promise<void> => {
  const mine = own(page);
  page.setData({ failed: '' });
  for (let asks = 0; asks < MOST_ASKS && mine.isOpen; asks += 1) {
    const before = mine.run ? leftIn(mine.run) : 0;
    const reply = await ask();
    if (!reply.ok) return page.setData({ failed: sayFailure(reply.error) });
    page.take(reply.data.run);
    const left = leftIn(reply.data.run);
    if (isOne || left === 0 || left === before) return;
  }
};

/** Asks until nothing of it is open any more, or nothing moves. */
const settle = async (page: ReconcilePage, kind: SettledKind, memberIds?: string[]): Promise<void> => {
  const payload = { runId: own(page).run?.id ?? '', kind, ...(memberIds ? { memberIds } : {}) };
  await repeat(
    page,
    () => call('teacher', 'reconcileSettle', payload),
    ({ findings }) => findings[kind].open,
    memberIds !== undefined,
  );
  await again(page, [kind]);
};

const undo = async (page: ReconcilePage, memberIds?: string[]): Promise<void> => {
  const payload = { runId: own(page).run?.id ?? '', ...(memberIds ? { memberIds } : {}) };
  const doneIn = ({ findings }: Run) => Object.values(findings).reduce((sum, { done }) => sum + done, 0);
  await repeat(page, () => call('teacher', 'reconcileUndo', payload), doneIn, memberIds !== undefined);
  await again(page, [...own(page).loaded.keys()]);
};

const choose = async (page: ReconcilePage, key: string, memberIds: string[]): Promise<void> => {
  const runId = own(page).run?.id ?? '';
  const reply = await call('teacher', 'reconcileChoose', { runId, key, memberIds });
  if (reply.ok) {
    page.take(reply.data.run);
    await again(page, [...own(page).loaded.keys()]);
  } else {
    own(page).picked.delete(key);
    page.draw();
    page.setData({ failed: sayFailure(reply.error) });
  }
};

export const SETTLING = {
  onConfirmTap(this: ReconcilePage) {
    void once(this, 'arrived', () => settle(this, 'arrived'));
  },

  onSettleTap(this: ReconcilePage, event: TapEvent<{ kind: SettledKind; id: string }>) {
    const { kind, id } = event.currentTarget.dataset;
    void once(this, id, () => settle(this, kind, [id]));
  },

  onSettleAllTap(this: ReconcilePage, event: TapEvent<{ kind: SettledKind }>) {
    const { kind } = event.currentTarget.dataset;
    void once(this, `all-${kind}`, () => settle(this, kind));
  },

  onUndoTap(this: ReconcilePage, event: TapEvent<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    void once(this, `undo-${id}`, () => undo(this, [id]));
  },

  onUndoAllTap(this: ReconcilePage) {
    void once(this, 'undo', () => undo(this));
  },

  onPersonPick(this: ReconcilePage, event: TapEvent<{ key: string; id: string; lines: number }>) {
    const { key, id, lines } = event.currentTarget.dataset;
    const { picked } = own(this);
    const before = picked.get(key) ?? [];
    const memberIds = before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
    picked.set(key, memberIds);
    this.draw();
    if (memberIds.length === lines) void once(this, key, () => choose(this, key, memberIds));
  },
};
