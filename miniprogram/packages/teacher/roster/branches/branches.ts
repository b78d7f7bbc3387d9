import { openSheet } from '../../../../loading/parts';
import { call } from '../../../../asking/call';
import { copyText } from '../../../../services/clipboard';
import { DESK_PAGE, loadDesk } from '../../../../loading/desk-page';
import { isLargeFont } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { allInvitations, branchRows, invitationText, type BranchRow } from './view';

interface Data {
  large: boolean;
  collegeId: string;
  rows: BranchRow[] | null;
  error: string;
}

const initial: Data = {
  large: false,
  collegeId: '',
  rows: null,
  error: '',
};

/** The branches of a college with the codes their people sign in with. */
Page({
  ...DESK_PAGE,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '' });
  },

  onShow() {
    void this.load();
  },

  async load() {
    const { collegeId } = this.data;
    await loadDesk(this, {
      ask: call('teacher', 'roster', collegeId ? { collegeId } : {}),
      isShown: this.data.rows !== null,
      show: ({ branches }) => this.setData({ rows: branchRows(branches), error: '' }),
    });
  },

  onCopyTap(event: WechatMiniprogram.TouchEvent) {
    const row = this.data.rows?.find(({ id }) => id === event.currentTarget.dataset.id);
    if (row) void copyText(invitationText(row));
  },

  onCopyAllTap() {
    void copyText(allInvitations(this.data.rows ?? []));
  },

  onEditTap(event: TapEvent<{ id: string }>) {
    openSheet(this, '#sheet', { id: event.currentTarget.dataset.id, collegeId: this.data.collegeId });
  },

  onBranchTap(event: TapEvent<{ id: string; name: string }>) {
    const { id, name } = event.currentTarget.dataset;
    const filter = JSON.stringify({ by: 'branch', branchId: id });
    openPage('teacherPeople', { filter, title: name, collegeId: this.data.collegeId });
  },
});
