import type { OutcomeWords, TimeoutOutcome, TimeoutPhase } from '../domain/rules/rulebook/timeouts';

/** The same all year round and towards every receiver. */
export const always = (phase: Pick<TimeoutPhase, 'days' | 'outcome' | 'source'>): readonly TimeoutPhase[] => [
  { from: { month: 1, day: 1 }, until: null, sending: 'any', receiving: 'any', ...phase },
];

/** What a time-out comes to, in words. */
export const OUTCOMES: Readonly<Record<TimeoutOutcome, OutcomeWords>> = {
  accepted: {
    text: '团关系会自动转入你申请的组织',
    short: '没处理会自动转入申请的组织',
    past: '团关系应该已经自动转入你申请的组织',
    pastShort: '应该已自动转入申请的组织',
    toReceiver: '没处理的话，团关系会自动转入你们的团组织。',
  },
  lapsed: {
    text: '申请会自动退回，团关系还在学校，要重新发起',
    short: '没处理会自动退回，要重新发起',
    past: '申请应该已经自动退回，团关系还在学校，要重新发起',
    pastShort: '应该已自动退回，要重新发起',
    toReceiver: '没处理的话，申请会自动退回，毕业生要重新发起。',
  },
  ask: {
    text: '结果以系统里显示的为准',
    short: '没处理，以系统显示为准',
    past: '结果以系统里显示的为准',
    pastShort: '结果以系统显示为准',
    toReceiver: '没处理的话，毕业生的团关系就停在中间，转不走。',
  },
};
