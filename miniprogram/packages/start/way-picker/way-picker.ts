import { withAnswer, type Answers, type Flow } from '../../../domain/rules/flow';
import { answersOnRoster, askedAgain } from '../../../domain/rules/on-roster';
import { PAGES } from '../../../domain/reminding/pages';
import { flowOf, rulebookOf } from '../../../rulebooks/index';
import { copyText } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { goBack, openPage } from '../../../services/navigate';
import { recallOwnTransfer } from '../../../services/own-transfer';
import { onReach } from '../../../services/reach-person';
import type { HelpPerson } from '../../../domain/words/help-people';
import { teacherNamed } from '../../../domain/words/teachers';
import { isLedAway } from '../../../memory/led-away';
import { loadReading } from '../../../loading/reading';
import { rulebookIdToRead } from '../../../asking/visitor';
import { forgetWayAnswers, keepWayAnswers, readWayAnswers } from '../../../services/way-answers';
import { sayFailure } from '../../../loading/say-failure';
import { collegePeopleFor } from '../../../pages/journey/help-people';
import { UNNAMED, UNNAMED_BRANCH } from '../../../pages/journey/flow-view';
import {
  collegeRequest,
  helpRequest,
  pageAfter,
  takenView,
  toPickerView,
  type AdviceView,
  type QuestionView,
  type TakenView,
} from '../../../pages/journey/picker-view';

const person = () => recallOwnTransfer()?.response;

/** @param rules of a draft that somebody walks through; empty for the reader's own */
const rulebookNow = (rules: string) => rulebookOf(rules || (rulebookIdToRead() ?? ''));

const flowNow = (rules: string): Flow | undefined => {
  const rulebook = rulebookNow(rules);
  return rulebook && flowOf(rulebook, 'way-picker');
};

/** Whom the roster speaks of; rules that are only tried are walked by nobody in particular. */
const walker = (rules: string) => (rules ? undefined : person()?.member);

/** The answers with the roster’s in the place of those that are missing. */
const withRoster = (flow: Flow, answers: Answers, rules: string): Answers => {
  const member = walker(rules);
  return member ? { ...answersOnRoster(flow, member), ...answers } : answers;
};

interface Data {
  large: boolean;
  /** Rules that are only tried, by whoever prepares them. */
  rules: string;
  index: number;
  question: QuestionView | null;
  advice: AdviceView | null;
  /** Whom to call, where an advice leads to the college. */
  people: readonly HelpPerson[];
  /** What the roster answered just before this page. */
  taken: readonly TakenView[];
  secretary: string;
  /** As students call them; empty where nobody is named. */
  teacher: string;
  failure: string;
  loading: boolean;
}

const initial: Data = {
  large: false,
  rules: '',
  index: 0,
  question: null,
  advice: null,
  people: [],
  taken: [],
  secretary: '',
  teacher: '',
  failure: '',
  loading: true,
};

/**
 * One question, or the advice at the end. Each question is a page of its own, so WeChat's back button and its
 * swipe lead to the question before; the answers live in storage and outlast them all.
 */
Page({
  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({
      large: isLargeFont(),
      index: Math.max(0, Number(query.at ?? 0) || 0),
      rules: query.rules ?? '',
    });
  },

  isLeaving: false,

  onShow() {
    this.isLeaving = false;
    if (!this.data.rules && rulebookIdToRead() === null) void this.load();
    else this.render();
  },

  load() {
    return loadReading(this, {
      show: () => this.render(),
      fail: (failure) => {
        if (isLedAway(failure)) return;
        this.setData({ failure: sayFailure(failure), loading: false });
      },
    });
  },

  render() {
    const flow = flowNow(this.data.rules);
    const member = person()?.member;
    if (!flow) {
      this.setData({ failure: '这一季的规则在这个版本里没有，请关掉小程序后重新打开', loading: false });
      return;
    }
    const { rules, index } = this.data;
    const answers = readWayAnswers(rules);
    const walking = walker(rules);
    const ageLimit = rulebookNow(rules)?.ageLimit ?? 0;
    const { question, advice } = toPickerView(flow, answers, index, member?.name ?? UNNAMED, walking);
    this.setData({
      question,
      advice,
      people: advice?.action?.do === 'ask-college' ? collegePeopleFor(person() ?? null) : [],
      taken: walking ? takenView(flow, answers, walking, ageLimit) : [],
      secretary: member?.isSecretary ? '' : (member?.secretaryName ?? ''),
      teacher: member?.teacherName ? teacherNamed(member.teacherName) : '',
      failure: '',
      loading: false,
    });
  },

  onRetry() {
    this.setData({ failure: '', loading: true });
    void this.load();
  },

  /** An answer leads on by itself; a second tap while the next page comes up changes nothing. */
  onChoose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const flow = flowNow(this.data.rules);
    if (!flow || !this.data.question || this.isLeaving) return;
    const { rules, question } = this.data;
    const given = withAnswer(flow, readWayAnswers(rules), question.id, event.detail.id);
    keepWayAnswers(withRoster(flow, given, rules), rules);
    this.isLeaving = true;
    this.goOn(flow);
  },

  /** The roster is wrong: its question is asked after all. */
  onNotSoTap({ currentTarget }: TapEvent<{ question: string }>) {
    const flow = flowNow('');
    if (!flow) return;
    const answers = askedAgain(flow, readWayAnswers(), currentTarget.dataset.question);
    keepWayAnswers(answers);
    this.setData({ index: Object.keys(answers).length });
    this.render();
  },

  /** Whoever came back to an answer and leaves it as it is. */
  onNextTap() {
    const flow = flowNow(this.data.rules);
    if (flow) this.goOn(flow);
  },

  goOn(flow: Flow) {
    const { rules } = this.data;
    const answers = readWayAnswers(rules);
    const at = pageAfter(flow, answers, this.data.index, walker(rules));
    const { way } = toPickerView(flow, answers, at, '');
    const tried: Readonly<Record<string, string>> = rules ? { rules, from: 'draft' } : {};
    if (way) openPage('wayResult', { way: way.wayId, route: way.routeId, ...tried });
    else openPage('wayPicker', { at: String(at), ...tried });
  },

  onBackTap() {
    // Opened in the middle, e.g. after WeChat dropped the pages below: there is no page to go back to.
    const pages = getCurrentPages();
    if (this.data.index > 0 && pages[pages.length - 2]?.route !== PAGES.wayPicker) {
      this.setData({ index: this.data.index - 1 });
      return this.render();
    }
    goBack();
  },

  onAskTap() {
    openPage('ask');
  },

  async onHelpTap() {
    const { question, secretary } = this.data;
    if (question && (await copyText(helpRequest(question.question)))) toast(`复制好了，发给${secretary}就行`);
  },

  async onCopyTap() {
    const copied = await copyText(this.data.advice?.copy ?? '');
    toast(copied ? '复制好了，发给对方就行' : '没能复制，请长按文字自己选');
  },

  onReach,

  onActionTap() {
    const action = this.data.advice?.action?.do;
    if (action === 'copy-text') return void this.onCopyTap();
    if (action === 'ask-college') return void this.askCollege();
    if (action === 'login-help') return openPage('loginHelp');
    this.startOver();
  },

  async askCollege() {
    const { name = UNNAMED, branchName = UNNAMED_BRANCH } = person()?.member ?? {};
    const { advice, teacher } = this.data;
    if (!advice) return;
    const copied = await copyText(collegeRequest(name, branchName, advice.title));
    toast(copied ? `复制好了，补上你的情况，发给${teacher || '学院团委老师'}` : '没能复制，请直接联系老师');
  },

  startOver() {
    forgetWayAnswers(this.data.rules);
    if (this.data.index > 0 && getCurrentPages().length > this.data.index) {
      void wx.navigateBack({ delta: this.data.index });
      return;
    }
    this.setData({ index: 0 });
    this.render();
  },
});
