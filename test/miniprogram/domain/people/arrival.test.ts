import { arrivalIn } from '../../../../miniprogram/domain/people/arrival';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';

const entries = (...steps: string[]) => steps.map((step, at) => ({ step, at }));

test.each<[string, TransferState, string[], number | undefined]>([
  ['by their own word', 'accepted', ['submit', 'approve', 'report-accepted'], 2],
  ['by the list of 智慧团建', 'accepted', ['submit', 'confirm-arrived'], 1],
  ['by the college’s record', 'recorded', ['register', 'record'], 1],
  ['still when something was done on paper since', 'completed', ['submit', 'report-accepted', 'tick'], 1],
  [
    'by the last time, where they had come back',
    'accepted',
    ['confirm-arrived', 'confirm-here', 'confirm-arrived'],
    2,
  ],
  ['not yet', 'approved', ['submit', 'approve'], undefined],
  ['no longer, once the list shows them here', 'approved', ['report-accepted', 'confirm-here'], undefined],
])('arrived %s', (_case, state, steps, at) => {
  expect(arrivalIn({ state, timeline: entries(...steps) })?.at).toBe(at);
});
