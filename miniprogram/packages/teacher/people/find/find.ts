import { cleanLine } from '../../../../domain/text/clean-text';
import { call } from '../../../../asking/call';
import { copyOrSay } from '../../../../services/clipboard';
import { isLargeFont } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { load } from '../../../../loading/load';
import { sayFailure } from '../../../../loading/say-failure';
import { ownState } from '../../../../memory/own-state';
import { knownRulebook, toldRulebook } from '../../../../loading/known-rulebook';
import { loadScope } from '../../scope';
import { BESIDE, BESIDE_HANDLERS, type BesideData } from '../beside';
import { answersIn, toFindView, type FindView } from './view';

/** Nobody types a name in less: only what is typed when the fingers rest is looked for. */
const REST_MS = 300;

/** What an instance remembers besides what it shows. */
interface Own {
  timer: ReturnType<typeof setTimeout> | undefined;
  answers: ReturnType<typeof answersIn> | undefined;
  committee: boolean;
}

const own = ownState<Own>(() => ({ timer: undefined, answers: undefined, committee: false }));

interface Data extends BesideData {
  large: boolean;
  collegeId: string;
  typed: string;
  /** Waiting for what was typed. */
  looking: boolean;
  view: FindView | null;
  error: string;
}

const initial: Data = {
  ...BESIDE,
  large: false,
  collegeId: '',
  typed: '',
  looking: false,
  view: null,
  error: '',
};

/** Finds anybody of the college, or for the committee of the university; and what to answer in a group. */
Page({
  ...BESIDE_HANDLERS,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    const rulebook = knownRulebook();
    own(this).answers = rulebook && answersIn(rulebook);
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '', typed: query.text ?? '' });
    void this.begin();
  },

  onUnload() {
    this.stopWaiting();
    BESIDE_HANDLERS.onUnload.call(this);
  },

  idsListed(): string[] {
    return (this.data.view?.people ?? []).map(({ id }) => id);
  },

  onPersonLeave() {
    this.setData({ opened: '' });
    void this.look();
  },

  stopWaiting() {
    const { timer } = own(this);
    if (timer !== undefined) clearTimeout(timer);
  },

  async begin() {
    own(this).committee = (await loadScope()).committee;
    if (this.data.typed) await this.look();
  },

  onTypeChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.stopWaiting();
    const typed = event.detail.value;
    const looking = cleanLine(typed) !== '';
    this.setData({ typed, looking, error: '', ...(looking ? {} : { view: null }) });
    own(this).timer = setTimeout(() => void this.look(), REST_MS);
  },

  onSubmit() {
    this.stopWaiting();
    void this.look();
  },

  async look() {
    const text = cleanLine(this.data.typed);
    if (text === '') return;
    const { collegeId } = this.data;
    const { answers, committee } = own(this);
    this.setData({ looking: true });
    await load(this, {
      ask: call('teacher', 'findPeople', { text, ...(collegeId ? { collegeId } : {}) }),
      show: (found) => {
        const view = toFindView(found, toldRulebook(), { answers: answers?.(text) ?? [], committee });
        this.setData({ view, looking: false, error: '' });
      },
      fail: (failure) => this.setData({ error: sayFailure(failure), looking: false, view: null }),
    });
  },

  onBranchTap(event: TapEvent<{ id: string; name: string; collegeId: string }>) {
    const { id, name, collegeId } = event.currentTarget.dataset;
    const filter = JSON.stringify({ by: 'branch', branchId: id });
    openPage('teacherPeople', { filter, title: name, collegeId });
  },

  onCopyTap(event: TapEvent<{ text: string }>) {
    void copyOrSay(event.currentTarget.dataset.text);
  },
});
