/** What somebody taps on the first page who has not signed in. */
import { declineSignIn, recallWelcome } from '../../asking/visitor';
import { withAnswer } from '../../domain/rules/flow';
import { flowOf } from '../../rulebooks/index';
import { openPage } from '../../services/navigate';
import { keepWayAnswers, readWayAnswers } from '../../services/way-answers';
import { rulesNamed } from '../journey/facts';
import { toPickerView } from '../journey/picker-view';
import type { GuestView } from './guest-view';

/** What a visitor opens from here. */
type GuestPage = 'loginHelp' | 'preFlight' | 'lostCard' | 'ask' | 'privacy';

interface HomePage {
  data: { guest: GuestView | null };
  setData(data: { offers: boolean }): void;
}

export const GUEST_TAPS = {
  /** The first answer is given here; the picker goes on with the next question, or to the way itself. */
  onGuestChoose(this: HomePage, event: WechatMiniprogram.CustomEvent<{ id: string }>): void {
    const flow = flowOf(rulesNamed(recallWelcome()?.rulebookId ?? ''), 'way-picker');
    const answers = withAnswer(flow, readWayAnswers(), this.data.guest?.questionId ?? '', event.detail.id);
    keepWayAnswers(answers);
    const { way } = toPickerView(flow, answers, 1, '');
    if (way) openPage('wayResult', { way: way.wayId, route: way.routeId });
    else openPage('wayPicker', { at: '1' });
  },

  onGuestOpen(event: WechatMiniprogram.CustomEvent<{ page: GuestPage }>): void {
    openPage(event.detail.page);
  },

  onSignIn(): void {
    openPage('signIn');
  },

  onDecline(this: HomePage): void {
    declineSignIn();
    this.setData({ offers: false });
  },
};
