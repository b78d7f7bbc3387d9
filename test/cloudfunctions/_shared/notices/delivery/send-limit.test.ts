import { inTurns } from '../../../../../cloudfunctions/_shared/notices/delivery/send-limit';

/** Work that stands still until it is let go. */
const held = () => {
  let letGo = (): void => undefined;
  const done = new Promise<void>((resolve) => (letGo = resolve));
  return { done, letGo };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('sends one person one message after the other, and others meanwhile', async () => {
  const inTurn = inTurns();
  const began: string[] = [];
  const first = held();
  const work = (name: string, until?: Promise<void>) => async () => {
    began.push(name);
    await until;
  };
  const all = [inTurn('a', work('a1', first.done)), inTurn('a', work('a2')), inTurn('b', work('b1'))];
  await settled();
  expect(began).toEqual(['a1', 'b1']);
  first.letGo();
  await Promise.all(all);
  expect(began).toEqual(['a1', 'b1', 'a2']);
});

it('goes on after one that failed', async () => {
  const inTurn = inTurns();
  const failing = inTurn('a', () => Promise.reject(new Error('no answer')));
  const next = inTurn('a', () => Promise.resolve('sent'));
  await expect(failing).rejects.toThrow('no answer');
  expect(await next).toBe('sent');
});
