/** What can be changed of questions, answers and other sentences. */
import { isQuestion, type Flow, type FlowId } from '../../flow';
import { THING_MAX } from '../../message-limits';
import type { Rulebook } from '../../rulebook';
import { TIMEOUT_OUTCOMES } from '../../rulebook/timeouts';
import type { Place, PlaceKind } from '../place';
import { COMMITTEE_ALONE, LINE, placesUnder, SENTENCE, SENTENCES } from './making';

const FLOW_TITLES: Readonly<Record<FlowId, string>> = {
  'way-picker': '选去向',
  'pre-flight': '动手前查一查',
  'login-help': '登录不了',
  'refusal-coach': '被退回怎么办',
  timeout: '到期以后',
};

const HINT: PlaceKind = { kind: 'text', max: 60, lines: 'one' };

const flowPlaces = (id: FlowId, { nodes }: Flow, source: string): Place[] =>
  nodes.flatMap((node) => {
    const root = `flows.${id}.nodes.${node.id}`;
    const heading = { group: 'questions', source } as const;
    if (isQuestion(node)) {
      const under = placesUnder(root, { ...heading, about: `${FLOW_TITLES[id]}：${node.question}` });
      return [
        ...under('question', '问题', LINE, node.question),
        ...under('help', '问题下面的一句', HINT, node.help),
        ...node.options.flatMap((option) => [
          ...under(`options.${option.id}.label`, `答案“${option.label}”`, LINE, option.label),
          ...under(`options.${option.id}.hint`, `“${option.label}”下面的一句`, HINT, option.hint),
        ]),
      ];
    }
    const { result } = node;
    if (result.kind === 'way') return [];
    const under = placesUnder(root, { ...heading, about: `${FLOW_TITLES[id]}：${result.title}` });
    return [
      ...under('result.title', '标题', LINE, result.title),
      ...under('result.text', '说明', SENTENCE, result.text),
      ...under('result.steps', '怎么办，一步一句', SENTENCES, result.steps),
      ...under('result.copy', '可以复制的话', SENTENCE, result.copy),
    ];
  });

/** Read off the system's mini-program with 复制链接; only the operator of a school can say it works. */
const systemPlaces = ({ system }: Rulebook): Place[] =>
  system.phoneApp === null
    ? []
    : placesUnder('system.phoneApp', {
        group: 'words',
        about: `${system.name}小程序`,
        source: system.source,
        levels: COMMITTEE_ALONE,
      })('shortLink', '小程序的链接，点“复制链接”得到', LINE, system.phoneApp.shortLink ?? '');

const answerPlaces = ({ questions }: Rulebook): Place[] =>
  questions.flatMap(({ id, question, answer, askWhom, copy, basis }) => {
    const under = placesUnder(`questions.${id}`, { group: 'words', about: question, source: basis });
    return [
      ...under('question', '问题', LINE, question),
      ...under('answer', '回答，一段一句', SENTENCES, answer),
      ...under('askWhom', '拿不准问谁', LINE, askWhom),
      ...under('copy', '可以复制的话', SENTENCE, copy ?? undefined),
    ];
  });

const outcomePlaces = ({ outcomes, source }: Rulebook): Place[] =>
  TIMEOUT_OUTCOMES.flatMap((outcome) => {
    const { text, short, past, pastShort, toReceiver } = outcomes[outcome];
    const inField = { kind: 'text', max: THING_MAX, lines: 'one' } as const;
    const under = placesUnder(`outcomes.${outcome}`, { group: 'words', about: `到期：${short}`, source });
    return [
      ...under('text', '“到期没处理，”后面的话', SENTENCE, text),
      ...under('short', '微信消息里的短话', inField, short),
      ...under('past', '到期以后，“按规则”后面的话', SENTENCE, past),
      ...under('pastShort', '到期以后，微信消息里的短话', inField, pastShort),
      ...under('toReceiver', '发给接收方的话里的一句', SENTENCE, toReceiver),
    ];
  });

export const placesOfQuestions = ({ flows, source }: Rulebook): Place[] =>
  (Object.keys(FLOW_TITLES) as FlowId[]).flatMap((id) => flowPlaces(id, flows[id], source));

export const placesOfWords = (rulebook: Rulebook): Place[] => [
  ...placesUnder('', { group: 'words', about: '团内职务', source: rulebook.source })(
    'postAdvice',
    '有团内职务的怎么转',
    SENTENCE,
    rulebook.postAdvice,
  ),
  ...outcomePlaces(rulebook),
  ...systemPlaces(rulebook),
  ...answerPlaces(rulebook),
];
