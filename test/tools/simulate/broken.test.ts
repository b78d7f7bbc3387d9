import { simulate } from '../../../tools/simulate/simulate';
import { BROKEN } from './broken-timers';

it.each(
  BROKEN.map(([fault, rule, seed, breakage, inStep = false]) => ({ fault, rule, seed, breakage, inStep })),
)(
  'notices a timer that $fault: $rule',
  async ({ rule, ...timer }) => {
    const { violations } = await simulate({ ...timer, runs: 60, forMs: 60_000, until: rule });
    expect(violations.map((violation) => violation.rule)).toContain(rule);
  },
  90_000,
);
