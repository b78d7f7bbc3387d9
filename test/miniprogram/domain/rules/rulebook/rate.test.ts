/** Which ways the shares count that somebody asks for beside 转接率. */
import { sharesAsked } from '../../../../../miniprogram/domain/rules/rulebook/rate';
import type { RouteRule } from '../../../../../miniprogram/domain/rules/rulebook';
import type { ReceiverKind } from '../../../../../miniprogram/domain/rules/rulebook/ways';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const [route] = national2022.ways.flatMap(({ routes }) => routes).filter(({ receiver }) => receiver);
const routeTo = (kind: ReceiverKind | null): RouteRule => {
  if (!route?.receiver) throw new Error('no route leads to a receiver');
  return { ...route, receiver: kind && { ...route.receiver, kind } };
};
const way = (id: string, ...kinds: (ReceiverKind | null)[]) => ({
  id,
  label: id,
  shortLabel: id,
  routeQuestion: null,
  routes: kinds.map(routeTo),
});

it('counts the ways of which every route leads to the kind asked for, and leaves out those of the other', () => {
  const ways = [
    way('work', 'employer', 'employer'),
    way('study', 'school'),
    way('work-or-home', 'employer', 'home'),
    way('nowhere', null),
    way('without-routes'),
  ];
  const measure = { id: 'share', label: '就业的', meaning: '到单位的比例', source: '通知' } as const;
  const measures = [
    { ...measure, reached: 'employer', without: 'school' },
    { ...measure, reached: 'home', without: 'employer' },
  ] as const;
  expect(sharesAsked({ ways, rate: { ...national2022.rate, measures } })).toEqual([
    { id: 'share', label: '就业的', meaning: '到单位的比例', reached: ['work'], without: ['study'] },
    { id: 'share', label: '就业的', meaning: '到单位的比例', reached: [], without: ['work'] },
  ]);
});
