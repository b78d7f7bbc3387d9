/** Those whose clock has run out, all at once: what the list of the system shows of them. */
import type { Decided } from '../decide-in-parts';

export type Outcome = 'accepted' | 'returned';

export interface Waiting {
  readonly transferId: string;
  readonly version: number;
  readonly name: string;
  readonly branch: string;
}

/** More names than these nobody reads on a sheet. */
const SHOWN = 30;

const WORDS: Readonly<
  Record<Outcome, { readonly ask: string; readonly text: (system: string) => string; readonly done: string }>
> = {
  accepted: {
    ask: '都转到了',
    text: (system) => `你在${system}的列表里看到他们都转走了。经过里会写“在列表里看到了”，本人会收到消息。`,
    done: '记下转到了',
  },
  returned: {
    ask: '都退回来了',
    text: (system) => `你在${system}里看到对方一直没处理，系统退回来了。本人会收到消息，要重新发起。`,
    done: '记下退回来了',
  },
};

export interface AskView {
  readonly title: string;
  readonly text: string;
  readonly names: readonly string[];
  readonly more: string;
  readonly confirm: string;
}

/** @param system what the college works in, by its name */
export const toAskView = (outcome: Outcome, waiting: readonly Waiting[], system: string): AskView => {
  const { ask, text } = WORDS[outcome];
  const more = waiting.length - SHOWN;
  return {
    title: `${waiting.length} 人${ask}`,
    text: text(system),
    names: waiting.slice(0, SHOWN).map(({ name, branch }) => `${name} ${branch}`),
    more: more > 0 ? `还有 ${more} 人` : '',
    confirm: `${ask} ${waiting.length} 人`,
  };
};

/** What it came to, with what is left in the queue. */
export const outcomeOf = (
  outcome: Outcome,
  total: number,
  { results, failure }: Decided,
): { readonly title: string; readonly text: string } => {
  const done = results.filter((one) => one.done).length;
  const changed = results.length - done;
  const untried = total - results.length;
  const rest = [
    ...(changed > 0 ? [`${changed} 人刚刚有了变化`] : []),
    ...(failure && untried > 0 ? [`${untried} 人还没记，再来一次就行`] : []),
  ];
  return {
    title: `${done} 人${WORDS[outcome].done}`,
    text: rest.length > 0 ? `${rest.join('，')}。都还在待办里，没有丢。` : '点错了的话，今天之内可以撤回。',
  };
};
