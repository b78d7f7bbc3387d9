import { rulebookOf } from '../../../../miniprogram/rulebooks';
import { measuresOf, missingTo, rateOf } from '../../../../miniprogram/domain/people/rate';
import { sharesAsked } from '../../../../miniprogram/domain/rules/rulebook/rate';

test.each([
  ['everybody counts where nobody is left out', { members: 8, transferred: 6, leftOut: 0 }, [6, 8, 75]],
  ['who is left out stands in neither number', { members: 10, transferred: 6, leftOut: 2 }, [4, 8, 50]],
  ['one decimal, rounded', { members: 3, transferred: 2, leftOut: 0 }, [2, 3, 66.7]],
  ['all of them', { members: 3, transferred: 3, leftOut: 0 }, [3, 3, 100]],
  ['nobody has arrived', { members: 3, transferred: 0, leftOut: 0 }, [0, 3, 0]],
  ['one person counts', { members: 1, transferred: 1, leftOut: 0 }, [1, 1, 100]],
  ['a rate about nobody is 0', { members: 2, transferred: 2, leftOut: 2 }, [0, 0, 0]],
])('转接率: %s', (_case, figures, [transferred, members, percent]) => {
  expect(rateOf(figures)).toEqual({ transferred, members, percent });
});

test.each([
  ['as many as are missing', { members: 100, transferred: 80 }, 95, 15],
  ['a whole person where the share is a part of one', { members: 33, transferred: 0 }, 95, 32],
  ['nobody more on the very number', { members: 100, transferred: 95 }, 95, 0],
  ['nobody more beyond it', { members: 100, transferred: 99 }, 95, 0],
  ['everybody for 100 per cent', { members: 7, transferred: 3 }, 100, 4],
])('to a target: %s', (_case, rate, percent, missing) => {
  expect(missingTo(rate, percent)).toBe(missing);
});

describe('another share beside 转接率', () => {
  const [route] =
    rulebookOf('usst-2020')?.ways.flatMap(({ routes }) => routes.filter(({ receiver }) => receiver)) ?? [];
  if (!route?.receiver) throw new Error('no route to a receiver');
  const { receiver } = route;
  const way = (id: string, ...kinds: (typeof receiver)['kind'][]) => ({
    id,
    label: id,
    shortLabel: id,
    routeQuestion: null,
    routes: kinds.map((kind) => ({ ...route, receiver: { ...receiver, kind } })),
  });
  const measure = {
    id: 'employed',
    label: '转到单位',
    meaning: '不算升学的人里，转到单位的',
    reached: 'employer',
    without: 'school',
    source: '通知',
  } as const;
  const rulebook = {
    ways: [way('job', 'employer'), way('study', 'school'), way('either', 'employer', 'home'), way('none')],
    rate: { targets: [], measures: [measure], source: '通知' },
  };
  const shareOf = (members: number, ...counts: Parameters<typeof measuresOf>[2]) =>
    measuresOf(sharesAsked(rulebook), { members, leftOut: 1 }, counts)[0];

  test('counts who arrived on a way that leads to nothing else, of all who are not on the other', () => {
    const share = shareOf(
      11,
      { wayId: 'job', state: 'accepted', count: 3 },
      { wayId: 'job', state: 'submitted', count: 2 },
      { wayId: 'either', state: 'accepted', count: 1 },
      { wayId: 'none', state: 'accepted', count: 1 },
      { wayId: 'study', state: 'accepted', count: 2 },
      { wayId: 'study', state: 'draft', count: 2 },
    );
    const { id, label, meaning } = measure;
    expect(share).toEqual({ id, label, meaning, transferred: 3, members: 6, percent: 50 });
  });

  test('counts whoever took the other way back among all', () => {
    expect(shareOf(5, { wayId: 'study', state: 'withdrawn', count: 2 })?.members).toBe(4);
  });
});
