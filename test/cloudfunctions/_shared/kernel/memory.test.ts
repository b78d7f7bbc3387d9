import { createMemory } from '../../../../cloudfunctions/_shared/kernel/memory';

const MINUTE = 60_000;
let now = 0;
const open = () => createMemory({ now: () => now });

const counter = () => {
  let reads = 0;
  return async (): Promise<number> => (reads += 1);
};

it.each([
  [0, 1],
  [MINUTE - 1, 1],
  [MINUTE, 2],
  // The clock of an instance can be set back.
  [-MINUTE, 2],
])('after %i ms answers with reading number %i', async (later, reading) => {
  const [memory, read] = [open(), counter()];
  now = 0;
  await memory.recall('season', read);
  now = later;
  expect(await memory.recall('season', read)).toBe(reading);
});

it('keeps one thing apart from another', async () => {
  const memory = open();
  expect(await memory.recall('branch a', async () => 'a')).toBe('a');
  expect(await memory.recall('branch b', async () => 'b')).toBe('b');
});

it('asks once for those who ask at the same time', async () => {
  const [memory, read] = [open(), counter()];
  const both = await Promise.all([memory.recall('season', read), memory.recall('season', read)]);
  expect(both).toEqual([1, 1]);
});

it('does not remember that a read failed', async () => {
  const memory = open();
  await expect(memory.recall('season', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await memory.recall('season', async () => 'up')).toBe('up');
});
