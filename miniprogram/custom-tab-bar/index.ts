import { pagePath, TAB_PAGES, type TabPage } from '../domain/reminding/pages';
import { isLargeFont } from '../services/display';

const LOOKS: Readonly<Record<TabPage, { readonly text: string; readonly icon: string }>> = {
  home: { text: '首页', icon: 'home' },
  track: { text: '进度', icon: 'time' },
  messages: { text: '消息', icon: 'mail' },
  me: { text: '我的', icon: 'user' },
};

const TABS = TAB_PAGES.map((page) => ({ page, ...LOOKS[page] }));

Component({
  data: { tabs: TABS, selected: 0, unread: 0, large: false, hidden: false },
  lifetimes: {
    attached() {
      this.setData({ large: isLargeFont() });
    },
  },
  methods: {
    onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { page: TabPage }>) {
      void wx.switchTab({ url: `/${pagePath(event.currentTarget.dataset.page)}` });
    },
  },
});
