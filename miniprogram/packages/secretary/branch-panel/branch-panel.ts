import { pagePath } from '../../../domain/pages';
import { rulebookOf } from '../../../rulebooks';
import { call } from '../../../services/call';
import { copyText } from '../../../services/clipboard';
import { toast } from '../../../services/display';
import { once } from '../../../services/once';
import { leaveStranger } from '../../../services/session';
import { sayFailure } from '../../../services/wording';
import { toBranchView, type BranchBoard, type BranchView, type RowAction, type Search } from './view';
import { chaseText, groupText, invitationText, nudgeAllQuestion, nudgedWords } from './words';

/** Longer lists begin folded. */
const SHOWN = { out: 5, open: 6 };

let board: BranchBoard | null = null;
/** Clock of the cloud minus this phone's, ms. */
let clockOffset = 0;
/** Grows with each load; an answer to an older one is dropped. */
let turn = 0;

const now = (): number => Date.now() + clockOffset;

type RowEvent = WechatMiniprogram.CustomEvent<{ id: string; action: RowAction }>;

/** Where everybody of the branch stands. `load()` from outside. Event: `code` when somebody waits for the secretary. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: {
    view: null as BranchView | null,
    error: '',
    busy: '',
    search: { step: 'all', text: '' } as Search,
    shown: SHOWN,
    finishedShown: false,
    groupText: '',
    asking: false,
    question: { title: '', text: '' },
  },
  lifetimes: {
    attached() {
      board = null;
      void this.load();
    },
    detached() {
      turn += 1;
    },
  },
  methods: {
    async load() {
      const mine = ++turn;
      const reply = await call('secretary', 'branchBoard', {});
      if (mine !== turn) return;
      if (!reply.ok) {
        if (leaveStranger(reply.error)) return;
        if (board) toast(sayFailure(reply.error));
        else this.setData({ error: sayFailure(reply.error) });
        return;
      }
      board = reply.data;
      clockOffset = board.now - Date.now();
      this.setData({ error: '', groupText: groupText(board) });
      this.show();
    },

    show() {
      if (!board) return;
      const soonDays = rulebookOf(board.season.rulebookId)?.soonDays ?? 0;
      this.setData({ view: toBranchView(board, { soonDays, search: this.data.search, now: now() }) });
    },

    onRetryTap() {
      this.setData({ error: '' });
      void this.load();
    },

    onSearchChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ search: { ...this.data.search, text: event.detail.value.trim() } });
      this.show();
    },

    onChipTap(event: WechatMiniprogram.TouchEvent) {
      this.setData({
        search: { ...this.data.search, step: event.currentTarget.dataset.id as Search['step'] },
      });
      this.show();
    },

    onUnfoldTap(event: WechatMiniprogram.TouchEvent) {
      const list = event.currentTarget.dataset.list as keyof typeof SHOWN;
      this.setData({ [`shown.${list}`]: board?.members.length ?? 0 });
    },

    onFinishedTap() {
      this.setData({ finishedShown: !this.data.finishedShown });
    },

    onOpen(event: RowEvent) {
      const { id: memberId } = event.detail;
      void wx.navigateTo({ url: `/${pagePath('secretaryPerson', { memberId })}` });
    },

    onAct(event: RowEvent) {
      const { id, action } = event.detail;
      const member = board?.members.find((one) => one.id === id);
      if (!board || !member) return;
      if (action === 'code') return this.triggerEvent('code');
      if (action === 'nudge') return void this.nudge(id, { memberIds: [id] });
      const { name, inviteCode } = board.branch;
      void this.copy(action === 'invite' ? invitationText(name, inviteCode) : chaseText(member, now()));
    },

    onNudgeAllTap() {
      if (board) this.setData({ asking: true, question: nudgeAllQuestion(board) });
    },

    onNudgeAllClose() {
      if (!this.data.busy) this.setData({ asking: false });
    },

    async onNudgeAllConfirm() {
      await this.nudge('all', { all: true });
      this.setData({ asking: false });
    },

    nudge(busy: string, whom: { memberIds: string[] } | { all: true }): Promise<void> {
      return once(this, busy, async () => {
        const reply = await call('secretary', 'nudge', whom);
        toast(reply.ok ? nudgedWords(reply.data) : sayFailure(reply.error));
        if (reply.ok) await this.load();
      });
    },

    onCopyGroupTap() {
      void this.copy(this.data.groupText);
    },

    async copy(text: string) {
      if (!(await copyText(text))) toast('没能复制，请长按文字自己选');
    },
  },
});
