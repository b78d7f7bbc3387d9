import { apart } from '../../../../cloudfunctions/_shared/kernel/apart';

/** Doubles all numbers of a part at once, unless one of them breaks it. */
const doubling = (breaks: (one: number) => boolean) => {
  const asked: number[][] = [];
  const done = (items: readonly number[]) =>
    apart<number, number[]>(items, {
      work: async (some) => {
        asked.push([...some]);
        if (some.some(breaks)) throw new TypeError('cannot be doubled');
        return some.map((one) => one * 2);
      },
      isForAll: (error) => !(error instanceof TypeError),
      broken: (one) => [-one],
    });
  return { asked, done };
};

it('does the work once where nothing breaks', async () => {
  const { asked, done } = doubling(() => false);
  expect(await done([1, 2, 3])).toEqual([[2, 4, 6]]);
  expect(asked).toEqual([[1, 2, 3]]);
});

it.each([[[1]], [[3]], [[5]], [[1, 5]], [[2, 3, 4]]])(
  'leaves out %j, and does the others',
  async (broken) => {
    const { done } = doubling((one) => broken.includes(one));
    const results = (await done([1, 2, 3, 4, 5])).flat();
    expect(results).toEqual([1, 2, 3, 4, 5].map((one) => (broken.includes(one) ? -one : one * 2)));
  },
);

it('finds one among many in few looks', async () => {
  const { asked, done } = doubling((one) => one === 77);
  await done(Array.from({ length: 250 }, (_, number) => number));
  expect(asked.length).toBeLessThan(20);
});

it('throws what fails for all alike, and tries nothing again', async () => {
  let tries = 0;
  const failing = apart([1, 2], {
    work: () => {
      tries += 1;
      return Promise.reject(new RangeError('the database is away'));
    },
    isForAll: (error) => error instanceof RangeError,
    broken: () => undefined,
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(tries).toBe(1);
});
