import { nothing } from '../../../memory/empty';
import type { AnswerLink } from '../../../domain/rules/questions';
import type { HelpPerson } from '../../../domain/words/help-people';
import { copyText } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { helpPeopleFor } from '../../../pages/journey/help-people';
import { openPage } from '../../../services/navigate';
import { recallOwnTransfer } from '../../../services/own-transfer';
import { onReach } from '../../../services/reach-person';
import { rulesFor, searchIn, type AskView, type Search } from './view';

interface Data {
  large: boolean;
  typed: string;
  view: AskView | null;
  people: readonly HelpPerson[];
}

const initial: Data = {
  large: false,
  typed: '',
  view: null,
  people: [],
};

const follow = (link: AnswerLink): void =>
  link.page === 'guide'
    ? openPage('wayResult', { way: link.wayId, route: link.routeId })
    : openPage(link.page);

/** 问一问: type words, get the answer. Everything is on the phone: no call, no sign-in. */
Page({
  data: initial,

  search: nothing<Search>(),
  open: nothing<string>(),

  onLoad() {
    const own = recallOwnTransfer()?.response ?? null;
    this.search = searchIn(rulesFor(own), own);
    this.setData({ large: isLargeFont(), people: helpPeopleFor(own) });
    this.render();
  },

  render() {
    this.setData({ view: this.search?.view(this.data.typed, this.open) ?? null });
  },

  onReach,

  onType(event: WechatMiniprogram.Input) {
    this.open = null;
    this.setData({ typed: event.detail.value });
    this.render();
  },

  onClearTap() {
    this.open = null;
    this.setData({ typed: '' });
    this.render();
  },

  onQuestionTap({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = currentTarget.dataset;
    const shown = this.data.view?.answers.find(({ open }) => open)?.id;
    this.open = shown === id ? '' : id;
    this.render();
  },

  onLinkTap({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const link = this.search?.questionFor(currentTarget.dataset.id)?.link;
    if (link) follow(link);
  },

  async onCopyTap({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
    toast(
      (await copyText(currentTarget.dataset.text)) ? '复制好了，发给对方就行' : '没能复制，请长按文字自己选',
    );
  },
});
