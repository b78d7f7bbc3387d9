import { cloudNow } from '../../memory/cloud-clock';
import { openSystem } from '../../services/open-system';
import { recallOwnTransfer } from '../../services/own-transfer';
import { factsOf, type Facts } from './facts';

/** The newest known facts, for what a tap does; null before the first answer of the cloud. */
export const factsNow = (): Facts | null => {
  const known = recallOwnTransfer();
  return known && factsOf(known.response, cloudNow());
};

/** The system of the person's own rules. */
export const openOwnSystem = (): void => {
  const facts = factsNow();
  if (facts) openSystem(facts.rulebook.system);
};

/** Who else can help, and what to tell them. */
export const showTeacher = (): void => {
  void wx.showModal({
    title: `找${factsNow()?.teacher ?? '学院老师'}`,
    content: '告诉老师你的姓名、团支部，和智慧团建页面上的提示。有截图更快。',
    showCancel: false,
    confirmText: '知道了',
  });
};
