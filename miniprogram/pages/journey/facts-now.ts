import { cloudNow } from '../../memory/cloud-clock';
import { openSystem } from '../../services/open-system';
import { recallOwnTransfer } from '../../services/own-transfer';
import { rulebookIdToRead } from '../../asking/visitor';
import { factsOf, rulesNamed, type Facts } from './facts';

/** The newest known facts, for what a tap does; null before the first answer of the cloud. */
export const factsNow = (): Facts | null => {
  const known = recallOwnTransfer();
  return known && factsOf(known.response, cloudNow());
};

/** What is worked in here, by its name: of the own rules, else of the season's. */
export const systemNow = (): string =>
  (factsNow()?.rulebook ?? rulesNamed(rulebookIdToRead() ?? '')).system.name;

/** The system of the person's own rules. */
export const openOwnSystem = (): void => {
  const facts = factsNow();
  if (facts) openSystem(facts.rulebook.system);
};

/** Who else can help, and what to tell them. */
export const showTeacher = (): void => {
  const facts = factsNow();
  void wx.showModal({
    title: `找${facts?.teacher ?? '学院老师'}`,
    content: `告诉老师你的姓名、团支部，和${systemNow()}页面上的提示。有截图更快。`,
    showCancel: false,
    confirmText: '知道了',
  });
};
