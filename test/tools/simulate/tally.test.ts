import { NOTHING, type Report } from '../../../tools/simulate/report';
import { Tally } from '../../../tools/simulate/tally';

const one: Report = {
  ...NOTHING,
  runs: 1,
  rounds: 20,
  messages: 5,
  duplicates: 1,
  races: 3,
  injected: { hang: 2 },
};

const openTally = () => {
  const lines: string[] = [];
  const tally = new Tally(
    { runs: 2000, seed: 7 },
    (line) => lines.push(line),
    () => 25_000,
  );
  return { tally, lines };
};

it('says every fifty schedules how far it is', () => {
  const { tally, lines } = openTally();
  for (let run = 0; run < 49; run += 1) tally.add(one);
  expect(lines).toEqual([]);
  tally.add({ ...one, injected: { reset: 1 } });
  expect(lines).toEqual(['50 of 2000: 1000 rounds, 250 messages, 50 duplicates, 0 violations, 0.50 s each']);
});

it('says a violation at once, and how to see it again', () => {
  const { tally, lines } = openTally();
  tally.add({ ...one, violations: [{ rule: 'quiet hours', seed: 11, detail: 'n-1 at 23:00' }] });
  expect(lines).toEqual([
    'seed 11: quiet hours: n-1 at 23:00 (again: npm run simulate -- --runs 1 --seed 11)',
  ]);
  expect(tally.isClean).toBe(false);
});

it('can be asked at any time for what it has', () => {
  const { tally } = openTally();
  tally.add(one);
  tally.add({ ...one, injected: { hang: 1, reset: 3 } });
  expect(JSON.parse(tally.summary())).toEqual({
    seed: 7,
    asked: 2000,
    seconds: 25,
    runs: 2,
    rounds: 40,
    messages: 10,
    duplicates: 2,
    mayRepeat: 0,
    races: 6,
    injected: { hang: 3, reset: 3 },
    violations: 0,
  });
  expect(tally.isClean).toBe(true);
});
