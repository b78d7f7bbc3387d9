import { simulate } from '../../../tools/simulate/simulate';
import { BROKEN } from './broken-timers';

it.each(BROKEN)(
  'notices a timer that %s: %s',
  async (_fault, rule, seed, breakage) => {
    const { violations } = await simulate({
      runs: 60,
      seed,
      breakage,
      until: rule,
      parts: ['remind'],
    });
    expect(violations.map((violation) => violation.rule)).toContain(rule);
  },
  180_000,
);
