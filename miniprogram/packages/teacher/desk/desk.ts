import { PANEL_PAGE, panelOf } from '../../../loading/parts';
import { isLargeFont } from '../../../services/display';
import { titlePage } from '../../../services/page-title';
import { openPage } from '../../../services/navigate';
import { hearsKeys, isSideBySide, type Key } from '../../../services/window';
import { WIDE_PAGE } from '../../../loading/key-page';
import type { KeyWords } from '../../../loading/keys';
import { firstOfRound } from '../../../memory/round';
import { DESK_KEYS, pressKey } from './keys';
import { loadScope, scopeOf, type Scope } from '../scope';

type Tab = 'queue' | 'board' | 'roster' | 'season' | 'colleges';
const TABS: readonly Tab[] = ['queue', 'board', 'roster', 'season', 'colleges'];
const isTab = (value: string | undefined): value is Tab => TABS.some((tab) => tab === value);

interface Panel {
  load(): Promise<void>;
  loadMore?(): Promise<void>;
  pickOpened?(): void;
  onBatchTap?(): Promise<void>;
}

interface Data {
  large: boolean;
  /** None until the page knows which one it was opened for. */
  tab: Tab | '';
  kind: string;
  /** One entry, made anew when the label or what it is measured in changes. */
  tabs: { key: number; label: string }[];
  committee: boolean;
  /** College whose figures are shown; empty for all. */
  collegeId: string;
  scopeName: string;
  ready: boolean;
  /** A computer's window: the list and what is open of it stand side by side. */
  wide: boolean;
  /** Id of the transfer that is open beside the list; empty when none is. */
  opened: string;
  /** Whom it is about where it is no transfer to decide; null otherwise. */
  person: { id: string; memberId: string; overAge: boolean } | null;
  /** What the keys do; empty where there are none. */
  keys: KeyWords;
}

const initial: Data = {
  large: false,
  tab: '',
  kind: '',
  tabs: [],
  committee: false,
  collegeId: '',
  scopeName: '',
  ready: false,
  wide: false,
  opened: '',
  person: null,
  keys: [],
};

Page({
  ...PANEL_PAGE,
  ...WIDE_PAGE,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    const tab = isTab(query.tab) ? query.tab : 'queue';
    const keys = hearsKeys() ? DESK_KEYS.words : [];
    this.setData({ large: isLargeFont(), wide: isSideBySide(), keys, tab, kind: query.kind ?? '' });
    this.showTabs('待办');
    void this.findScope();
  },

  onShow() {
    WIDE_PAGE.onShow.call(this);
    // Whose desk it is may have become known while another page lay over it.
    this.showTitle();
    // The first showing loads by itself, when its panel is attached.
    if (this.data.ready) void this.panel()?.load();
  },

  onReachBottom() {
    void this.panel()?.loadMore?.();
  },

  async findScope() {
    this.showScope(scopeOf([]));
    this.showScope(await loadScope());
    this.setData({ ready: true });
    this.showTabs(this.data.tabs[0]?.label ?? '待办');
  },

  showScope({ committee, collegeId, name }: Scope) {
    this.setData({ committee, collegeId, scopeName: name });
    this.showTitle();
  },

  showTitle() {
    titlePage(this, this.data.committee ? '校团委' : '学院团委');
  },

  panel(): Panel | null {
    return panelOf<Panel>(this);
  },

  onTabChange(event: WechatMiniprogram.CustomEvent<{ value: Tab }>) {
    this.setData({ tab: event.detail.value, kind: '' });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onCount(event: WechatMiniprogram.CustomEvent<{ total: number }>) {
    const label = event.detail.total > 0 ? `待办 ${event.detail.total}` : '待办';
    if (this.data.tabs[0]?.label !== label) this.showTabs(label);
    if (this.data.wide && this.data.opened === '') this.setData({ opened: firstOfRound('decisions') ?? '' });
  },

  onListBottom() {
    void this.panel()?.loadMore?.();
  },

  onOpen(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.setData({ opened: event.detail.id, person: null });
  },

  onPerson(event: WechatMiniprogram.CustomEvent<{ id: string; memberId: string; overAge: boolean }>) {
    this.setData({ opened: event.detail.id, person: event.detail });
  },

  /** The list without whom was decided; the next one is open already. */
  onSettled() {
    void this.panel()?.load();
  },

  onLeave() {
    this.setData({ opened: '', person: null });
  },

  onKey(key: Key) {
    if (!this.data.wide) return;
    const act = DESK_KEYS.actOf(key);
    if (act === 'find') return openPage('teacherFind');
    if (this.data.tab !== 'queue' || act === undefined) return;
    if (act === 'pick') this.panel()?.pickOpened?.();
    else if (act === 'batch') void this.panel()?.onBatchTap?.();
    else pressKey(this, act);
  },

  showTabs(label: string) {
    this.setData({ tabs: [{ key: (this.data.tabs[0]?.key ?? 0) + 1, label }] });
  },

  onCollege(event: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
    this.setData({ collegeId: event.detail.id, scopeName: event.detail.name, tab: 'board' });
  },

  onTab(event: WechatMiniprogram.CustomEvent<{ tab: Tab }>) {
    this.setData({ tab: event.detail.tab });
  },

  onRosterCollege(event: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
    this.setData({ collegeId: event.detail.id, scopeName: event.detail.name });
  },

  onAllColleges() {
    this.setData({ collegeId: '', scopeName: '校团委' });
  },

  onExport() {
    this.setData({ tab: 'roster' });
  },
});
