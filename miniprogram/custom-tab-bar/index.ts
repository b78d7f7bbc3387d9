import { pagePath, type PageName } from '../domain/reminding/pages';
import { isLargeFont } from '../services/display';

const TABS = [
  { page: 'home', text: '首页', icon: 'home' },
  { page: 'track', text: '进度', icon: 'time' },
  { page: 'messages', text: '消息', icon: 'mail' },
  { page: 'me', text: '我的', icon: 'user' },
] as const satisfies readonly { page: PageName; text: string; icon: string }[];

Component({
  data: { tabs: TABS, selected: 0, unread: 0, large: false, hidden: false },
  lifetimes: {
    attached() {
      this.setData({ large: isLargeFont() });
    },
  },
  methods: {
    onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { page: (typeof TABS)[number]['page'] }>) {
      void wx.switchTab({ url: `/${pagePath(event.currentTarget.dataset.page)}` });
    },
  },
});
