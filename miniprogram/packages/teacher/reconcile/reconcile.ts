import { DESK_RETRY, loadDesk } from '../../../loading/desk-page';
import { WIDE_PAGE } from '../../../loading/key-page';
import { sayFailure } from '../../../loading/say-failure';
import { call } from '../../../asking/call';
import { isLargeFont, toast } from '../../../services/display';
import { knownSystem } from '../../../loading/known-rulebook';
import { openPage } from '../../../services/navigate';
import { hearsKeys, isSideBySide, type Key } from '../../../services/window';
import { RECONCILE_KEYS, rowBeside, rowOf, type RowKey } from './keys';
import { cursorOf, NOT_LOADED, shownKinds, toGroup } from './groups';
import { initial, own } from './page';
import { READING } from './reading';
import { SETTLING } from './settling';
import { TAKING_ON } from './taking-on';
import { isSettled, type RowsKind, type Run } from './kinds';
import { toBranchRows, toRunView } from './view';

Page({
  ...DESK_RETRY,
  ...WIDE_PAGE,
  ...READING,
  ...SETTLING,
  ...TAKING_ON,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    const keys = hearsKeys() ? RECONCILE_KEYS.words : [];
    this.setData({
      large: isLargeFont(),
      system: knownSystem(),
      keys,
      wide: isSideBySide(),
      collegeId: query.collegeId ?? '',
    });
    void this.load();
  },

  onUnload() {
    own(this).isOpen = false;
    WIDE_PAGE.onUnload.call(this);
  },

  onKey(key: Key) {
    const act = RECONCILE_KEYS.actOf(key);
    if (act === 'find') return openPage('teacherFind');
    const { view, isAsking, busy } = this.data;
    if (act === undefined || !view || isAsking || busy !== '') return;
    if (act === 'main') this.onMainKey();
    else if (view.state === 'compared') this.pressOn(act);
  },

  /** The button at the bottom. */
  onMainKey() {
    const { view } = this.data;
    if (view?.state === 'read') this.onCompareTap();
    else if (view && view.arrived > 0) this.onConfirmTap();
  },

  /** Keys about one row, or about all of them. */
  pressOn(act: RowKey) {
    if (act === 'export') return this.onExportTap();
    const groups = [...(this.data.arrived ? [this.data.arrived] : []), ...this.data.groups];
    if (act === 'next' || act === 'previous') return this.goTo(rowBeside(groups, this.data.current, act));
    const row = rowOf(groups, this.data.current);
    if (!row) return;
    const { group, person } = row;
    if (act === 'undo' && person.canUndo) this.undoOne(person.memberId);
    if (act === 'settle' && group.act !== '' && isSettled(group.kind)) this.settleOne(group.kind, person);
  },

  goTo(current: string) {
    // Whoever is open beside the list goes along.
    this.setData({ current, ...(this.data.opened ? { opened: current } : {}) });
    if (current !== '') void wx.pageScrollTo({ selector: `#row-${current}`, offsetTop: -160, duration: 100 });
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
    const { id } = event.currentTarget.dataset;
    if (this.data.wide) this.setData({ current: id, opened: id });
    else openPage('teacherPerson', { memberId: id });
  },

  onPersonClose() {
    this.setData({ opened: '' });
  },

  onPersonOther(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    this.setData({ opened: event.detail.memberId });
  },
});
