import { isLargeFont } from '../../../services/display';
import { loadScope, scopeOf, type Scope } from '../scope';

type Tab = 'queue' | 'board' | 'roster' | 'season' | 'colleges';
const TABS: readonly Tab[] = ['queue', 'board', 'roster', 'season', 'colleges'];
const isTab = (value: string | undefined): value is Tab => TABS.some((tab) => tab === value);

interface Panel {
  load(): Promise<void>;
  loadMore?(): Promise<void>;
}

Page({
  data: {
    large: false,
    tab: 'queue' as Tab,
    kind: '',
    /** One label: the list makes the tabs new when it changes. */
    tabLabels: ['待办'],
    committee: false,
    /** College whose figures are shown; empty for all. */
    collegeId: '',
    scopeName: '',
    ready: false,
  },

  onLoad(query: Record<string, string | undefined>) {
    const tab = isTab(query.tab) ? query.tab : 'queue';
    this.setData({ large: isLargeFont(), tab, kind: query.kind ?? '' });
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
  },

  showScope({ committee, collegeId, name }: Scope) {
    this.setData({ committee, collegeId, scopeName: name });
    void wx.setNavigationBarTitle({ title: committee ? '校团委' : '学院团委' });
  },

  panel(): Panel | null {
    return this.selectComponent('#panel') as unknown as Panel | null;
  },

  onTabChange(event: WechatMiniprogram.CustomEvent<{ value: Tab }>) {
    this.setData({ tab: event.detail.value, kind: '' });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onCount(event: WechatMiniprogram.CustomEvent<{ total: number }>) {
    const label = event.detail.total > 0 ? `待办 ${event.detail.total}` : '待办';
    if (this.data.tabLabels[0] !== label) this.setData({ tabLabels: [label] });
  },

  onCollege(event: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
    this.setData({ collegeId: event.detail.id, scopeName: event.detail.name, tab: 'board' });
  },

  onAllColleges() {
    this.setData({ collegeId: '', scopeName: '校团委' });
  },

  onExport() {
    this.setData({ tab: 'roster' });
  },
});
