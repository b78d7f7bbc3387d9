import { call } from '../../../asking/call';
import type { Result } from '../../../domain/errors';
import { isLargeFont, toast } from '../../../services/display';
import { forgetStoredDraft } from '../../../services/draft-store';
import { goBack } from '../../../services/navigate';
import { afterAMoment, load, once } from '../../../loading/load';
import { DELETION_HANDLERS } from '../../../loading/own-deletion';
import { rulesNamed } from '../../../pages/journey/facts';
import { systemNow } from '../../../pages/journey/facts-now';
import { agreeToPrivacy, openPrivacyContract } from '../../../services/privacy';
import { forgetOwnTransfer } from '../../../services/own-transfer';
import { scanInvite } from '../../../services/scan';
import { goToStart, rememberRoles, startPage, type RoleView } from '../../../services/session';
import { sayFailure } from '../../../loading/say-failure';
import { MODE_WORDS, failureInForm, inviteFrom, problemsIn, scannedInvite } from './view';
import type { FieldErrors, FieldName, Form, Mode } from './view';

const send = (mode: Mode, { studentNumber, name, code }: Form): Promise<Result<{ roles: RoleView[] }>> => {
  if (mode === 'graduate') {
    return call('account', 'signIn', { studentNumber: studentNumber, name, inviteCode: code });
  }
  const action = mode === 'admin' ? 'claimAdministrator' : 'acceptInvitation';
  return call('account', action, { code, name });
};

interface Data {
  large: boolean;
  /** What the school works in, by its name. */
  system: string;
  busy: string;
  ready: boolean;
  skeleton: boolean;
  failure: string;
  mode: Mode;
  modes: { id: string; text: string }[];
  words: typeof MODE_WORDS.graduate;
  form: Form;
  /** The code came from a link or a QR code. */
  filled: boolean;
  focus: string;
  errors: FieldErrors;
  message: string;
  checks: readonly string[];
  agreed: boolean;
  /** A removed teacher's account is still stored. */
  leftBehind: boolean;
  deleting: boolean;
  deleteError: string;
}

const initial: Data = {
  large: false,
  system: '',
  busy: '',
  ready: false,
  skeleton: false,
  failure: '',
  mode: 'graduate',
  modes: [
    { id: 'graduate', text: '我是毕业生' },
    { id: 'teacher', text: '我是老师' },
  ],
  words: MODE_WORDS.graduate,
  form: { studentNumber: '', name: '', code: '' },
  filled: false,
  focus: '',
  errors: {},
  message: '',
  checks: [],
  agreed: false,
  leftBehind: false,
  deleting: false,
  deleteError: '',
};

Page({
  ...DELETION_HANDLERS,

  data: initial,

  /** The page below waits for the person to come back. */
  leadsBack: false,

  /**
   * `as=teacher` opens the teacher's form also for somebody who is signed in already; `then=back` leads a graduate
   * back to what they were reading.
   */
  onLoad(query: Record<string, string | undefined>) {
    this.leadsBack = query.then === 'back';
    const code = inviteFrom(query);
    const mode: Mode = query.as === 'teacher' ? 'teacher' : 'graduate';
    this.setData({ large: isLargeFont(), system: systemNow(), 'form.code': code, filled: code !== '' });
    this.useMode(mode);
    if (query.as === 'teacher') this.setData({ ready: true });
    else void this.recognise();
  },

  /** Somebody who has signed in before goes straight on. */
  async recognise() {
    const callOff = afterAMoment(() => this.setData({ skeleton: true }));
    await load(this, {
      ask: call('account', 'whoAmI', {}),
      show: ({ account, leftBehind, season }) => {
        const roles = account?.roles ?? [];
        this.setData({ system: rulesNamed(season.rulebookId).system.name });
        if (roles.length === 0) this.setData({ ready: true, failure: '', leftBehind });
        else this.goOn(roles);
      },
      fail: (failure) => this.setData({ failure: sayFailure(failure) }),
    });
    callOff();
  },

  goOn(roles: RoleView[]) {
    rememberRoles(roles);
    if (!roles.some(({ role }) => role === 'graduate')) forgetStoredDraft();
    if (!this.leadsBack || startPage(roles) !== 'home') return goToStart(roles);
    goBack();
    toast('登录好了，接着看');
  },

  useMode(mode: Mode) {
    this.setData({ mode, words: MODE_WORDS[mode], errors: {}, message: '', checks: [] });
  },

  onRetry() {
    void once(this, 'load', () => this.recognise());
  },

  onModeTap(event: WechatMiniprogram.TouchEvent<object, object, { mode: Mode }>) {
    this.useMode(event.currentTarget.dataset.mode);
  },

  onInput(event: WechatMiniprogram.Input<object, { field: FieldName }>) {
    const { field } = event.currentTarget.dataset;
    this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '', message: '', checks: [] });
    if (field === 'code') this.setData({ filled: false });
  },

  onFocus(event: WechatMiniprogram.InputFocus<object, { field: FieldName }>) {
    this.setData({ focus: event.currentTarget.dataset.field });
  },

  onBlur() {
    this.setData({ focus: '' });
  },

  async onScanTap() {
    const scanned = await scanInvite();
    if (scanned === null) return;
    const code = scannedInvite(scanned);
    if (code) this.setData({ 'form.code': code, filled: true, 'errors.code': '' });
    else toast('这不是支部的二维码，请向团支书要一张');
  },

  onAgreeTap() {
    this.setData({ agreed: !this.data.agreed, message: '' });
  },

  onPrivacyTap() {
    openPrivacyContract();
  },

  askDeletion() {
    return call('account', 'deleteAccount', {});
  },

  showDeleted() {
    this.setData({ leftBehind: false });
  },

  onSignInTap() {
    void once(this, 'sign-in', () => this.signIn());
  },

  async signIn() {
    const { form, mode, agreed } = this.data;
    const errors = problemsIn(form, mode);
    this.setData({ errors, message: '', checks: [] });
    if (Object.keys(errors).length > 0) return;
    if (!agreed || !(await agreeToPrivacy())) {
      this.setData({ message: '请先看一眼《隐私保护指引》，同意后才能登录' });
      return;
    }
    const reply = await send(mode, form);
    if (reply.ok) {
      forgetOwnTransfer();
      this.goOn(reply.data.roles);
    } else if (reply.error.code === 'ALREADY_SIGNED_IN') {
      await this.recognise();
    } else {
      this.setData(failureInForm(reply.error));
    }
  },
});
