import type { HelpQuestion } from '../../../domain/rules/questions';
import { rankingOf } from '../../../domain/rules/question-search';
import type { Rulebook } from '../../../domain/rules/rulebook';
import { holdsSecret, withoutSecrets } from '../../../domain/text/secrets';
import { teacherNamed } from '../../../domain/words/teachers';
import { DEFAULT_RULEBOOK_ID } from '../../../rulebooks/index';
import { ownRulebookId, type HomeResponse } from '../../../services/own-transfer';
import { rulesNamed } from '../../../pages/journey/facts';
import { everyAnswer, restsOnRules } from './answers/index';

/** Shown at once; who needs more types a word more. */
const MOST_FOUND = 6;

interface AnswerView {
  readonly id: string;
  readonly question: string;
  readonly open: boolean;
  readonly answer: readonly string[];
  readonly askWhom: string;
  readonly copy: string;
  readonly action: string;
  /** What the answer follows; empty where no rule speaks of it. */
  readonly rule: string;
}

export interface AskView {
  /** Over the list: what it shows. */
  readonly heading: string;
  readonly answers: readonly AnswerView[];
  /** Said to who typed what nobody should know; empty otherwise. */
  readonly warning: string;
  /** Whom to ask instead; null while something was found that surely answers. */
  readonly nobody: { readonly whom: string; readonly letter: string } | null;
}

/** The rules of the person's season; of the shipped default before anybody signed in. */
export const rulesFor = (own: HomeResponse | null): Rulebook =>
  rulesNamed(own ? ownRulebookId(own) : DEFAULT_RULEBOOK_ID);

const withName = (text: string | null, own: HomeResponse | null): string =>
  (text ?? '').split('{name}').join(own?.member.name ?? '＿＿＿');

const answerView = (
  question: HelpQuestion,
  { follows }: Rulebook,
  own: HomeResponse | null,
  open?: string,
): AnswerView => ({
  id: question.id,
  question: question.question,
  open: question.id === open,
  answer: question.answer,
  askWhom: question.askWhom,
  copy: withName(question.copy, own),
  action: question.link?.label ?? '',
  rule: restsOnRules(question) ? follows : '',
});

const WARNING = '身份证号码、密码不用写给任何人，这里也用不上。请删掉它，只写想问的事。';

const headingOf = (isTyped: boolean, found: number, sure: boolean): string => {
  if (!isTyped) return '大家常问';
  if (found === 0) return '';
  return sure ? '最像的在最前面' : '不太确定，看看是不是这些';
};

const nobodyKnows = (typed: string, own: HomeResponse | null): AskView['nobody'] => {
  const me = own ? `我是${own.member.branchName}的${own.member.name}，` : '';
  return {
    whom: own?.member.teacherName ? teacherNamed(own.member.teacherName) : '学院团委老师',
    letter: `老师您好，${me}想问一下：${typed}？谢谢！`,
  };
};

export interface Search {
  readonly questionFor: (id: string) => HelpQuestion | undefined;
  /** `open` is the question whose answer is shown; null leaves it to the search, which opens the best one. */
  readonly view: (typed: string, open: string | null) => AskView;
}

/**
 * Search and view over one rulebook, prepared once.
 * @param own the last known state of the graduate; null before signing in
 */
export const searchIn = (rulebook: Rulebook, own: HomeResponse | null): Search => {
  const questions = everyAnswer(rulebook);
  const rank = rankingOf(questions);
  return {
    questionFor: (id) => questions.find((question) => question.id === id),
    view: (typed, open) => {
      const line = withoutSecrets(typed).trim();
      const isTyped = typed.trim() !== '';
      const ranked = isTyped ? rank(line).slice(0, MOST_FOUND) : [];
      const [best] = ranked;
      const sure = best?.sure === true;
      const found = isTyped ? ranked.map(({ question }) => question) : rulebook.questions;
      const shown = open ?? (sure ? best.question.id : undefined);
      return {
        heading: headingOf(isTyped, found.length, sure),
        answers: found.map((question) => answerView(question, rulebook, own, shown)),
        warning: holdsSecret(typed) ? WARNING : '',
        nobody: !isTyped || sure ? null : nobodyKnows(line.replace(/[？?。]+$/, ''), own),
      };
    },
  };
};
