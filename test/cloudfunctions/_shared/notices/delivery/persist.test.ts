/** What was sent has to be written down, or it is sent again. */
import { persist } from '../../../../../cloudfunctions/_shared/notices/delivery/persist';

/** Fails so often before it is done; counts how often it was tried. */
const failing = (times: number) => {
  const work = jest.fn(async () => {
    if (work.mock.calls.length <= times) throw new Error(`the database is away, ${work.mock.calls.length}`);
    return 'written';
  });
  return work;
};

it.each([0, 1, 2])('is written although the database failed %i times', async (times) => {
  const work = failing(times);
  expect(await persist(work)).toBe('written');
  expect(work).toHaveBeenCalledTimes(times + 1);
});

it('says what failed last where it fails a third time', async () => {
  const work = failing(3);
  await expect(persist(work)).rejects.toThrow('the database is away, 3');
  expect(work).toHaveBeenCalledTimes(3);
});
