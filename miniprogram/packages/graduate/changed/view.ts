/** “我的情况变了”: what happens to the transfer under way, in every state, and the way on. */
import { wayText } from '../../../domain/words/ways';
import { momentOf } from '../../../domain/calendar/china-time';
import { startOf } from '../../../domain/rules/flow';
import { wayOf } from '../../../domain/rules/rulebook/index';
import { stepsFor, type StateOrNone } from '../../../domain/transfer/lifecycle';
import { shownState, type ShownState } from '../../../domain/transfer/shown-state';
import { isUnnamed, tagWords } from '../../../pages/journey/receiver-words';
import { factsOf, type Facts } from '../../../pages/journey/facts';
import { flowOf } from '../../../rulebooks/index';
import type { HomeResponse } from '../../../services/own-transfer';

export interface ChangedView {
  /** The transfer under way: the organisation, else the way; empty while none is. */
  readonly now: string;
  readonly state: ShownState;
  /** The word of the state; of no receiver where the way names none. */
  readonly tag: string;
  /** What becomes of it, in one or two sentences. */
  readonly happens: string;
  /** What has to be done on the system first, one after the other. */
  readonly first: readonly string[];
  /** The first question of the way picker, to go on at once; null where no other way can be taken here. */
  readonly again: {
    readonly id: string;
    readonly question: string;
    readonly options: readonly { readonly id: string; readonly label: string; readonly hint: string }[];
  } | null;
  /** Words to send to somebody who has to act first; empty when nobody has. */
  readonly letter: string;
  readonly letterTo: string;
}

type Said = Pick<ChangedView, 'happens'> & Partial<Pick<ChangedView, 'first' | 'letter' | 'letterTo'>>;

/** Taking back on the system what is under way there. */
const revokeSteps = ({ rulebook: { system } }: Facts): string[] => [
  `登录${system.name}，在转接记录里找到这一条，点撤回`,
  '看到“已撤回”，再在下面按新情况选',
];

const NOT_BEGUN = '还没提交，换一种就行。填过的内容，用得上的都会带过去。';
const ENDED = '上一次已经结束，关系还在学校，没有丢。按新情况选，填过的用得上的都会带过去。';

const running = (facts: Facts): Said => ({
  happens: '这一次会撤回，按新情况重新选。学院会收到消息，不用你再去说。',
  first: revokeSteps(facts),
});

const approved = (facts: Facts): Said => {
  const { transfer, route, circumstances, response, receiver, teacher } = facts;
  if (circumstances.isRevocable) {
    return {
      happens: '这一次会撤回，学院批过的不作数，按新情况重新选。学院会收到消息，不用你再去说。',
      first: revokeSteps(facts),
    };
  }
  const until = transfer?.deadlineAt ? `，最晚等到 ${momentOf(transfer.deadlineAt)}` : '';
  const { name } = response.member;
  return route?.receiver
    ? {
        happens: `学院已经批准，现在撤不回来。请对方退回${until}。退回以后，回到这里重新选。`,
        letterTo: '对方',
        letter: `您好，我是毕业生${name}。我的去向变了，团组织关系不转到“${receiver}”了。请在系统里把我的申请退回，给您添麻烦了，谢谢！`,
      }
    : {
        happens: '学院已经批准，现在撤不回来。先请老师看看能不能停下。',
        letterTo: teacher,
        letter: `老师您好，我是${response.member.branchName}的${name}。我的去向变了，已经批准的那一次能不能停下？谢谢！`,
      };
};

/** Whoever has arrived is moved by the new organisation; who has not, though it says so here, tells the college. */
const arrived = ({ response: { member }, receiver, teacher, route, system }: Facts): Said =>
  route?.handledBy === 'college'
    ? {
        happens: '学院这边已经办完。要换一种去向，请老师重新打开，再回到这里选。',
        letterTo: teacher,
        letter: `老师您好，我是${member.branchName}的${member.name}。我的去向变了，麻烦您把我的转接重新打开，谢谢！`,
      }
    : {
        happens: `${isUnnamed(route) ? '关系已经转走' : `关系已经在“${receiver}”`}，再要转，由那边的团支部办。要是${system}上其实还在学校，告诉${teacher}，老师能改回来。`,
        letterTo: '现在的团支部',
        letter: `您好，我是${member.name}，团组织关系在咱们这里。我的去向变了，需要转出去，请问怎么办？谢谢！`,
      };

const SAID: Readonly<Record<StateOrNone, (facts: Facts) => Said>> = {
  none: () => ({ happens: '还没选过去向，直接选就行。' }),
  planned: () => ({ happens: NOT_BEGUN }),
  draft: () => ({ happens: NOT_BEGUN }),
  submitted: running,
  returned: () => ({ happens: ENDED }),
  approved,
  refused: () => ({ happens: ENDED }),
  timedOut: ({ rulebook }) => ({
    happens: `先登录${rulebook.system.name}看一眼。还在学校，就按新情况选；已经转过去了，由新的团支部再转。`,
  }),
  lapsed: () => ({ happens: ENDED }),
  accepted: arrived,
  registered: () => ({ happens: '学院还没登记。这一次会撤回，按新情况重新选，学院会收到消息。' }),
  recorded: () => ({ happens: '登记的这一种会结束，按新情况重新选，学院会收到消息。' }),
  withdrawn: () => ({ happens: ENDED }),
  completed: arrived,
};

const CHOOSING = ['choose-way', 'change-situation'] as const;

/** Whether the graduate can take another way here and now. */
const canChoose = ({ state, route, circumstances }: Facts): boolean => {
  const steps = stepsFor(state, 'graduate', route ?? undefined, circumstances);
  return CHOOSING.some((step) => steps.includes(step));
};

const underWay = ({ transfer, rulebook, route }: Facts): string => {
  const way = transfer && wayOf(rulebook, transfer.wayId);
  return transfer?.fields.organisation ?? (way && route ? wayText(way, route) : '');
};

export const toChangedView = (response: HomeResponse, now: number): ChangedView => {
  const facts = factsOf(response, now);
  const state = shownState(facts.transfer);
  const { id, question, options } = startOf(flowOf(facts.rulebook, 'way-picker'));
  return {
    now: underWay(facts),
    state,
    tag: tagWords(state, facts.route),
    first: [],
    letter: '',
    letterTo: '',
    ...SAID[facts.state](facts),
    again: canChoose(facts)
      ? { id, question, options: options.map(({ hint = '', ...option }) => ({ ...option, hint })) }
      : null,
  };
};
