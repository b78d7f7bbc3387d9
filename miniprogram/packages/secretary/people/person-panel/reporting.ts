/** What the system shows of a classmate, said by the secretary. */
import { reportQuestion, type Outcome } from '../../../../components/report-dialog/reports';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { own, type PersonPage } from './page';

export const REPORTING = {
  onReportTap(this: PersonPage, event: TapEvent<{ outcome: Outcome }>) {
    const outcome = event.currentTarget.dataset.outcome;
    const { reply } = own(this);
    const rulebook = reply && rulebookOf(reply.rulebookId);
    if (!reply || !rulebook) return;
    // A secretary is not shown where a classmate goes.
    const about = { memberName: reply.person.name, organisation: undefined };
    this.setData({ question: reportQuestion(outcome, about, rulebook), questionError: '' });
  },

  onQuestionClose(this: PersonPage) {
    this.setData({ question: null });
  },

  onQuestionConfirm(
    this: PersonPage,
    event: WechatMiniprogram.CustomEvent<{ outcome: Outcome; reason: string }>,
  ) {
    const { id: memberId } = this.data;
    const version = own(this).reply?.person.transfer?.version;
    if (version === undefined) return;
    const { outcome, reason } = event.detail;
    void once(this, 'report', async () => {
      const said = { memberId, version, outcome, ...(reason ? { reason } : {}) };
      const confirmed = await call('secretary', 'confirmStatus', said);
      if (!confirmed.ok) {
        this.setData({ questionError: sayFailure(confirmed.error) });
        if (confirmed.error.code === 'TRANSFER_VERSION_STALE') await this.load();
        return;
      }
      this.setData({ question: null });
      toast('记下了，本人会收到消息');
      this.triggerEvent('changed');
      await this.load();
    });
  },
};
