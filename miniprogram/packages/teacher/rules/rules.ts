import type { PlaceGroup } from '../../../domain/rules/overlay/place';
import { switchedRouteOf } from '../../../domain/rules/overlay/paths';
import { DESK_PAGE, loadDesk } from '../../../loading/desk-page';
import { sayFailure } from '../../../loading/say-failure';
import { call } from '../../../asking/call';
import { isLargeFont, toast } from '../../../services/display';
import { EDITING } from './editing';
import { beginWith, draftOf, openRules, type RulesReply } from './opened';
import { initial, own } from './page';
import { PUBLISHING } from './publishing';
import { fieldsOf } from './rule-card/view';
import { previewOfOpen } from './preview';
import { SEASON_ABOUT, toRulesView } from './view';

/** From this width on the list and what is open stand side by side, px. */
const WIDE = 900;

/** The rules of the committee or of a college: changed, tried, published, taken back. */
Page({
  ...DESK_PAGE,
  ...EDITING,
  ...PUBLISHING,

  data: initial,

  onLoad() {
    this.setData({ large: isLargeFont(), wide: wx.getWindowInfo().windowWidth >= WIDE });
    void this.load();
  },

  onResize(size: WechatMiniprogram.Page.IResizeOption) {
    this.setData({ wide: size.size.windowWidth >= WIDE });
    this.render();
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
    const preview = about && this.data.wide ? previewOfOpen(about, draft, opened) : null;
    const isSeason = about === SEASON_ABOUT;
    const { collegeId } = opened;
    this.setData({ view, tab: view.tab, fields, canAdd, preview, isSeason, collegeId });
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
});
