import { refusalReasons, type Outcome, type ReportQuestion } from '../../components/report-dialog/reports';
import { isQuestion, replay, type Answers } from '../../domain/rules/flow';
import { NO_REASON } from '../../domain/words/reason';
import { isUnnamed, receiverWords } from './receiver-words';
import type { Facts } from './facts';

export type { Outcome, ReportQuestion };

/** The coach's first answer, when the reported reason is one it offers. */
export const refusalAnswers = ({ rulebook, transfer }: Facts): Answers => {
  const { current } = replay(rulebook.flows['refusal-coach'], {});
  if (!isQuestion(current)) return {};
  const known = current.options.find(({ label }) => label === transfer?.reason);
  return known ? { [current.id]: known.id } : {};
};

const autoAccepted = ({ state, transfer }: Facts): boolean =>
  state === 'timedOut' && transfer?.clock?.outcome === 'accepted';

/** A report is always asked once more, naming the organisation. */
export const reportQuestion = (outcome: Outcome, facts: Facts): ReportQuestion => {
  const { receiver, route, system } = facts;
  if (outcome === 'accepted') {
    return {
      outcome,
      title: `${system}${autoAccepted(facts) ? '显示已经转入了' : receiverWords(route).showsAccepted}？`,
      text: route?.receiver
        ? `你的团关系已经在“${receiver}”。确认后，我们就不再提醒。`
        : '确认后，我们就不再提醒。',
      confirm: '是，已接收',
      presets: [],
    };
  }
  return {
    outcome,
    title: `${system}写的退回原因是什么？`,
    text: '关系还在学校，没有丢。知道原因，改好再交一次就行。',
    confirm: '报告被退回',
    presets: [
      ...(outcome === 'returned' ? ['到期没有处理，自动退回'] : []),
      ...(isUnnamed(route) ? [NO_REASON] : refusalReasons(facts.rulebook)),
    ],
  };
};
