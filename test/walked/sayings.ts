/** What may not be read in a state: whom it would blame, what it would promise. */
import type { Response } from '../../miniprogram/contract';
import { shownState, type ShownState } from '../../miniprogram/domain/transfer/shown-state';
import { routeOf } from '../../miniprogram/domain/rules/rulebook';
import { toChangedView } from '../../miniprogram/packages/graduate/changed/view';
import { toHomeView } from '../../miniprogram/pages/home/view';
import { toTrackView } from '../../miniprogram/pages/track/view';
import { ownRulebookId } from '../../miniprogram/services/own-transfer';
import { bookOf } from './walk';

type Home = Response<'graduate', 'home'>;

/** Every word of an object of a page, ids and all: none of them may say what is not so. */
const wordsIn = (shown: unknown): string[] => {
  if (typeof shown === 'string') return [shown];
  return typeof shown === 'object' && shown !== null ? Object.values(shown).flatMap(wordsIn) : [];
};

/** Home, progress and “我的情况变了”, without what tells of earlier days: the history, past attempts, the last message. */
export const readsOf = (home: Home): string => {
  const { history: _history, attempts: _attempts, ...track } = toTrackView(home, home.now, null);
  const { notice: _notice, ...shown } = toHomeView(home, home.now);
  return wordsIn([shown, track, toChangedView(home, home.now)]).join('\n');
};

const THE_RECEIVER = /对方(一直|还)?没有?(处理|接收)|对方退回了/;
const THE_COLLEGE = /学院退回|学院还没批/;
const THE_SECRETARY = /团支书退回|团支书还没批/;
const DONE = /都好了|全部办完|你这边没有要办的了/;
const ARRIVED = /已经接收你|对方已经接收/;

/** Who is not to blame, and what is not true yet. */
const WRONG: Readonly<Record<ShownState, readonly RegExp[]>> = {
  none: [THE_RECEIVER, THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  planned: [THE_RECEIVER, THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  draft: [THE_RECEIVER, THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  'with-secretary': [THE_RECEIVER, THE_COLLEGE, DONE, ARRIVED],
  submitted: [THE_RECEIVER, THE_SECRETARY, DONE, ARRIVED],
  returned: [THE_RECEIVER, THE_SECRETARY, DONE, ARRIVED],
  'returned-by-secretary': [THE_RECEIVER, THE_COLLEGE, DONE, ARRIVED],
  approved: [THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  'approved-by-secretary': [THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  refused: [THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  timedOut: [THE_RECEIVER, THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  lapsed: [/对方退回了/, THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  'lapsed-at-school': [THE_RECEIVER, THE_SECRETARY, DONE, ARRIVED],
  accepted: [THE_RECEIVER, THE_COLLEGE, THE_SECRETARY, DONE],
  registered: [THE_RECEIVER, THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  recorded: [THE_RECEIVER, THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  withdrawn: [THE_RECEIVER, THE_COLLEGE, THE_SECRETARY, DONE, ARRIVED],
  closed: [THE_RECEIVER, THE_SECRETARY, DONE, ARRIVED],
  completed: [THE_RECEIVER, THE_COLLEGE, THE_SECRETARY],
};

/** Of somebody whose employer is nobody's business, there is no receiver to speak of. */
const OF_A_RECEIVER = /对方|接收方|所在地/;

/** What the pages tell of earlier days: of those the words of today need not be true. */
export const earlierIn = (home: Home): string[] => {
  const { history, attempts } = toTrackView(home, home.now, null);
  const told = attempts.map(({ tag: _tag, ...attempt }) => attempt);
  return wordsIn([history, told, toHomeView(home, home.now).notice]);
};

/** How past attempts ended, each said once beside the attempt: said twice, it is said of today. */
export const endsIn = (home: Home): string[] => {
  const past = new Set(home.transfer?.past.map(({ attempt }) => attempt));
  const { attempts } = toTrackView(home, home.now, null);
  return attempts.flatMap(({ attempt, tag }) => (past.has(attempt) ? [tag] : []));
};

/** Each of these sentences that must not stand there now; empty when all is well. */
export const wrongAmong = (home: Home, said: readonly string[]): string[] => {
  const read = said.join('\n');
  const { transfer } = home;
  const found = (pattern: RegExp): string[] => read.split('\n').filter((line) => pattern.test(line));
  const book = bookOf(ownRulebookId(home));
  const route = transfer ? routeOf(book, transfer.wayId, transfer.routeId) : undefined;
  const promises = Object.entries(book.outcomes).flatMap(([outcome, { text }]) =>
    transfer?.clock && transfer.clock.outcome !== outcome && read.includes(text) ? [text] : [],
  );
  return [
    ...WRONG[shownState(transfer)].flatMap(found),
    ...(route?.handledBy === 'graduate' && !route.receiver ? found(OF_A_RECEIVER) : []),
    ...promises,
  ];
};

/** The same of what the pages are made from, and of the messages of that moment. */
export const wrongIn = (home: Home, messages: readonly string[]): string[] =>
  wrongAmong(home, [readsOf(home), ...messages]);
