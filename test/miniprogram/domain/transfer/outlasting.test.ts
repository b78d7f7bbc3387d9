import { MAY_OUTLAST, outlastsSeason } from '../../../../miniprogram/domain/transfer/outlasting';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';

type Route = Parameters<typeof outlastsSeason>[1];
const CARD: Route = { keeping: null, offlineSteps: ['card'] };
const PLAIN: Route = { keeping: null, offlineSteps: [] };
const KEPT: Route = { keeping: 'kept', offlineSteps: [] };

test.each<[string, TransferState, string | undefined, Route, boolean]>([
  ['a draft that was only begun', 'draft', 'choose-way', CARD, false],
  ['a draft nothing is known of', 'draft', undefined, CARD, false],
  ['a draft whose day has come', 'draft', 'begin', CARD, true],
  ['a draft after a keeping', 'draft', 'end-keeping', CARD, true],
  ['who arrived and has a step on paper left', 'accepted', 'report-accepted', CARD, true],
  ['who arrived where there is no paper', 'accepted', 'report-accepted', PLAIN, false],
  ['who is kept by the school', 'recorded', 'record', KEPT, true],
  ['who was recorded for good', 'recorded', 'record', PLAIN, false],
])('%s, when the next season opens', (_case, state, lastStep, route, lasts) => {
  expect(outlastsSeason({ state, lastStep }, route)).toBe(lasts);
});

test('everything under way goes on, what is finished or taken back does not', () => {
  const always = TRANSFER_STATES.filter((state) => outlastsSeason({ state, lastStep: undefined }, PLAIN));
  expect(always.sort()).toEqual(
    ['planned', 'submitted', 'returned', 'approved', 'refused', 'timedOut', 'lapsed', 'registered'].sort(),
  );
  expect(TRANSFER_STATES.filter((state) => !MAY_OUTLAST.includes(state)).sort()).toEqual([
    'completed',
    'withdrawn',
  ]);
});
