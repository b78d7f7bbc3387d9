import { pagePath } from '../../../domain/reminding/pages';
import { receivingSystemOf } from '../../../domain/rules/rulebook/system';
import { loadReading } from '../../../loading/reading';
import { cloudNow } from '../../../memory/cloud-clock';
import { factsOf, rulesNamed } from '../../../pages/journey/facts';
import { isLargeFont } from '../../../services/display';
import { recallOwnTransfer } from '../../../services/own-transfer';
import { toForReceiverView, type ForReceiverView, type Sent } from './view';

interface Data {
  large: boolean;
  /** The graduate looks at what they are about to send. */
  mine: boolean;
  view: ForReceiverView | null;
}

const initial: Data = { large: false, mine: false, view: null };

const NOTHING: Sent = { name: '', by: 0, outcome: '', system: '' };

/** What the graduate's own transfer has to say to its receiver, and under which rules. */
const ownSent = (): { sent: Sent; rules: string } | null => {
  const known = recallOwnTransfer();
  if (!known) return null;
  const { transfer, rulebook, route, response } = factsOf(known.response, cloudNow());
  const sent = {
    name: response.member.name,
    by: transfer?.deadlineAt ?? 0,
    outcome: transfer?.clock?.outcome ?? '',
    system: receivingSystemOf(rulebook.system, transfer?.fields.region?.names, route),
  };
  return { sent, rules: rulebook.id };
};

/** Nobody has to sign in to read it: it opens in the receiver's own WeChat, with what the link carries. */
Page({
  data: initial,

  sent: NOTHING,
  rules: '',

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont() });
    if (query.from !== 'graduate') return void this.load();
    const { name = '', outcome = '', system = '', rules = '' } = query;
    this.show({ name, by: Number(query.by ?? 0) || 0, outcome, system }, rules, false);
  },

  /** The graduate's own, known already where they come from 进度. */
  load() {
    const show = () => {
      const own = ownSent();
      this.show(own?.sent ?? NOTHING, own?.rules ?? '', own !== null);
    };
    if (recallOwnTransfer()) return show();
    return loadReading(this, { show, fail: show });
  },

  show(sent: Sent, rules: string, mine: boolean) {
    this.sent = sent;
    this.rules = rules;
    this.setData({ mine, view: toForReceiverView(sent, rulesNamed(rules)) });
  },

  onShareAppMessage() {
    const { name, by, outcome, system } = this.sent;
    const query = { rules: this.rules, name, by: String(by), outcome, system, from: 'graduate' };
    return { title: this.data.view?.title ?? '', path: `/${pagePath('forReceiver', query)}` };
  },
});
