/** Whoever takes the relation in, as the graduate reads of them: where a way names no receiver there is none to speak of. */
import { takerOf, type RouteRule } from '../../domain/rules/rulebook/index';
import type { ShownState } from '../../domain/transfer/shown-state';
import { STATE_WORDS } from '../../domain/words/states';

interface ReceiverWords {
  /** On buttons, and in the tag of the state. */
  readonly accepted: string;
  readonly refused: string;
  readonly tags: Readonly<Partial<Record<ShownState, string>>>;
  /** In sentences. */
  readonly hasAccepted: string;
  readonly hasAcceptedYou: string;
  readonly hasRefused: string;
  /** Over a report that they did: what the system shows. */
  readonly showsAccepted: string;
  readonly isFaster: string;
}

const NAMED: ReceiverWords = {
  accepted: '对方已接收',
  refused: '被对方退回',
  tags: {},
  hasAccepted: '对方已经接收',
  hasAcceptedYou: '对方已经接收你',
  hasRefused: '对方退回了',
  showsAccepted: '显示对方已接收',
  isFaster: '有时对方比学院还快。',
};

const UNNAMED: ReceiverWords = {
  accepted: '已经办好',
  refused: '被退回',
  tags: { accepted: '已经办好', refused: '被退回' },
  hasAccepted: '上级团组织已经办好',
  hasAcceptedYou: '上级团组织已经办好',
  hasRefused: '申请被退回了',
  showsAccepted: '显示已经转好了',
  isFaster: '有时上级比学院还快。',
};

/** Whether nobody but the college knows who takes it in. */
export const isUnnamed = (route: RouteRule | null): boolean => route !== null && takerOf(route) === 'above';

export const receiverWords = (route: RouteRule | null): ReceiverWords => (isUnnamed(route) ? UNNAMED : NAMED);

/** The word of the state, with the actor in it where there is one. */
export const tagWords = (state: ShownState, route: RouteRule | null): string =>
  receiverWords(route).tags[state] ?? STATE_WORDS[state];
