import { missingTo, rateOf } from '../../../../miniprogram/domain/people/rate';

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
