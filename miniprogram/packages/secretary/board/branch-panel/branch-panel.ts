import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { cloudNow } from '../../../../memory/cloud-clock';
import { copyOrSay } from '../../../../services/clipboard';
import { sayFailure } from '../../../../loading/say-failure';
import { DESK_PANEL_LIFETIMES, DESK_RETRY, loadDesk } from '../../../../loading/desk-page';
import { toast } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { rememberAbsent } from '../../../../memory/absent-people';
import { rememberRound } from '../../../../memory/round';
import { once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { rememberedBranch } from '../../../../services/session';
import { unbegunOf, type BranchBoard } from './members';
import type { RowAction } from './rows';
import { toBranchView, type BranchView, type Search } from './view';
import { chaseText, groupText, MEANINGS, nudgeAllQuestion, nudgedWords, personalInvitation } from './words';

/** Longer lists begin folded. */
const SHOWN = { out: 5, open: 6 };

/** What an instance remembers besides what it shows. */
interface Own {
  board: BranchBoard | null;
}

const own = ownState<Own>(() => ({
  board: null,
}));

/** What the school works in, by its name. */
const systemOf = ({ season }: BranchBoard): string => rulebookOf(season.rulebookId)?.system.name ?? '';

type RowEvent = WechatMiniprogram.CustomEvent<{ id: string; action: RowAction }>;

interface Data {
  view: BranchView | null;
  system: string;
  error: string;
  busy: string;
  search: Search;
  shown: typeof SHOWN;
  finishedShown: boolean;
  meaningsShown: boolean;
  meanings: typeof MEANINGS;
  groupText: string;
  asking: boolean;
  question: { title: string; text: string };
}

const initial: Data = {
  view: null,
  system: '',
  error: '',
  busy: '',
  search: { step: 'all', text: '' },
  shown: SHOWN,
  finishedShown: false,
  meaningsShown: false,
  meanings: MEANINGS,
  groupText: '',
  asking: false,
  question: { title: '', text: '' },
};

/**
 * Where everybody of the branch stands. `load()` and `idsListed()` from outside. Events: `open` with `{ memberId }`,
 * `code` when somebody waits for the secretary.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
    /** Stands beside whoever is open, in a computer's window. */
    wide: { type: Boolean, value: false },
    /** Whose row is open beside the list. */
    opened: { type: String, value: '' },
  },
  data: initial,
  lifetimes: DESK_PANEL_LIFETIMES,
  methods: {
    ...DESK_RETRY,

    async load() {
      const mine = own(this);
      await loadDesk(this, {
        ask: call('secretary', 'branchBoard', rememberedBranch()),
        isShown: mine.board !== null,
        show: (board) => {
          mine.board = board;
          this.setData({ error: '', groupText: groupText(board) });
          this.show();
        },
      });
    },

    show() {
      const { board } = own(this);
      if (!board) return;
      const soonDays = rulebookOf(board.season.rulebookId)?.soonDays ?? 0;
      const view = toBranchView(board, { soonDays, search: this.data.search, now: cloudNow() });
      this.setData({ view, system: systemOf(board) });
    },

    onSearchChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ search: { ...this.data.search, text: event.detail.value } });
      this.show();
    },

    onChipTap(event: TapEvent<{ id: Search['step'] }>) {
      this.setData({
        search: { ...this.data.search, step: event.currentTarget.dataset.id },
      });
      this.show();
    },

    /** In the order they are shown in, those below a fold not. */
    idsListed(): string[] {
      const { view, shown, finishedShown } = this.data;
      if (!view) return [];
      const rows = view.found ?? [
        ...view.out.slice(0, shown.out),
        ...view.open.slice(0, shown.open),
        ...(finishedShown ? view.finished : []),
      ];
      return rows.map(({ id }) => id);
    },

    onUnfoldTap(event: TapEvent<{ list: keyof typeof SHOWN }>) {
      const list = event.currentTarget.dataset.list;
      this.setData({ [`shown.${list}`]: own(this).board?.members.length ?? 0 });
    },

    onFinishedTap() {
      this.setData({ finishedShown: !this.data.finishedShown });
    },

    onMeaningsTap() {
      this.setData({ meaningsShown: !this.data.meaningsShown });
    },

    onOpen(event: RowEvent) {
      this.triggerEvent('open', { memberId: event.detail.id });
    },

    onAct(event: RowEvent) {
      const { id, action } = event.detail;
      const { board } = own(this);
      const member = board?.members.find((one) => one.id === id);
      if (!board || !member) return;
      if (action === 'code') return this.triggerEvent('code');
      if (action === 'nudge') return void this.nudge(id, { memberIds: [id] });
      const { inviteCode } = board.branch;
      void copyOrSay(
        action === 'invite'
          ? personalInvitation(member.name, inviteCode)
          : chaseText(member, { now: cloudNow(), system: systemOf(board) }),
      );
    },

    /** One person after another: each leads to the next. */
    onApprovalsTap() {
      const ids = this.data.view?.approvals ?? [];
      const [memberId] = ids;
      rememberRound('approvals', ids);
      if (memberId) this.triggerEvent('open', { memberId });
    },

    onTogetherTap() {
      const { board } = own(this);
      if (!board) return;
      rememberAbsent(unbegunOf(board));
      openPage('recordMany', { as: 'secretary' });
    },

    onAbsentTap() {
      const ids = this.data.view?.absent ?? [];
      const [memberId] = ids;
      rememberRound('records', ids);
      if (memberId) openPage('recordFor', { memberId, as: 'secretary' });
    },

    onNudgeAllTap() {
      const { board } = own(this);
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
        const reply = await call('secretary', 'nudge', { ...whom, ...rememberedBranch() });
        if (!reply.ok) return toast(sayFailure(reply.error));
        toast(nudgedWords(reply.data));
        await this.load();
      });
    },

    onCopyGroupTap() {
      void copyOrSay(this.data.groupText);
    },
  },
});
