import { withoutIdNumbers } from '../../../domain/text/id-number';
import { pagePath } from '../../../domain/reminding/pages';
import type { Request } from '../../../contract';
import type { Result } from '../../../domain/errors';
import { loadDesk } from '../../../loading/desk-page';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { ownState } from '../../../memory/own-state';
import { call } from '../../../services/call';
import { isLargeFont, toast } from '../../../services/display';
import { chooseTable, uploadTable } from '../../../services/documents';
import { openPage } from '../../../services/navigate';
import { tableProblem } from '../roster/roster-panel/view';
import { cursorOf, NOT_LOADED, shownKinds, toGroup, type Group, type Loaded } from './groups';
import {
  toBranchRows,
  toRunView,
  type BranchRow,
  type RowsKind,
  type Run,
  type RunView,
  type SettledKind,
} from './view';

/** Several calls write what one has no time for. */
const MOST_ASKS = 100;

type ListKind = Run['kind'];
type From = Request<'teacher', 'reconcileRead'>['from'];

/** What an instance remembers besides what it shows. */
interface Own {
  run: Run | null;
  loaded: Map<RowsKind, Loaded>;
  covered: Set<string>;
  /** Of people of one name: whom she has tapped so far. */
  picked: Map<string, readonly string[]>;
  isOpen: boolean;
}

const own = ownState<Own>(() => ({
  run: null,
  loaded: new Map(),
  covered: new Set(),
  picked: new Map(),
  isOpen: true,
}));

interface Data {
  large: boolean;
  collegeId: string;
  collegeName: string;
  kind: ListKind;
  pasted: string;
  isAsking: boolean;
  view: RunView | null;
  branches: BranchRow[];
  groups: Group[];
  arrived: Group | null;
  uploading: number;
  error: string;
  failed: string;
  busy: string;
}

const initial: Data = {
  large: false,
  collegeId: '',
  collegeName: '',
  kind: 'members',
  pasted: '',
  isAsking: false,
  view: null,
  branches: [],
  groups: [],
  arrived: null,
  uploading: -1,
  error: '',
  failed: '',
  busy: '',
};

Page({
  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '' });
    void this.load();
  },

  onUnload() {
    own(this).isOpen = false;
  },

  async load() {
    const { collegeId } = this.data;
    await loadDesk(this, {
      ask: call('teacher', 'reconcile', collegeId ? { collegeId } : {}),
      isShown: this.data.view !== null,
      show: ({ college, run }) => {
        this.setData({
          error: '',
          collegeId: college?.id ?? '',
          collegeName: college?.name ?? '',
          isAsking: !run,
        });
        if (run) this.take(run);
      },
    });
  },

  onRetryTap() {
    this.setData({ error: '' });
    void this.load();
  },

  /** The figures at once, the rows as they come. */
  take(run: Run) {
    const mine = own(this);
    mine.run = run;
    this.setData({ view: toRunView(run), isAsking: false, branches: toBranchRows(run, mine.covered) });
    this.draw();
    if (run.state === 'compared') void this.fill(run);
  },

  draw() {
    const { run, loaded, picked } = own(this);
    if (!run) return;
    const group = (kind: RowsKind) => toGroup(run, kind, loaded.get(kind) ?? NOT_LOADED, picked);
    this.setData({
      groups: shownKinds(run).map(group),
      arrived: loaded.get('arrived')?.isOpen ? group('arrived') : null,
    });
  },

  /** Rows of the groups nobody has looked up yet. */
  async fill(run: Run) {
    const { loaded } = own(this);
    await Promise.all(
      shownKinds(run)
        .filter((kind) => !loaded.has(kind))
        .map((kind) => this.more(kind, false)),
    );
  },

  /** The next page of a group. */
  async more(kind: RowsKind, isOpen: boolean) {
    const { run, loaded } = own(this);
    if (!run) return;
    const { pages } = loaded.get(kind) ?? NOT_LOADED;
    const cursor = cursorOf(pages);
    const reply = await call('teacher', 'reconcileRows', {
      runId: run.id,
      kind,
      ...(cursor === null ? {} : { cursor }),
    });
    if (own(this).run?.id !== run.id) return;
    if (!reply.ok) return toast(sayFailure(reply.error));
    loaded.set(kind, { pages: [...pages, reply.data], isOpen });
    this.draw();
  },

  /** What was read of a group is no longer so. */
  async again(kinds: readonly RowsKind[]) {
    const { loaded } = own(this);
    const opened = kinds.filter((kind) => loaded.has(kind));
    for (const kind of opened) loaded.set(kind, { pages: [], isOpen: loaded.get(kind)?.isOpen ?? false });
    await Promise.all(opened.map((kind) => this.more(kind, loaded.get(kind)?.isOpen ?? false)));
  },

  onKindTap(event: TapEvent<{ kind: ListKind }>) {
    this.setData({ kind: event.currentTarget.dataset.kind, failed: '' });
  },

  onPasted(event: WechatMiniprogram.Input) {
    this.setData({ pasted: event.detail.value, failed: '' });
  },

  onPasteTap() {
    const text = withoutIdNumbers(this.data.pasted);
    if (text.trim() === '') return this.setData({ failed: '先把智慧团建上的名单复制过来，粘贴在上面' });
    void once(this, 'paste', () => this.read({ source: 'paste', text }));
  },

  onFileTap() {
    void once(this, 'file', async () => {
      const table = await chooseTable();
      if (!table) return;
      const failed = tableProblem(table);
      if (failed) return this.setData({ failed });
      this.setData({ failed: '', uploading: 0 });
      const folder = await call('teacher', 'rosterFolder', {});
      const sent = folder.ok
        ? await uploadTable(table, folder.data.folder, (uploading) => this.setData({ uploading }))
        : folder;
      this.setData({ uploading: -1 });
      if (!sent.ok) return this.setData({ failed: '文件没有传上去，什么都没有变。联网后再传一次' });
      await this.read({ source: 'file', fileId: sent.data.fileId });
    });
  },

  async read(from: From) {
    const { collegeId, kind } = this.data;
    const reply = await call('teacher', 'reconcileRead', { collegeId, kind, from });
    if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
    const mine = own(this);
    mine.loaded.clear();
    mine.picked.clear();
    mine.covered.clear();
    this.setData({ pasted: '', failed: '' });
    this.take(reply.data.run);
    // Nothing can be covered by it, so there is nothing to ask.
    if (!this.data.view?.canCover) await this.compare();
  },

  onBranchTap(event: TapEvent<{ id: string }>) {
    const { covered, run } = own(this);
    const { id } = event.currentTarget.dataset;
    if (!covered.delete(id)) covered.add(id);
    if (run) this.setData({ branches: toBranchRows(run, covered) });
  },

  onAllBranchesTap() {
    const { covered, run } = own(this);
    if (!run) return;
    const isAll = covered.size === run.branches.length;
    covered.clear();
    if (!isAll) run.branches.forEach(({ id }) => covered.add(id));
    this.setData({ branches: toBranchRows(run, covered) });
  },

  onCompareTap() {
    void once(this, 'compare', () => this.compare());
  },

  async compare() {
    const { run, covered } = own(this);
    if (!run) return;
    const reply = await call('teacher', 'reconcileCompare', { runId: run.id, covered: [...covered] });
    if (reply.ok) this.take(reply.data.run);
    else this.setData({ failed: sayFailure(reply.error) });
  },

  onConfirmTap() {
    void once(this, 'arrived', () => this.settle('arrived'));
  },

  onSettleTap(event: TapEvent<{ kind: SettledKind; id: string }>) {
    const { kind, id } = event.currentTarget.dataset;
    void once(this, id, () => this.settle(kind, [id]));
  },

  onSettleAllTap(event: TapEvent<{ kind: SettledKind }>) {
    const { kind } = event.currentTarget.dataset;
    void once(this, `all-${kind}`, () => this.settle(kind));
  },

  /** Asks until nothing of it is open any more, or nothing moves. */
  async settle(kind: SettledKind, memberIds?: string[]) {
    const payload = { runId: own(this).run?.id ?? '', kind, ...(memberIds ? { memberIds } : {}) };
    await this.repeat(
      () => call('teacher', 'reconcileSettle', payload),
      ({ findings }) => findings[kind].open,
      memberIds !== undefined,
    );
    await this.again([kind]);
  },

  onUndoTap(event: TapEvent<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    void once(this, `undo-${id}`, () => this.undo([id]));
  },

  onUndoAllTap() {
    void once(this, 'undo', () => this.undo());
  },

  async undo(memberIds?: string[]) {
    const payload = { runId: own(this).run?.id ?? '', ...(memberIds ? { memberIds } : {}) };
    const doneIn = ({ findings }: Run) => Object.values(findings).reduce((sum, { done }) => sum + done, 0);
    await this.repeat(() => call('teacher', 'reconcileUndo', payload), doneIn, memberIds !== undefined);
    await this.again([...own(this).loaded.keys()]);
  },

  async repeat(ask: () => Promise<Result<{ run: Run }>>, leftIn: (run: Run) => number, isOne: boolean) {
    const mine = own(this);
    this.setData({ failed: '' });
    for (let asks = 0; asks < MOST_ASKS && mine.isOpen; asks += 1) {
      const before = mine.run ? leftIn(mine.run) : 0;
      const reply = await ask();
      if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
      this.take(reply.data.run);
      const left = leftIn(reply.data.run);
      if (isOne || left === 0 || left === before) return;
    }
  },

  onPersonPick(event: TapEvent<{ key: string; id: string; lines: number }>) {
    const { key, id, lines } = event.currentTarget.dataset;
    const { picked } = own(this);
    const before = picked.get(key) ?? [];
    const memberIds = before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
    picked.set(key, memberIds);
    this.draw();
    if (memberIds.length === lines) void once(this, key, () => this.choose(key, memberIds));
  },

  async choose(key: string, memberIds: string[]) {
    const runId = own(this).run?.id ?? '';
    const reply = await call('teacher', 'reconcileChoose', { runId, key, memberIds });
    if (reply.ok) {
      this.take(reply.data.run);
      await this.again([...own(this).loaded.keys()]);
    } else {
      own(this).picked.delete(key);
      this.draw();
      this.setData({ failed: sayFailure(reply.error) });
    }
  },

  /** Shows the rows that are loaded, or loads the next ones. */
  onMoreTap(event: TapEvent<{ kind: RowsKind }>) {
    const { kind } = event.currentTarget.dataset;
    const { loaded } = own(this);
    const known = loaded.get(kind);
    if (!known || (known.isOpen && cursorOf(known.pages) !== null)) return void this.more(kind, true);
    loaded.set(kind, { ...known, isOpen: true });
    this.draw();
  },

  onPersonTap(event: TapEvent<{ id: string }>) {
    openPage('teacherPerson', { memberId: event.currentTarget.dataset.id });
  },

  onRosterTap() {
    void wx.redirectTo({ url: `/${pagePath('teacherDesk', { tab: 'roster' })}` });
  },

  onAgainTap() {
    this.setData({ isAsking: true, failed: '' });
  },

  onKeepTap() {
    this.setData({ isAsking: false, failed: '' });
  },
});
