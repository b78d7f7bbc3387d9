import { nothing } from '../../../memory/empty';
import { formatChina } from '../../../domain/calendar/china-time';
import { call } from '../../../asking/call';
import { copyText } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { shareText } from '../../../services/keep-file';
import { once } from '../../../loading/load';
import { DELETION_HANDLERS } from '../../../loading/own-deletion';
import { loadOwnPage, REFRESH_HANDLERS, OWN_PAGE_DATA, type OwnPageData } from '../../../loading/own-page';
import { systemNow } from '../../../pages/journey/facts-now';
import { goToStart } from '../../../services/session';
import { DELETE_GOES, DELETE_STAYS, toSections, toText, type MyData, type Section } from './view';

interface Data extends OwnPageData {
  sections: Section[] | null;
  /** What the school works in, by its name. */
  system: string;
  goes: typeof DELETE_GOES;
  stays: typeof DELETE_STAYS;
  deleting: boolean;
  deleteError: string;
}

const initial: Data = {
  ...OWN_PAGE_DATA,
  sections: null,
  system: '',
  goes: DELETE_GOES,
  stays: DELETE_STAYS,
  deleting: false,
  deleteError: '',
};

/** Everything stored about the person: to see, to take along, to delete. */
Page({
  ...REFRESH_HANDLERS,
  ...DELETION_HANDLERS,

  data: initial,
  mine: nothing<MyData>(),

  onLoad() {
    this.setData({ large: isLargeFont(), system: systemNow() });
    void this.refresh();
  },

  refresh() {
    return loadOwnPage(this, {
      ask: call('graduate', 'myData', {}),
      keep: (mine) => (this.mine = mine),
      knownAt: () => this.mine?.now ?? null,
    });
  },

  render() {
    if (this.mine) this.setData({ sections: toSections(this.mine) });
  },

  onTextTap() {
    if (this.mine) this.share(this.mine, 'txt', toText(this.mine));
  },

  onJsonTap() {
    if (this.mine) this.share(this.mine, 'json', JSON.stringify(this.mine, null, 2));
  },

  share({ now }: MyData, ending: 'txt' | 'json', text: string) {
    const name = `我的团关系转接数据-${formatChina(now, 'YYYYMMDD')}.${ending}`;
    void once(this, ending, async () => {
      if (!(await shareText(name, text))) toast('没能存成文件，可以先复制文字');
    });
  },

  async onCopyTap() {
    if (!this.mine) return;
    const copied = await copyText(toText(this.mine));
    toast(copied ? '复制好了' : '没能复制，请存成文件');
  },

  askDeletion() {
    return call('graduate', 'deleteMyData', {});
  },

  showDeleted() {
    goToStart([]);
  },
});
