import { pagePath } from '../../../domain/pages';
import { call } from '../../../services/call';
import { copyText } from '../../../services/clipboard';
import { toast } from '../../../services/display';
import { once } from '../../../services/once';
import { leaveStranger } from '../../../services/session';
import { sayFailure } from '../../../services/wording';
import { accountRows, collegeRows, type AccountRow, type CollegeRow } from './view';

/** Grows with each load; an answer to an older one is dropped. */
let turn = 0;

/** The committee's colleges and teachers' accounts. Event: `college` with `{ id, name }`. */
Component({
  properties: { large: { type: Boolean, value: false } },
  data: {
    colleges: null as CollegeRow[] | null,
    accounts: null as AccountRow[] | null,
    error: '',
    busy: '',
    sheet: '' as 'college' | 'teacher' | '',
    typed: '',
    invitedTo: null as { id: string; name: string } | null,
    code: '',
    failed: '',
    removing: null as AccountRow | null,
  },
  lifetimes: {
    attached() {
      void this.load();
    },
  },
  methods: {
    async load() {
      const mine = ++turn;
      const reply = await call('teacher', 'colleges', {});
      if (mine !== turn) return;
      if (!reply.ok) {
        if (reply.error.code === 'NOT_SIGNED_IN' && leaveStranger(reply.error)) return;
        if (this.data.colleges) toast(sayFailure(reply.error));
        else this.setData({ error: sayFailure(reply.error) });
        return;
      }
      this.setData({ colleges: collegeRows(reply.data.colleges), error: '' });
    },

    onRetryTap() {
      this.setData({ error: '' });
      void this.load();
    },

    onCollegeTap(event: WechatMiniprogram.TouchEvent) {
      const { id, name } = event.currentTarget.dataset as { id: string; name: string };
      this.triggerEvent('college', { id, name });
    },

    onInviteTap(event: WechatMiniprogram.TouchEvent) {
      const { id, name } = event.currentTarget.dataset as { id: string; name: string };
      this.setData({ sheet: 'teacher', invitedTo: { id, name }, typed: '', code: '', failed: '' });
    },

    onNewCollegeTap() {
      this.setData({ sheet: 'college', typed: '', code: '', failed: '' });
    },

    onType(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value, failed: '' });
    },

    onSheetClose() {
      if (!this.data.busy) this.setData({ sheet: '' });
    },

    onSheetVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onSheetClose();
    },

    onSheetConfirm() {
      const { sheet, invitedTo } = this.data;
      const name = this.data.typed.trim();
      if (!name) return this.setData({ failed: sheet === 'college' ? '请写学院的全称' : '请写老师的姓名' });
      void once(this, 'sheet', async () => {
        if (sheet === 'college') {
          const reply = await call('teacher', 'createCollege', { name });
          if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
          this.setData({ sheet: '' });
          toast(`加上了${name}`);
          return this.load();
        }
        if (!invitedTo) return;
        const reply = await call('teacher', 'inviteTeacher', { collegeId: invitedTo.id, name });
        if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
        this.setData({ code: reply.data.code });
      });
    },

    onAuditTap() {
      void wx.navigateTo({ url: `/${pagePath('teacherAudit')}` });
    },

    onCopyTap() {
      void copyText(this.data.code);
    },

    onAccountsTap() {
      void once(this, 'accounts', async () => {
        const reply = await call('teacher', 'accounts', {});
        if (reply.ok) this.setData({ accounts: accountRows(reply.data.accounts) });
        else toast(sayFailure(reply.error));
      });
    },

    onRemoveTap(event: WechatMiniprogram.TouchEvent) {
      const removing = this.data.accounts?.find(({ id }) => id === event.currentTarget.dataset.id) ?? null;
      this.setData({ removing });
    },

    onRemoveClose() {
      if (!this.data.busy) this.setData({ removing: null });
    },

    onRemoveConfirm() {
      const { removing } = this.data;
      if (!removing) return;
      void once(this, 'remove', async () => {
        const reply = await call('teacher', 'removeTeacher', { accountId: removing.id });
        this.setData({ removing: null });
        if (!reply.ok) return toast(sayFailure(reply.error));
        this.setData({ accounts: (this.data.accounts ?? []).filter(({ id }) => id !== removing.id) });
        toast(`${removing.name}的权限收回了`);
      });
    },
  },
});
