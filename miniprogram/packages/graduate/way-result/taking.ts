/** Taking the way that is shown, and going on from there to the form. */
import { loadOwnTransfer } from '../../../asking/ask-own-transfer';
import { call } from '../../../asking/call';
import { beginPlanned } from '../../../asking/transfer-steps';
import { pagePath } from '../../../domain/reminding/pages';
import { isCleared } from '../../../domain/rules/pre-flight';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { keepGivenFolder } from '../../../memory/given-folder';
import { rulebookOf } from '../../../rulebooks/index';
import { openPage } from '../../../services/navigate';
import { changeOwnTransfer, recallOwnTransfer } from '../../../services/own-transfer';
import { forgetReceiver, readPreFlight } from '../../../services/pre-flight-answers';
import { keepReceivers } from '../form/ask-receivers';
import { answersSoFar } from '../pre-flight/view';
import type { WayPage } from './page';
import { takingStep } from './view';

/** Before the form comes what could stop the transfer, as far as neither the roster nor the person has said it. */
const openForm = ({ data: { rulebookId, view } }: WayPage): void => {
  const home = recallOwnTransfer()?.response;
  const check = rulebookOf(rulebookId)?.flows['pre-flight'];
  const given = readPreFlight();
  const answers = home && check ? answersSoFar(check, home, given) : given;
  const isClear = !check || view?.byCollege || isCleared(check, answers);
  void wx.redirectTo({
    url: `/${isClear ? pagePath('form') : pagePath('preFlight', { then: 'form' })}`,
  });
};

/** As a change of the running transfer, or as the first choice. */
const ask = ({ data: { wayId, routeId, rulebookId } }: WayPage) => {
  const home = recallOwnTransfer()?.response;
  const { transfer, season } = home ?? {};
  const rulebook = rulebookOf(rulebookId);
  const shown = { version: transfer?.version ?? null, ...(season ? { seasonId: season.id } : {}) };
  const asked = { wayId, routeId, ...shown };
  const isChange = home && rulebook && takingStep(home, rulebook) === 'change-situation';
  return isChange ? call('graduate', 'changeSituation', asked) : call('graduate', 'chooseWay', asked);
};

const take = async (page: WayPage): Promise<void> => {
  if (!page.data.wayId) return;
  page.setData({ problem: '' });
  const reply = await ask(page);
  if (!reply.ok) {
    page.setData({ problem: sayFailure(reply.error) });
    if (reply.error.code.startsWith('TRANSFER_')) page.show(await loadOwnTransfer());
    return;
  }
  const { transfer: taken, folder, receivers } = reply.data;
  changeOwnTransfer({ transfer: taken });
  keepGivenFolder(taken.id, folder);
  if (receivers) keepReceivers(receivers);
  forgetReceiver();
  // A way whose window has not opened is a plan: there is nothing to fill in yet.
  if (taken.state === 'planned') openPage('home');
  else openForm(page);
};

/** A planned way is begun before its time, because the person wants to. */
const begin = async (page: WayPage): Promise<void> => {
  const reply = await beginPlanned();
  if (reply.ok) openForm(page);
  else page.setData({ problem: sayFailure(reply.error) });
};

export const TAKING = {
  onTakeTap(this: WayPage) {
    const isPlanned = recallOwnTransfer()?.response.transfer?.state === 'planned';
    if (this.data.view?.chosen && !isPlanned) return openForm(this);
    return once(this, 'take', () => (this.data.view?.chosen ? begin(this) : take(this)));
  },
};
