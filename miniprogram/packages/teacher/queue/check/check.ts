import { DESK_RETRY, loadDesk } from '../../../../loading/desk-page';
import { KEY_PAGE } from '../../../../loading/key-page';
import { once } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { ownState } from '../../../../memory/own-state';
import { call } from '../../../../asking/call';
import { copyOrSay, copyQuietly } from '../../../../services/clipboard';
import { isLargeFont } from '../../../../services/display';
import { knownSystem } from '../../../../loading/known-rulebook';
import { openPage } from '../../../../services/navigate';
import type { Result } from '../../../../domain/errors';
import type { Response } from '../../../../contract';
import { hearsKeys, type Key } from '../../../../services/window';
import { decidedOf, decideInParts } from '../decide-in-parts';
import { keepAnswers, readAnswers, type Found } from './answers';
import { answerOfKey, CHOICES, outcomeWords, toCheckView, type CheckView, type Item } from './view';
import type { ItemResult } from '../decide-in-parts';

/** What an instance remembers besides what it shows. */
interface Own {
  items: readonly Item[];
  answers: Map<string, Found>;
  lastId: string;
  /** Whom the batch has approved, with the version that can be taken back. */
  approved: { transferId: string; version: number }[];
}

const own = ownState<Own>(() => ({
  items: [],
  answers: new Map(),
  lastId: '',
  approved: [],
}));

interface Data {
  large: boolean;
  /** What the college works in, by its name. */
  system: string;
  /** The answers name the keys that give them. */
  keyed: boolean;
  view: CheckView | null;
  choices: typeof CHOICES;
  copied: boolean;
  showsYes: boolean;
  /** People on the page who were found; filled when she asks for them. */
  yes: string[];
  outcome: string;
  undone: boolean;
  error: string;
  failed: string;
  busy: string;
}

const initial: Data = {
  large: false,
  system: '',
  keyed: false,
  view: null,
  choices: CHOICES,
  copied: false,
  showsYes: false,
  yes: [],
  outcome: '',
  undone: false,
  error: '',
  failed: '',
  busy: '',
};

/** More pages than a college has of approvals on one day. */
const MOST_PAGES = 20;

/** Everybody who waits for an approval, page after page: the progress counts them all. */
const everybody = async (): Promise<Result<readonly Item[]>> => {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const reply: Result<Response<'teacher', 'checkList'>> = await call(
      'teacher',
      'checkList',
      cursor === null ? {} : { cursor },
    );
    if (!reply.ok) return reply;
    items.push(...reply.data.items);
    cursor = reply.data.next;
    if (cursor === null) break;
  }
  return { ok: true, data: items };
};

Page({
  ...DESK_RETRY,
  ...KEY_PAGE,

  data: initial,

  onLoad() {
    this.setData({ large: isLargeFont(), system: knownSystem(), keyed: hearsKeys() });
    own(this).answers = readAnswers();
    void this.load();
  },

  async load() {
    await loadDesk(this, {
      ask: everybody(),
      isShown: false,
      show: (items) => {
        const mine = own(this);
        mine.items = items;
        // Answers about people who no longer wait are nobody's.
        const waiting = new Set(items.map(({ transferId }) => transferId));
        mine.answers = new Map([...mine.answers].filter(([id]) => waiting.has(id)));
        this.setData({ error: '', outcome: '', undone: false, failed: '' });
        this.show();
      },
    });
  },

  /** 1, 2, 3 answer; backspace changes the last answer. */
  onKey({ name }: Key) {
    const person = this.data.view?.person;
    if (name === 'backspace') return this.onChangeTap();
    const found = answerOfKey(name);
    if (person && found) this.answer(person.transferId, found);
  },

  /** Shows who is next, with the name copied already. */
  show() {
    const { items, answers, lastId } = own(this);
    const before = this.data.view?.person?.transferId;
    const view = toCheckView(items, answers, lastId);
    const isNew = view.person !== null && view.person.transferId !== before;
    this.setData({ view, ...(isNew ? { copied: false } : {}) });
    if (isNew && view.person) void this.copy(view.person.memberName);
  },

  async copy(name: string) {
    const copied = await copyQuietly(name);
    if (this.data.view?.person?.memberName === name) this.setData({ copied });
  },

  onNameTap() {
    const name = this.data.view?.person?.memberName;
    if (name) void this.copy(name);
  },

  onCopyTap(event: TapEvent<{ text: string }>) {
    void copyOrSay(event.currentTarget.dataset.text);
  },

  onAnswerTap(event: TapEvent<{ found: Found }>) {
    const person = this.data.view?.person;
    if (!person) return;
    this.answer(person.transferId, event.currentTarget.dataset.found);
  },

  answer(transferId: string, found: Found) {
    const mine = own(this);
    mine.answers.set(transferId, found);
    mine.lastId = transferId;
    keepAnswers(mine.answers);
    this.show();
  },

  /** Back to the one before: the answer is asked for anew. */
  onChangeTap() {
    const mine = own(this);
    mine.answers.delete(mine.lastId);
    mine.lastId = '';
    keepAnswers(mine.answers);
    this.show();
  },

  onPauseTap() {
    void wx.navigateBack();
  },

  onYesTap() {
    const { items, answers } = own(this);
    const yes = items.filter(({ transferId }) => answers.get(transferId) === 'yes');
    this.setData({
      showsYes: !this.data.showsYes,
      yes: yes.map(({ memberName, studentNumber }) => `${memberName} ${studentNumber}`),
    });
  },

  onApproveTap() {
    void once(this, 'approve', async () => {
      const mine = own(this);
      const items = mine.items
        .filter(({ transferId }) => mine.answers.get(transferId) === 'yes')
        .map(({ transferId, version }) => ({ transferId, version }));
      if (items.length === 0) return;
      const { results, failure } = await decideInParts({ decision: 'approve', seenOnSystem: true, items });
      if (failure && results.length === 0) return this.setData({ failed: sayFailure(failure) });
      this.settled(items, results);
    });
  },

  settled(items: readonly { transferId: string; version: number }[], results: readonly ItemResult[]) {
    const mine = own(this);
    mine.approved = decidedOf(items, results);
    for (const { transferId } of results) mine.answers.delete(transferId);
    keepAnswers(mine.answers);
    this.setData({ outcome: outcomeWords(results), failed: '', undone: false });
  },

  onUndoTap() {
    void once(this, 'undo', async () => {
      const items = own(this).approved;
      const { results, failure } = await decideInParts({ decision: 'undo-approve', items });
      if (failure && results.length === 0) return this.setData({ failed: sayFailure(failure) });
      const left = items.length - results.filter((one) => one.done).length;
      this.setData({
        undone: true,
        outcome: left === 0 ? `${items.length} 人都撤回了` : `${left} 人已经不能撤回了，其余的撤回了`,
      });
    });
  },

  onGoOnTap() {
    void this.load();
  },

  onLeftTap(event: TapEvent<{ id: string }>) {
    openPage('teacherDecision', { transferId: event.currentTarget.dataset.id });
  },

  onQueueTap() {
    void wx.navigateBack();
  },
});
