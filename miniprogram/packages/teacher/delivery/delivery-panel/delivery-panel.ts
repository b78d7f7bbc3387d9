import { call } from '../../../../asking/call';
import { cleanLine } from '../../../../domain/text/clean-text';
import { copyOrSay } from '../../../../services/clipboard';
import { readClipboard } from '../../../../services/paste';
import { toast } from '../../../../services/display';
import { load, once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import type { Health } from './faults';
import { toLetterRows, type LetterRow } from './letters';
import { toReachView, type ReachView } from './reach';
import { toDeliveryView, toTestLine, type DeliveryView, type TestLine } from './view';

interface Data {
  view: DeliveryView | null;
  busy: string;
  /** Null until they were asked for. */
  letters: LetterRow[] | null;
  more: boolean;
  /** Null until it was asked for. */
  reach: ReachView | null;
  retryable: number;
  editing: boolean;
  typed: string;
  failed: string;
  tested: TestLine | null;
  removing: boolean;
}

const initial: Data = {
  view: null,
  busy: '',
  letters: null,
  more: false,
  reach: null,
  retryable: 0,
  editing: false,
  typed: '',
  failed: '',
  tested: null,
  removing: false,
};

/** How messages reach people: what is due, what went out, what was given up, and the college's group robot. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    collegeId: { type: String, value: '' },
    /** The figures as the page has them: a `Health`. */
    health: { type: Object },
  },
  data: initial,
  observers: {
    health(health: Health | null) {
      if (health) this.show(health);
    },
  },
  methods: {
    show(health: Health) {
      this.setData({ view: toDeliveryView(health) });
      if (this.data.letters) void this.loadLetters();
    },

    /** After something was sent again; the page's own figures come with the season. */
    refresh(): Promise<void> {
      return load(this, {
        ask: call('teacher', 'health', {}),
        show: (health) => this.show(health),
        fail: (failure) => toast(sayFailure(failure)),
      });
    },

    async loadLetters() {
      const { collegeId } = this.data;
      const reply = await call('teacher', 'deadLetters', collegeId ? { collegeId } : {});
      if (!reply.ok) return toast(sayFailure(reply.error));
      const letters = toLetterRows(reply.data.items);
      const retryable = letters.filter(({ canRetry }) => canRetry).length;
      this.setData({ letters, retryable, more: reply.data.more });
    },

    onReachTap() {
      if (this.data.reach) return this.setData({ reach: null });
      return once(this, 'reach', async () => {
        const reply = await call('teacher', 'reach', { collegeId: this.data.collegeId });
        if (reply.ok) this.setData({ reach: toReachView(reply.data) });
        else toast(sayFailure(reply.error));
      });
    },

    onLettersTap() {
      if (this.data.letters) this.setData({ letters: null });
      else void once(this, 'letters', () => this.loadLetters());
    },

    onSendTap(event: TapEvent<{ id: string }>) {
      const { id } = event.currentTarget.dataset;
      this.sendAgain(id, [id]);
    },

    onSendAllTap() {
      const ids = (this.data.letters ?? []).filter(({ canRetry }) => canRetry).map(({ id }) => id);
      this.sendAgain('all', ids);
    },

    sendAgain(name: string, noticeIds: string[]) {
      if (noticeIds.length === 0) return;
      void once(this, name, async () => {
        const reply = await call('teacher', 'retryNotices', { noticeIds });
        if (!reply.ok) return toast(sayFailure(reply.error));
        const { retried } = reply.data;
        toast(retried > 0 ? `${retried} 条重新排上了，一分钟内发出` : '刚才已经有人处理了');
        await this.refresh();
      });
    },

    /** A remark, for whoever looks after the mini-program. */
    onHandOnTap(event: TapEvent<{ text: string }>) {
      void copyOrSay(event.currentTarget.dataset.text);
    },

    onEditTap() {
      this.setData({ editing: !this.data.editing, typed: '', failed: '', tested: null });
    },

    onType(event: WechatMiniprogram.TextareaInput) {
      this.setData({ typed: event.detail.value, failed: '' });
    },

    async onPasteTap() {
      const text = await readClipboard();
      if (text) this.setData({ typed: cleanLine(text), failed: '' });
    },

    onSaveTap() {
      const url = cleanLine(this.data.typed);
      if (!url) return this.setData({ failed: '请把群机器人的地址粘贴到这里' });
      void once(this, 'save', async () => {
        const reply = await call('teacher', 'saveWebhook', { collegeId: this.data.collegeId, url });
        if (reply.ok) return this.showRobot(reply.data.hasRobot);
        const isOdd = reply.error.code === 'FIELD_INVALID';
        this.setData({
          failed: isOdd
            ? '这不是群机器人的地址。它以 https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key= 开头'
            : sayFailure(reply.error),
        });
      });
    },

    showRobot(hasRobot: boolean) {
      const { view } = this.data;
      if (view) this.setData({ view: { ...view, hasRobot } });
      this.setData({ editing: false, typed: '', failed: '', tested: null, removing: false });
      toast(hasRobot ? '保存好了，发一条试试' : '移除了，以后不再发到群里');
    },

    onTestTap() {
      void once(this, 'test', async () => {
        this.setData({ tested: null });
        const reply = await call('teacher', 'testWebhook', { collegeId: this.data.collegeId });
        if (!reply.ok) return toast(sayFailure(reply.error));
        this.setData({ tested: toTestLine(reply.data) });
      });
    },

    onRemoveTap() {
      this.setData({ removing: true });
    },

    onRemoveClose() {
      if (!this.data.busy) this.setData({ removing: false });
    },

    onRemoveConfirm() {
      void once(this, 'remove', async () => {
        const reply = await call('teacher', 'saveWebhook', { collegeId: this.data.collegeId, url: null });
        if (reply.ok) return this.showRobot(false);
        this.setData({ removing: false });
        toast(sayFailure(reply.error));
      });
    },
  },
});
