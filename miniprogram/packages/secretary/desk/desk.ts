import { panelOf } from '../../../loading/parts';
import { doorPath } from '../../../domain/reminding/pages';
import { isLargeFont } from '../../../services/display';

type Tab = 'codes' | 'branch' | 'invite';

interface Panel {
  load(): Promise<void>;
  shareCard?(): { title: string; path: string } | null;
}

interface Data {
  large: boolean;
  /** None until the page knows which one it was opened for. */
  tab: Tab | '';
  /** One entry, made anew when the label or what it is measured in changes. */
  tabs: { key: number; label: string }[];
  request: string;
  ready: boolean;
}

const initial: Data = {
  large: false,
  tab: '',
  tabs: [{ key: 0, label: '验证码' }],
  request: '',
  ready: false,
};

Page({
  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    const tab = query.tab === 'branch' || query.tab === 'invite' ? query.tab : 'codes';
    this.setData({ large: isLargeFont(), tab, request: query.request ?? '' });
  },

  onShow() {
    // The first showing loads by itself, when its panel is attached.
    if (this.data.ready) void this.panel()?.load();
    this.setData({ ready: true });
  },

  async onPullDownRefresh() {
    await this.panel()?.load();
    void wx.stopPullDownRefresh();
  },

  onShareAppMessage() {
    const plain = { title: '毕业生团员，来办团关系转接', path: `/${doorPath('signIn')}` };
    return this.panel()?.shareCard?.() ?? plain;
  },

  panel(): Panel | null {
    return panelOf<Panel>(this);
  },

  onTabChange(event: WechatMiniprogram.CustomEvent<{ value: Tab }>) {
    this.open(event.detail.value);
  },

  onSeeBranch() {
    this.open('branch');
  },

  onSeeCodes() {
    this.open('codes');
  },

  open(tab: Tab) {
    this.setData({ tab, request: '' });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onCount(event: WechatMiniprogram.CustomEvent<{ total: number }>) {
    const [made] = this.data.tabs;
    const label = event.detail.total > 0 ? `验证码 ${event.detail.total}` : '验证码';
    if (made && made.label !== label) this.setData({ tabs: [{ key: made.key + 1, label }] });
  },
});
