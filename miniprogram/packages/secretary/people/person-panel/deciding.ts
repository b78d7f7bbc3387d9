/** A classmate's approval: given, taken back for a while, or sent back with a reason. */
import type { Request } from '../../../../contract';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { own, type PersonPage } from './page';

type Decision = Request<'secretary', 'decide'>['decision'];

const DECIDED: Readonly<Record<Decision, string>> = {
  approve: '批准了',
  'undo-approve': '撤回了，还没批',
  return: '退回了，本人会收到原因',
};

const decide = async (page: PersonPage, decision: Decision, reason?: string): Promise<void> => {
  const version = own(page).reply?.person.transfer?.version;
  if (version === undefined) return;
  const { id: memberId } = page.data;
  const said = { memberId, version, decision, ...(reason === undefined ? {} : { reason }) };
  const decided = await call('secretary', 'decide', said);
  if (!decided.ok && decision === 'return') page.setData({ returnError: sayFailure(decided.error) });
  else toast(decided.ok ? DECIDED[decision] : sayFailure(decided.error));
  if (decided.ok) {
    page.setData({ returning: false });
    page.triggerEvent('changed');
  }
  const { id, next } = page.data;
  // A key may have led on to somebody else meanwhile.
  if (id !== memberId) return;
  if (decided.ok && decision !== 'undo-approve' && next) return page.goTo(next);
  await page.load();
};

export const DECIDING = {
  onApproveTap(this: PersonPage) {
    void once(this, 'approve', () => decide(this, 'approve'));
  },

  onUndoTap(this: PersonPage) {
    void once(this, 'undo-approve', () => decide(this, 'undo-approve'));
  },

  onReturnTap(this: PersonPage) {
    this.setData({ returning: true, returnError: '' });
  },

  onReturnClose(this: PersonPage) {
    this.setData({ returning: false });
  },

  onReturnConfirm(this: PersonPage, { detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    void once(this, 'return', () => decide(this, 'return', detail.reason));
  },
};
