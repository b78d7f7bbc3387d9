/** The report dialog of home and progress: how it opens, and what becomes of its answer. */
import { toast } from '../../services/display';
import { once } from '../../loading/load';
import { reportOutcome } from '../../asking/transfer-steps';
import { sayFailure } from '../../loading/say-failure';
import { factsNow } from './facts-now';
import { reportQuestion, type Outcome, type ReportQuestion } from './report-words';

interface ReportingPage {
  data: { busy: string };
  setData(data: { busy?: string; question?: null; questionError?: string }): void;
  refresh(): Promise<void>;
  render(): void;
}

/** The dialog stays open with the reason when the cloud refuses. `taken` runs before the page shows the new state. */
export const sendReport = (
  page: ReportingPage,
  { outcome, reason }: { outcome: Outcome; reason: string },
  taken: () => void = () => undefined,
): Promise<void> =>
  once(page, 'report', async () => {
    const reply = await reportOutcome(outcome, reason);
    if (!reply.ok) {
      page.setData({ questionError: sayFailure(reply.error) });
      // Somebody else was faster: what can be reported has changed.
      if (reply.error.code.startsWith('TRANSFER_')) void page.refresh();
      return;
    }
    taken();
    page.setData({ question: null });
    page.render();
    toast(outcome === 'accepted' ? '太好了，记下了' : '记下了，我们一起改好它');
  });

interface AskingPage {
  setData(data: { question: ReportQuestion | null; questionError?: string }): void;
}

export const REPORT_DIALOG = {
  ask(this: AskingPage, outcome: Outcome): void {
    const facts = factsNow();
    if (facts) this.setData({ question: reportQuestion(outcome, facts), questionError: '' });
  },

  onReportClose(this: AskingPage): void {
    this.setData({ question: null });
  },
};
