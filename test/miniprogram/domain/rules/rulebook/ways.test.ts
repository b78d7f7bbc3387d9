import { routeOf, type RouteRule, type Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import { isOutOfRate } from '../../../../../miniprogram/domain/rules/rulebook/rate';
import {
  asksNothing,
  mayHold,
  takerOf,
  tellReceiverText,
} from '../../../../../miniprogram/domain/rules/rulebook/ways';
import { rulebookOf } from '../../../../../miniprogram/rulebooks';

const route = routeOf(rulebookOf('usst-2020') as Rulebook, 'employed', 'direct') as RouteRule;

test.each([
  ['nothing', { required: [], optional: [] }, true],
  ['one field', { required: ['region'], optional: [] }, false],
  ['one field that may stay empty', { required: [], optional: ['region'] }, false],
  ['one of each', { required: ['region'], optional: ['organisation'] }, false],
] as const)('a route that asks for %s has a form or not', (_what, fields, is) => {
  expect(asksNothing(fields)).toBe(is);
});

test('a submission may hold what the route names, required or not, and nothing else', () => {
  const fields = { required: ['region'], optional: ['organisation'] } as const;
  expect(mayHold(fields, 'region')).toBe(true);
  expect(mayHold(fields, 'organisation')).toBe(true);
  expect(mayHold(fields, 'initiatedAt')).toBe(false);
});

test.each([
  ['the organisation the graduate names', { handledBy: 'graduate', receiver: route.receiver }, 'receiver'],
  ['somebody only the college knows', { handledBy: 'graduate', receiver: null }, 'above'],
  ['the college, which records it', { handledBy: 'college', receiver: null }, 'college'],
  ['the college, also where a place is named', { handledBy: 'college', receiver: route.receiver }, 'college'],
] as const)('a route is brought to its end by %s', (_who, traits, taker) => {
  expect(takerOf(traits)).toBe(taker);
});

test('the message to the receiver is written in the graduate’s name, wherever that stands', () => {
  const guide = { ...route.guide, tellReceiver: '您好，我是{name}。谢谢！{name}' };
  expect(tellReceiverText({ ...route, guide }, '林晚')).toBe('您好，我是林晚。谢谢！林晚');
  expect(tellReceiverText({ ...route, guide: { ...guide, tellReceiver: null } }, '林晚')).toBeNull();
});

test('the rate leaves out a way none of whose routes counts', () => {
  const way = (...counts: boolean[]) => ({
    id: 'way',
    label: '去向',
    shortLabel: '去向',
    routeQuestion: null,
    routes: counts.map((each) => ({ ...route, counts: each })),
  });
  expect([way(true), way(true, false), way(false, false)].map(isOutOfRate)).toEqual([false, false, true]);
});
