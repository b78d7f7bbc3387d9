import { nothing } from '../../../memory/empty';
import { openPage } from '../../../services/navigate';
import { recallOwnTransfer } from '../../../services/own-transfer';
import { isGraduate, isVisitor } from '../../../services/session';
import { isCodeWanted } from '../../../asking/wanted-code';
import { factsNow, systemNow } from '../facts-now';
import { loginWords, needsLogin, type LoginWords } from '../login-words';

/** Asked for without a network. */
const UNSENT: LoginWords = { title: '要验证码的求助还没发出去', detail: '连上网络就发，不用再点' };

/** The way to the login help from any page of a graduate, until the end; nothing for who needs no login any more. */
Component({
  data: { row: nothing<LoginWords>() },
  lifetimes: {
    attached() {
      this.render();
    },
  },
  pageLifetimes: {
    show() {
      this.render();
    },
  },
  methods: {
    render() {
      const facts = factsNow();
      // Before the cloud has said how far they are, a graduate may need it.
      const isShown = facts ? needsLogin(facts) : isVisitor() || isGraduate();
      const request = recallOwnTransfer()?.response.resetRequest ?? null;
      const words = isCodeWanted() ? UNSENT : loginWords(request, systemNow());
      this.setData({ row: isShown ? words : null });
    },
    onTap() {
      openPage('loginHelp');
    },
  },
});
