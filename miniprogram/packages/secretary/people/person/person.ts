import { doorPath } from '../../../../domain/reminding/pages';
import { PANEL_PAGE, panelOf } from '../../../../loading/parts';
import { isLargeFont } from '../../../../services/display';
import { titlePage } from '../../../../services/page-title';
import type { SharedCard } from '../../board/branch-panel/words';

interface Panel {
  load(): Promise<void>;
  shareCard(): SharedCard | null;
}

/** One classmate on a page of their own, as a list or a message opens it. */
Page({
  ...PANEL_PAGE,

  data: { large: false, memberId: '', ready: false },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), memberId: query.memberId ?? '' });
  },

  onNamed(event: WechatMiniprogram.CustomEvent<{ name: string }>) {
    titlePage(this, event.detail.name);
  },

  onOther(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    this.setData({ memberId: event.detail.memberId });
  },

  /** Nothing about the person goes along. */
  onShareAppMessage(): SharedCard {
    const plain = { title: '毕业生团员，来办团关系转接', path: `/${doorPath('signIn')}` };
    return panelOf<Panel>(this)?.shareCard() ?? plain;
  },
});
