import { TRANSFER_STATES } from '../../../../../miniprogram/domain/transfer/states';
import { toChangedView } from '../../../../../miniprogram/packages/graduate/changed/view';
import { RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { NOW, homeResponse, transferIn } from '../../../support/home-responses';

const EVERY = RULEBOOKS.flatMap(({ id, ways }) =>
  ways.flatMap((way) =>
    way.routes.flatMap((route) => TRANSFER_STATES.map((state) => [id, way.id, route.id, state] as const)),
  ),
);

const shown = (rulebookId: string, wayId: string, routeId: string, state: (typeof TRANSFER_STATES)[number]) =>
  toChangedView(homeResponse({ transfer: transferIn(state, { rulebookId, wayId, routeId }) }), NOW);

it.each(EVERY)('%s, %s by %s, %s: leads on, or names whom to write to', (...which) => {
  const view = shown(...which);
  expect(view.happens).not.toBe('');
  expect(view.again !== null || (view.letter !== '' && view.letterTo !== '')).toBe(true);
});

it.each([
  ['submitted', '这一次会撤回', true],
  ['refused', '关系还在学校，没有丢', true],
  ['lapsed', '关系还在学校，没有丢', true],
  ['timedOut', '看一眼', true],
  ['recorded', '登记的这一种会结束', true],
  ['accepted', '由那边的团支部办', false],
] as const)('in state %s says %s', (state, words, again) => {
  const view = shown('national-2022', 'employed', 'direct', state);
  expect(view.happens).toContain(words);
  expect(view.again !== null).toBe(again);
});

it('lets nobody start over who cannot revoke: the receiver is asked to send it back', () => {
  const approved = shown('usst-2020', 'employed', 'direct', 'approved');
  expect(approved).toMatchObject({ again: null, first: [], letterTo: '对方' });
  expect(approved.letter).toContain('请在系统里把我的申请退回');
  const revocable = shown('national-2022', 'employed', 'direct', 'approved');
  expect(revocable.first[0]).toContain('点撤回');
  expect(revocable.again?.options.length).toBeGreaterThan(2);
});

it.each([
  ['confidential', 'accepted', '已经办好'],
  ['confidential', 'refused', '被退回'],
  ['employed', 'accepted', '对方已接收'],
  ['employed', 'refused', '对方退回'],
] as const)('who takes the way %s and is %s reads in the tag: %s', (way, state, tag) => {
  expect(shown('usst-2020', way, 'direct', state).tag).toBe(tag);
});
