import type { OfflineTap } from '../../../../components/offline-steps/rows';
import { pagePath } from '../../../../domain/reminding/pages';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { copyOrSay } from '../../../../services/clipboard';
import { openSheet } from '../../../../loading/parts';
import { DESK_PAGE, loadDesk } from '../../../../loading/desk-page';
import { isLargeFont, toast } from '../../../../services/display';
import { once } from '../../../../loading/load';
import { tickStep } from '../../../../loading/tick';
import { sideOf } from '../merge-sheet/view';
import { ASKED } from './asked';
import { MOVING } from './moving';
import { initial, own, sayDone, type Named } from './page';
import { UNBINDING } from './unbinding';
import { toPersonView } from './view';

Page({
  ...DESK_PAGE,
  ...ASKED,
  ...UNBINDING,
  ...MOVING,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({
      large: isLargeFont(),
      memberId: query.memberId ?? '',
      collegeId: query.collegeId ?? '',
      fromOverAge: query.overAge === '1',
      from: query.from ?? '',
    });
  },

  onShow() {
    void this.load();
  },

  async load() {
    const mine = own(this);
    await loadDesk(this, {
      ask: call('teacher', 'person', { memberId: this.data.memberId }),
      isShown: mine.person !== null,
      show: ({ person, organisation, rulebookId, now }) => {
        mine.person = person;
        const context = { rulebook: rulebookOf(rulebookId), organisation, now };
        this.setData({ view: toPersonView(person, context), error: '' });
      },
    });
  },

  onCopyTap(event: TapEvent<{ text: string }>) {
    void copyOrSay(event.currentTarget.dataset.text);
  },

  onMainTap() {
    const { main, transferId, studentNumber } = this.data.view ?? {};
    if (!main || !transferId) return;
    // Who came from that very decision goes back to it instead of opening it once more.
    if (main.to === 'decision' && transferId === this.data.from) return void wx.navigateBack();
    const path =
      main.to === 'decision'
        ? pagePath('teacherDecision', { transferId })
        : pagePath('teacherCards', { search: studentNumber ?? '' });
    void wx.navigateTo({ url: `/${path}` });
  },

  onRecordTap() {
    const query = { memberId: this.data.memberId, as: 'teacher' };
    void wx.navigateTo({ url: `/${pagePath('recordFor', query)}` });
  },

  onTick({ detail }: WechatMiniprogram.CustomEvent<OfflineTap & { number?: string }>) {
    const transfer = own(this).person?.transfer;
    if (!transfer) return;
    const { id: transferId, version } = transfer;
    tickStep(this, detail.stepId, () => call('teacher', 'tickOffline', { transferId, version, ...detail }));
  },

  onCorrectTap() {
    const { memberId, view } = this.data;
    if (!view) return;
    openSheet(this, '#correct', { memberId, name: view.name, studentNumber: view.studentNumber });
  },

  onMergeTap() {
    const { person } = own(this);
    if (person) openSheet(this, '#merge', { self: sideOf(person), collegeId: this.data.collegeId });
  },

  /** The record that stays may be the other one. */
  onMerged(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    this.setData({ memberId: event.detail.memberId, corrected: null });
    toast('并成一条了');
    void this.load();
  },

  onCorrected(event: WechatMiniprogram.CustomEvent<Named>) {
    this.setData({ corrected: event.detail });
    void this.load();
  },

  onCorrectUndo() {
    const { corrected } = this.data;
    if (!corrected) return;
    void once(this, 'correct', async () => {
      const reply = await call('teacher', 'correctMember', { ...corrected });
      if (reply.ok) this.setData({ corrected: null });
      sayDone(this, reply, '改回去了');
    });
  },
});
