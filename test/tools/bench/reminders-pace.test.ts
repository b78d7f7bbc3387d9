import { minutesToSend, slowestSend } from '../../../tools/bench/reminders-pace';

const MANY = { due: 10_000, ownMs: 2 };

it.each([
  [50, 2],
  [300, 5],
  [760, 10],
  [761, 11],
])('ten thousand messages that take %i ms each leave in %i minutes', (sendMs, minutes) => {
  expect(minutesToSend({ ...MANY, sendMs })).toBe(minutes);
});

it('names the slowest send that still keeps the time', () => {
  const sendMs = slowestSend(10, MANY);
  expect(minutesToSend({ ...MANY, sendMs })).toBe(10);
  expect(minutesToSend({ ...MANY, sendMs: sendMs + 1 })).toBe(11);
});
