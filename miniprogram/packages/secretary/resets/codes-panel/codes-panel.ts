import { readCode } from '../../../../components/code-entry/read-code';
import { call } from '../../../../asking/call';
import { cloudNow } from '../../../../memory/cloud-clock';
import { copyText } from '../../../../services/clipboard';
import { DESK_RETRY, loadDesk } from '../../../../loading/desk-page';
import { toast } from '../../../../services/display';
import { dropTurns, once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { readClipboard } from '../../../../services/paste';
import { askForReminders } from '../../../../asking/subscribe';
import { lateCodeWords } from '../../../../loading/failures';
import { sayFailure } from '../../../../loading/say-failure';
import { rulebookOf } from '../../../../rulebooks/index';
import type { SystemRules } from '../../../../domain/rules/rulebook/system';
import {
  toCodeHelp,
  toCodesView,
  withIssued,
  withoutRequest,
  type CodeHelp,
  type CodesView,
  type ResetQueue,
} from './view';

/** Why a code could not be read; the teacher gets to see it. */
const stuckReasons = ({ name }: SystemRules): readonly string[] => [
  '团员列表里找不到这位同学',
  '看不到验证码',
  `${name}打不开或一直报错`,
];

/** Below so many credits the page offers to ask for more. */
const FEW_CREDITS = 3;

/** What an instance remembers besides what it shows. */
interface Own {
  queue: ResetQueue | null;
}

const own = ownState<Own>(() => ({
  queue: null,
}));

interface Data {
  view: CodesView | null;
  error: string;
  openId: string;
  typed: string;
  busy: string;
  sendError: string;
  /** Where a code is read. */
  help: CodeHelp;
  helpShown: boolean;
  stuckReasons: readonly string[];
  stuckVisible: boolean;
  stuckError: string;
  credits: number;
  fewCredits: boolean;
}

const initial: Data = {
  view: null,
  error: '',
  openId: '',
  typed: '',
  busy: '',
  sendError: '',
  help: { line: '', steps: [] },
  helpShown: false,
  stuckReasons: [],
  stuckVisible: false,
  stuckError: '',
  credits: 0,
  fewCredits: false,
};

/**
 * Who waits for a reset code. `load()` and `idsListed()` from outside. Events: `count` with `{ total }` whenever the queue
 * is known anew, `branch` when there is nothing to do here, `open` with `{ memberId }` when another one's card opens.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
    /** The request a notice opened. */
    request: { type: String, value: '' },
    /** Who is open beside the queue; a key may have led there. Empty on a phone. */
    opened: { type: String, value: '' },
  },
  data: initial,
  observers: {
    opened(memberId: string) {
      const asked = this.data.view?.others.find((one) => one.memberId === memberId);
      if (asked) this.openCard(asked.id);
    },
  },
  lifetimes: {
    attached() {
      this.setData({ openId: this.data.request });
      void this.load();
    },
    detached() {
      dropTurns(this);
    },
  },
  methods: {
    ...DESK_RETRY,

    async load() {
      const mine = own(this);
      await loadDesk(this, {
        ask: call('secretary', 'resetQueue', {}),
        isShown: mine.queue !== null,
        show: (queue) => {
          mine.queue = queue;
          this.setData({ error: '', ...this.helpOf(queue) });
          this.showCredits(queue.subscription.credits.task ?? 0);
          this.show();
        },
      });
    },

    /** In the words of the rules that hold for the branch. */
    helpOf({ rulebookId }: ResetQueue): Pick<Data, 'help' | 'stuckReasons'> {
      const system = rulebookOf(rulebookId)?.system;
      return system ? { help: toCodeHelp(system), stuckReasons: stuckReasons(system) } : initial;
    },

    show() {
      const { queue } = own(this);
      if (!queue) return;
      const view = toCodesView(queue, this.data.openId, cloudNow());
      const before = this.data.view?.open?.memberId;
      this.setData({ view });
      this.triggerEvent('count', { total: view.count });
      const memberId = view.open?.memberId;
      if (memberId !== undefined && memberId !== before) this.triggerEvent('open', { memberId });
    },

    showCredits(credits: number) {
      this.setData({ credits, fewCredits: credits < FEW_CREDITS });
    },

    onSeeBranchTap() {
      this.triggerEvent('branch');
    },

    onHelpTap() {
      this.setData({ helpShown: !this.data.helpShown });
    },

    /** To search for in the list of members on the system. */
    async onCopyNameTap() {
      const name = this.data.view?.open?.name;
      if (name && !(await copyText(name))) toast('没能复制，请长按名字自己选');
    },

    onOpenTap(event: WechatMiniprogram.TouchEvent) {
      this.openCard(String(event.currentTarget.dataset.id));
    },

    openCard(openId: string) {
      if (this.data.busy) return;
      this.setData({ openId, typed: '', sendError: '' });
      this.show();
    },

    /** As they wait, the longest first. */
    idsListed(): string[] {
      const waiting = own(this).queue?.waiting ?? [];
      return [...waiting].sort((a, b) => a.requestedAt - b.requestedAt).map(({ memberId }) => memberId);
    },

    onCodeChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value, sendError: '' });
    },

    async onCodePaste() {
      const pasted = await readClipboard();
      const code = readCode(pasted ?? '');
      if (code) this.setData({ typed: code, sendError: '' });
      else toast(pasted ? '剪贴板里没有验证码，请直接填写' : '请长按输入框粘贴，或直接填写');
    },

    onSend(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      const open = this.data.view?.open;
      if (!open) return;
      void once(this, 'send', async () => {
        this.setData({ sendError: '' });
        const asked = { requestId: open.id, code: event.detail.code };
        const reply = await call('secretary', 'issueResetCode', asked);
        if (!reply.ok) {
          const { code } = reply.error;
          const isLate = code === 'RESET_ILLEGAL_STEP';
          const isGone = isLate || code === 'NOT_FOUND';
          const sendError = isLate ? lateCodeWords(open.name) : sayFailure(reply.error);
          // The next one's card opens now: nobody gets a code that was typed for somebody else.
          this.setData({ sendError, ...(isGone ? { typed: '' } : {}) });
          if (isGone) void this.load();
          return;
        }
        const mine = own(this);
        if (mine.queue) mine.queue = withIssued(mine.queue, reply.data.issued);
        this.setData({ openId: '', typed: '' });
        this.show();
        toast(`发给${open.name}了`);
      });
    },

    onStuckTap() {
      this.setData({ stuckVisible: true, stuckError: '' });
    },

    onStuckClose() {
      this.setData({ stuckVisible: false });
    },

    onStuckConfirm(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const open = this.data.view?.open;
      if (!open) return;
      void once(this, 'stuck', async () => {
        this.setData({ stuckError: '' });
        const handed = { requestId: open.id, reason: event.detail.reason };
        const reply = await call('secretary', 'escalateResetRequest', handed);
        if (!reply.ok) {
          return this.setData({ stuckError: sayFailure(reply.error) });
        }
        const mine = own(this);
        if (mine.queue) mine.queue = withoutRequest(mine.queue, open.id);
        this.setData({ stuckVisible: false, openId: '', typed: '' });
        this.show();
        toast(`转给老师了，${open.name}会收到消息`);
      });
    },

    async onRemindTap() {
      const { subscription } = await askForReminders(['task']);
      if (subscription) this.showCredits(subscription.credits.task ?? 0);
    },
  },
});
