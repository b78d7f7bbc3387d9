/** Where the questions lead: a code is asked for, or the person can log in by now. */
import { reportResetResult, requestResetCode } from '../../../asking/reset-request';
import { askForReminders } from '../../../asking/subscribe';
import { confirmLogin } from '../../../asking/transfer-steps';
import { wantCode } from '../../../asking/wanted-code';
import type { Failure } from '../../../domain/errors';
import type { FlowAction } from '../../../domain/rules/flow';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { showTeacher } from '../../../pages/journey/facts-now';
import { toast } from '../../../services/display';
import { goBack, openPage } from '../../../services/navigate';
import { offerSignIn } from '../../../services/offer-sign-in';
import { recallOwnTransfer } from '../../../services/own-transfer';
import type { HelpPage } from './page';

const ASKING_FOR_CODE = {
  title: '登录以后才能求助',
  content: '团支书要知道是谁在等验证码。登录要用学号、姓名和支部邀请码。',
};
const FOR_TEACHER = '之前的验证码不管用，想请学院老师帮忙';

export const complain = (page: HelpPage, error: Failure): void => {
  toast(sayFailure(error));
  if (error.code.startsWith('RESET_')) void page.refresh();
};

/** The request whose code is out and not yet settled. */
const heldRequest = () => {
  const request = recallOwnTransfer()?.response.resetRequest;
  return request?.state === 'issued' || request?.state === 'revealed' ? request : null;
};

const startAgain = (page: HelpPage): void => {
  page.answers = {};
  page.code = '';
  page.setData({ asking: false });
  page.render();
};

/** Without a network it is kept and sent later: nobody has to remember to ask again. */
const keepRequest = (page: HelpPage, note?: string): void => {
  wantCode(note);
  startAgain(page);
  toast('现在没有网络。求助存好了，连上就发出去');
};

const requestCode = async (page: HelpPage, note?: string): Promise<void> => {
  await askForReminders(['code', 'deadline']);
  const held = heldRequest();
  // One request at a time: the code in hand is given up before a new one is asked for.
  if (held) await reportResetResult(held.id, false);
  const state = recallOwnTransfer()?.response.resetRequest?.state;
  if (state === 'escalated' || (state === 'waiting' && !note)) return startAgain(page);
  const reply = await requestResetCode(note);
  if (!reply.ok && reply.error.code === 'OFFLINE') return keepRequest(page, note);
  if (!reply.ok && reply.error.code !== 'RESET_ALREADY_WAITING') return complain(page, reply.error);
  startAgain(page);
  if (reply.ok) toast(note ? '转给学院老师了，拿到马上告诉你' : '求助发出去了，拿到马上告诉你');
  else await page.refresh();
};

const loggedIn = async (page: HelpPage): Promise<void> => {
  const reply = await confirmLogin();
  if (!reply.ok) return complain(page, reply.error);
  toast('好，第 1 步完成');
  goBack();
};

/** A code is asked for in somebody's name; everything else goes on without one. */
const goOnReading = (action: FlowAction): void => {
  if (action === 'confirm-login') openPage('wayPicker');
  else offerSignIn(ASKING_FOR_CODE);
};

export const REQUESTING = {
  onFlowAction(this: HelpPage, event: WechatMiniprogram.CustomEvent<{ do: FlowAction }>) {
    const action = event.detail.do;
    if (action === 'ask-college') return showTeacher();
    if (recallOwnTransfer() === null) return goOnReading(action);
    if (action === 'confirm-login') void once(this, 'flow', () => loggedIn(this));
    if (action === 'request-code') void once(this, 'flow', () => requestCode(this));
    if (action === 'escalate-code') void once(this, 'flow', () => requestCode(this, FOR_TEACHER));
  },

  onWorkedTap(this: HelpPage) {
    void once(this, 'worked', () => loggedIn(this));
  },
};
