import { panelOf } from '../../../loading/parts';
import { isLargeFont } from '../../../services/display';
import { loadScope, scopeOf, type Scope } from '../scope';

type Tab = 'queue' | 'board' | 'roster' | 'season' | 'colleges';
const TABS: readonly Tab[] = ['queue', 'board', 'roster', 'season', 'colleges'];
const isTab = (value: string | undefined): value is Tab => TABS.some((tab) => tab === value);

interface Panel {
  load(): Promise<void>;
  loadMore?(): Promise<void>;
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
};

Page({
  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    const tab = isTab(query.tab) ? query.tab : 'queue';
    this.setData({ large: isLargeFont(), tab, kind: query.kind ?? '' });
    this.showTabs('待办');
    void this.findScope();
  },

  onShow() {
    // The first showing loads by itself, when its panel is attached.
    if (this.data.ready) void this.panel()?.load();
  },

  async onPullDownRefresh() {
    await this.panel()?.load();
    void wx.stopPullDownRefresh();
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
    void wx.setNavigationBarTitle({ title: committee ? '校团委' : '学院团委' });
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
  },

  showTabs(label: string) {
    this.setData({ tabs: [{ key: (this.data.tabs[0]?.key ?? 0) + 1, label }] });
  },

  onCollege(event: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
    this.setData({ collegeId: event.detail.id, scopeName: event.detail.name, tab: 'board' });
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
