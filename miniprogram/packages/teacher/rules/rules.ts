import type { Draft } from '../../../domain/rules/overlay/check';
import { withValue, type Overlay } from '../../../domain/rules/overlay/edition';
import { ADDED_BY, switchedRouteOf } from '../../../domain/rules/overlay/paths';
import type { PlaceGroup } from '../../../domain/rules/overlay/place';
import { nextAddedId } from '../../../domain/rules/overlay/succession';
import type { JsonValue } from '../../../domain/rules/rulebook/settings';
import { loadDesk } from '../../../loading/desk-page';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { ownState } from '../../../memory/own-state';
import { call } from '../../../services/call';
import { isLargeFont, toast } from '../../../services/display';
import { openPage } from '../../../services/navigate';
import { beginWith, draftOf, openRules, overlayFrom, triedId, type Opened, type RulesReply } from './opened';
import { changed, chosenValue, fieldsOf, typedValue, type Field, type Typed } from './rule-card/view';
import { effectLines, fixOf, toRulesView, type RulesView } from './view';
import { toVersionRows, type VersionRow } from './versions';

/** What the page remembers besides what it shows. */
interface Own {
  opened: Opened | null;
  /** Of what is stored: saving says which one it was made on. */
  version: number;
  overlay: Overlay;
  draft: Draft | null;
  typed: Typed;
  versions: readonly { readonly number: number; readonly overlay: Overlay }[];
}

const own = ownState<Own>(() => ({
  opened: null,
  version: 0,
  overlay: [],
  draft: null,
  typed: {},
  versions: [],
}));

interface Data {
  large: boolean;
  wide: boolean;
  error: string;
  view: RulesView | null;
  tab: PlaceGroup;
  /** What is open to be changed; empty for nothing. */
  about: string;
  fields: Field[];
  canAdd: boolean;
  /** Something is typed that is not stored yet. */
  unsaved: boolean;
  failed: string;
  busy: string;
  effects: string[];
  publishing: boolean;
  versions: VersionRow[] | null;
}

const initial: Data = {
  large: false,
  wide: false,
  error: '',
  view: null,
  tab: 'ways',
  about: '',
  fields: [],
  canAdd: false,
  unsaved: false,
  failed: '',
  busy: '',
  effects: [],
  publishing: false,
  versions: null,
};

/** From this width on the list and what is open stand side by side, px. */
const WIDE = 900;

type Stored = Pick<RulesReply, 'version' | 'published' | 'draft'>;

/** The rules of the committee or of a college: changed, tried, published, taken back. */
Page({
  data: initial,

  onLoad() {
    this.setData({ large: isLargeFont(), wide: wx.getWindowInfo().windowWidth >= WIDE });
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  onResize(size: WechatMiniprogram.Page.IResizeOption) {
    this.setData({ wide: size.size.windowWidth >= WIDE });
  },

  load() {
    return loadDesk(this, {
      ask: call('teacher', 'rules', {}),
      isShown: this.data.view !== null,
      show: (reply) => this.open(reply),
    });
  },

  open(reply: RulesReply) {
    const opened = openRules(reply);
    if (!opened) return this.setData({ error: '这一季的规则在这个版本里没有，请关掉小程序后重新打开' });
    Object.assign(own(this), { opened, version: reply.version, overlay: beginWith(reply), typed: {} });
    this.setData({ error: '', unsaved: false });
    this.render();
  },

  render() {
    const mine = own(this);
    const { opened, overlay } = mine;
    if (!opened) return;
    const draft = draftOf(opened, overlay);
    mine.draft = draft;
    const view = toRulesView(opened, draft, overlay, this.data.tab);
    const { about } = this.data;
    const sheet = { draft, overlay, published: opened.published, typed: mine.typed };
    const fields = about ? fieldsOf(sheet, about) : [];
    const canAdd = fields.some(({ path }) => switchedRouteOf(path) !== undefined);
    this.setData({ view, tab: view.tab, fields, canAdd });
  },

  set(path: string, value: JsonValue) {
    const mine = own(this);
    const place = mine.draft?.places.find((one) => one.path === path);
    if (!place) return;
    mine.overlay = changed(mine.overlay, place, value);
    this.setData({ unsaved: true, failed: '' });
    this.render();
  },

  onTabTap(event: TapEvent<{ id: PlaceGroup }>) {
    this.setData({ tab: event.currentTarget.dataset.id, about: '' });
    this.render();
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    own(this).typed = {};
    this.setData({ about: String(event.currentTarget.dataset.about) });
    this.render();
  },

  onProblemTap(event: WechatMiniprogram.TouchEvent) {
    const about = String(event.currentTarget.dataset.about);
    const group = own(this).draft?.places.find((place) => place.about === about)?.group;
    if (!group) return;
    this.setData({ tab: group, about });
    this.render();
  },

  onFixTap(event: TapEvent<{ index: number }>) {
    const mine = own(this);
    const { opened, draft, overlay } = mine;
    const fix = opened && draft && fixOf(opened, draft, overlay, event.currentTarget.dataset.index);
    if (!fix) return;
    const { [fix.path]: _wrong, ...typed } = mine.typed;
    mine.typed = typed;
    mine.overlay = withValue(overlay, fix.path, fix.value);
    this.setData({ unsaved: true, failed: '' });
    this.render();
    void this.store();
  },

  onSwitch({ currentTarget }: TapEvent<{ path: string; on: boolean }>) {
    this.set(currentTarget.dataset.path, currentTarget.dataset.on);
    void this.store();
  },

  onType(event: WechatMiniprogram.CustomEvent<{ path: string; text: string }>) {
    const { path, text } = event.detail;
    const mine = own(this);
    const place = mine.draft?.places.find((one) => one.path === path);
    if (!place) return;
    mine.typed = { ...mine.typed, [path]: text };
    this.set(path, typedValue(place, text));
  },

  onChoose(event: WechatMiniprogram.CustomEvent<{ path: string; at: number }>) {
    const { path, at } = event.detail;
    const place = own(this).draft?.places.find((one) => one.path === path);
    if (place) this.set(path, chosenValue(place, at));
  },

  onTurn(event: WechatMiniprogram.CustomEvent<{ path: string; on: boolean }>) {
    this.set(event.detail.path, event.detail.on);
  },

  onDate(event: WechatMiniprogram.CustomEvent<{ path: string; day: { month: number; day: number } | null }>) {
    this.set(event.detail.path, event.detail.day);
  },

  onUsual(event: WechatMiniprogram.CustomEvent<{ path: string }>) {
    const mine = own(this);
    const { [event.detail.path]: _gone, ...typed } = mine.typed;
    mine.typed = typed;
    mine.overlay = withValue(mine.overlay, event.detail.path, undefined);
    this.setData({ unsaved: true });
    this.render();
  },

  /** A route or a whole way like the one that is open; its name is the first thing to change. */
  onAddTap(event: WechatMiniprogram.TouchEvent<object, object, { whole: boolean }>) {
    const mine = own(this);
    const route = this.data.fields.map(({ path }) => switchedRouteOf(path)).find(Boolean);
    if (!route || !mine.opened) return;
    const used = [mine.opened.published, mine.overlay, ...mine.versions.map(({ overlay }) => overlay)];
    const id = nextAddedId(ADDED_BY[mine.opened.level], used);
    const { whole } = event.currentTarget.dataset;
    const path = whole ? `ways.${id}` : `ways.${route.wayId}.routes.${id}`;
    mine.overlay = withValue(mine.overlay, `${path}.from`, whole ? route.wayId : route.routeId);
    this.render();
    const made = mine.draft?.places.find((place) => place.path === `${path}.label`);
    this.setData({ about: made?.about ?? '', unsaved: true });
    this.render();
    void this.store();
  },

  /** Takes out again what was added and never published, with all that was written about it. */
  onTakeOut(event: WechatMiniprogram.CustomEvent<{ path: string }>) {
    const mine = own(this);
    const root = event.detail.path.replace(/from$/, '');
    mine.overlay = mine.overlay.filter(({ path }) => !path.startsWith(root));
    this.setData({ about: '', unsaved: true });
    this.render();
    void this.store();
  },

  onSheetVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible) this.onSheetClose();
  },

  onSheetClose() {
    this.setData({ about: '' });
    if (this.data.unsaved) void this.store();
  },

  onKeepTap() {
    void this.store().then((kept) => {
      if (kept) this.setData({ about: this.data.wide ? this.data.about : '' });
    });
  },

  /** Drafts survive: every change is kept in the cloud once its sheet is closed. */
  async store(): Promise<boolean> {
    const mine = own(this);
    const edits = mine.overlay.map(({ path, value }) => ({ path, value }));
    const reply = await call('teacher', 'saveRulesDraft', { version: mine.version, edits });
    if (!reply.ok) {
      this.setData({ failed: sayFailure(reply.error) });
      if (reply.error.code === 'CONFLICT') toast('刚才有人也改了规则，下拉看最新的');
      return false;
    }
    mine.version = reply.data.version;
    this.setData({ unsaved: false, failed: '' });
    return true;
  },

  onWalkTap() {
    const { opened, overlay } = own(this);
    if (opened) openPage('wayPicker', { rules: triedId(opened, overlay), from: 'draft' });
  },

  onPublishTap() {
    const { overlay } = own(this);
    void once(this, 'preview', async () => {
      const edits = overlay.map(({ path, value }) => ({ path, value }));
      const reply = await call('teacher', 'previewRules', { edits });
      if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
      this.setData({ publishing: true, effects: effectLines(reply.data.effects), failed: '' });
    });
  },

  onPublishClose() {
    if (!this.data.busy) this.setData({ publishing: false });
  },

  onPublishVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible) this.onPublishClose();
  },

  onPublishConfirm() {
    void once(this, 'publish', () => this.publish(own(this).overlay));
  },

  async publish(overlay: Overlay, revertOf?: number) {
    const { version } = own(this);
    const edits = overlay.map(({ path, value }) => ({ path, value }));
    const asked = { version, edits, ...(revertOf === undefined ? {} : { revertOf }) };
    const reply = await call('teacher', 'publishRules', asked);
    if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
    this.take(reply.data);
    this.setData({ publishing: false, versions: null, about: '' });
    toast(`第 ${reply.data.published.number} 版发布了，一分钟内人人看到`);
  },

  take({ version, published }: Stored) {
    const mine = own(this);
    if (!mine.opened) return;
    const overlay = overlayFrom(published.edits);
    mine.opened = { ...mine.opened, published: overlay, number: published.number, publishedAt: published.at };
    Object.assign(mine, { version, overlay, typed: {} });
    this.setData({ unsaved: false, failed: '' });
    this.render();
  },

  onDropTap() {
    const mine = own(this);
    if (!mine.opened) return;
    mine.overlay = mine.opened.published;
    this.setData({ about: '' });
    this.render();
    void this.store();
  },

  onVersionsTap() {
    void once(this, 'versions', async () => {
      const reply = await call('teacher', 'ruleVersions', {});
      if (!reply.ok) return toast(sayFailure(reply.error));
      const mine = own(this);
      if (!mine.opened) return;
      mine.versions = reply.data.versions.map(({ number, edits }) => ({
        number,
        overlay: overlayFrom(edits),
      }));
      this.setData({ versions: toVersionRows(mine.opened, reply.data.versions) });
    });
  },

  onVersionsVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible && !this.data.busy) this.setData({ versions: null });
  },

  onRevertTap(event: WechatMiniprogram.TouchEvent) {
    const number = Number(event.currentTarget.dataset.number);
    const earlier = own(this).versions.find((one) => one.number === number);
    // Number 0 is the rulebook as it is shipped.
    const overlay = number === 0 ? [] : earlier?.overlay;
    if (overlay) void once(this, `revert-${number}`, () => this.publish(overlay, number || undefined));
  },

  onRetryTap() {
    this.setData({ error: '' });
    void this.load();
  },
});
