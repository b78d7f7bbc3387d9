/** How differences are settled: confirmed, chosen among people of one name, taken back. */
import type { Result } from '../../../domain/errors';
import { once } from '../../../loading/load';
import { openSheet } from '../../../loading/parts';
import { sayFailure } from '../../../loading/say-failure';
import { call } from '../../../asking/call';
import { joinedOf } from './groups';
import { own, type ReconcilePage, type Row } from './page';
import type { RowsKind, Run, SettledKind, WayTaken } from './kinds';
import { toPersonViews } from './rows';
import type { Gone } from './way-sheet/view';

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

/** What is written down: some or all of a kind; with a way for those who have begun nothing here. */
interface Settling {
  readonly kind: SettledKind;
  readonly memberIds?: string[];
  readonly way?: WayTaken;
}

/** Asks until nothing of it is open any more, or nothing moves. */
const settle = async (page: ReconcilePage, { kind, memberIds, way }: Settling): Promise<void> => {
  const some = { ...(memberIds ? { memberIds } : {}), ...(way ? { way } : {}) };
  const payload = { runId: own(page).run?.id ?? '', kind, ...some };
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

/** Asks which way they took, where the list says that they are gone and nothing is begun here. */
const askWay = (
  page: ReconcilePage,
  asked: { kind: SettledKind; memberIds?: string[] },
  gone: Gone,
): void => {
  own(page).wayless = asked;
  openSheet(page, '#way', gone);
};

/** All of a kind. Whoever has begun nothing is left over, and is asked about together. */
const settleAll = async (page: ReconcilePage, kind: SettledKind): Promise<void> => {
  await settle(page, { kind });
  const bare = toPersonViews(joinedOf(own(page).loaded.get(kind))).find(({ mark }) => mark === 'bare');
  const count = own(page).run?.findings[kind].open ?? 0;
  if (bare && count > 0 && own(page).isOpen)
    askWay(page, { kind }, { memberId: bare.memberId, name: count === 1 ? bare.name : '', count });
};

export const SETTLING = {
  onConfirmTap(this: ReconcilePage) {
    void once(this, 'arrived', () => settleAll(this, 'arrived'));
  },

  onSettleTap(
    this: ReconcilePage,
    event: TapEvent<{ kind: SettledKind; id: string; name: string; mark: string }>,
  ) {
    const { kind, id, name, mark } = event.currentTarget.dataset;
    this.settleOne(kind, { memberId: id, name, mark });
  },

  settleOne(this: ReconcilePage, kind: SettledKind, { memberId, name, mark }: Row) {
    if (mark === 'bare') askWay(this, { kind, memberIds: [memberId] }, { memberId, name, count: 1 });
    else if (mark === 'open') void once(this, memberId, () => settle(this, { kind, memberIds: [memberId] }));
  },

  onWayChoose(this: ReconcilePage, event: WechatMiniprogram.CustomEvent<{ way: WayTaken }>) {
    const { wayless } = own(this);
    if (!wayless) return;
    const { kind, memberIds } = wayless;
    const name = memberIds?.[0] ?? (kind === 'arrived' ? kind : `all-${kind}`);
    void once(this, name, () => settle(this, { ...wayless, way: event.detail.way }));
  },

  onSettleAllTap(this: ReconcilePage, event: TapEvent<{ kind: SettledKind }>) {
    const { kind } = event.currentTarget.dataset;
    void once(this, `all-${kind}`, () => settleAll(this, kind));
  },

  onUndoTap(this: ReconcilePage, event: TapEvent<{ id: string }>) {
    this.undoOne(event.currentTarget.dataset.id);
  },

  undoOne(this: ReconcilePage, memberId: string) {
    void once(this, `undo-${memberId}`, () => undo(this, [memberId]));
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
