import { doorPath } from '../../../domain/reminding/pages';
import { cleanLine } from '../../../domain/text/clean-text';
import { call } from '../../../asking/call';
import { copyText } from '../../../services/clipboard';
import { DESK_PAGE, loadDesk } from '../../../loading/desk-page';
import { openSheet } from '../../../loading/parts';
import { isLargeFont, toast } from '../../../services/display';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import {
  accountGroups,
  invitationsOf,
  invitationText,
  scopesOf,
  type AccountGroup,
  type Invitations,
  type Scope,
} from './view';

interface Data {
  large: boolean;
  groups: AccountGroup[] | null;
  scopes: Scope[];
  scopeNames: string[];
  error: string;
  busy: string;
  inviting: boolean;
  scope: Scope | null;
  name: string;
  code: string;
  failed: string;
  removing: { id: string; name: string } | null;
  invitations: Invitations | null;
  showsOver: boolean;
  revoking: { id: string; name: string } | null;
}

const initial: Data = {
  large: false,
  groups: null,
  scopes: [],
  scopeNames: [],
  error: '',
  busy: '',
  inviting: false,
  scope: null,
  name: '',
  code: '',
  failed: '',
  removing: null,
  invitations: null,
  showsOver: false,
  revoking: null,
};

/** Who may act for which college: invited, listed and removed by the committee, with the invitations on their way. */
Page({
  ...DESK_PAGE,

  data: initial,

  onLoad() {
    this.setData({ large: isLargeFont() });
    void this.load();
  },

  async load() {
    await loadDesk(this, {
      ask: call('teacher', 'accounts', {}),
      isShown: this.data.groups !== null,
      show: (accounts) => {
        const scopes = scopesOf(accounts);
        const scopeNames = scopes.map(({ name }) => name);
        const invitations = invitationsOf(accounts);
        this.setData({ groups: accountGroups(accounts), invitations, scopes, scopeNames, error: '' });
      },
    });
  },

  onRenameTap(event: TapEvent<{ id: string; name: string }>) {
    const { id, name } = event.currentTarget.dataset;
    openSheet(this, '#college', { id, name });
  },

  onInviteTap() {
    this.setData({ inviting: true, scope: null, name: '', code: '', failed: '' });
  },

  onScope(event: WechatMiniprogram.PickerChange) {
    this.setData({ scope: this.data.scopes[Number(event.detail.value)] ?? null, failed: '' });
  },

  onName(event: WechatMiniprogram.Input) {
    this.setData({ name: event.detail.value, failed: '' });
  },

  onInviteConfirm() {
    const { scope } = this.data;
    const name = cleanLine(this.data.name);
    if (!name) return this.setData({ failed: '请写老师的姓名' });
    if (!scope) return this.setData({ failed: '请选老师管哪个学院' });
    void once(this, 'invite', async () => {
      const reply = await call('teacher', 'inviteTeacher', { collegeId: scope.id, name });
      this.setData(reply.ok ? { code: reply.data.code } : { failed: sayFailure(reply.error) });
      if (reply.ok) await this.load();
    });
  },

  onCopyTap() {
    const { scope, code } = this.data;
    if (scope) void copyText(invitationText(scope.name, code));
  },

  /** The card opens the sign-in page with the code filled in. */
  onShareAppMessage() {
    const { scope, code } = this.data;
    if (!scope || !code) return { title: '团关系转接助手', path: `/${doorPath('signIn')}` };
    const path = doorPath('signIn', { as: 'teacher', invite: code });
    return { title: `请您做${scope.name}的老师，点开登录`, path: `/${path}` };
  },

  onSheetClose() {
    if (!this.data.busy) this.setData({ inviting: false });
  },

  onSheetVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible) this.onSheetClose();
  },

  onRemoveTap(event: TapEvent<{ id: string; name: string }>) {
    const { id, name } = event.currentTarget.dataset;
    this.setData({ removing: { id, name } });
  },

  onRemoveClose() {
    if (!this.data.busy) this.setData({ removing: null });
  },

  onOverTap() {
    this.setData({ showsOver: !this.data.showsOver });
  },

  onRevokeTap(event: TapEvent<{ id: string; name: string }>) {
    const { id, name } = event.currentTarget.dataset;
    this.setData({ revoking: { id, name } });
  },

  onRevokeClose() {
    if (!this.data.busy) this.setData({ revoking: null });
  },

  onRevokeConfirm() {
    const { revoking } = this.data;
    if (!revoking) return;
    void once(this, 'revoke', async () => {
      const reply = await call('teacher', 'revokeInvitation', { invitationId: revoking.id });
      this.setData({ revoking: null });
      toast(reply.ok ? `给${revoking.name}的邀请撤回了` : sayFailure(reply.error));
      await this.load();
    });
  },

  onRemoveConfirm() {
    const { removing } = this.data;
    if (!removing) return;
    void once(this, 'remove', async () => {
      const reply = await call('teacher', 'removeTeacher', { accountId: removing.id });
      this.setData({ removing: null });
      toast(reply.ok ? `${removing.name}的权限收回了` : sayFailure(reply.error));
      if (reply.ok) await this.load();
    });
  },
});
