import { clockOf, daysRange, startsAtOnce } from '../../../../../miniprogram/domain/rules/rulebook/timeouts';
import { receivingSystemOf } from '../../../../../miniprogram/domain/rules/rulebook/system';
import { receiverClockOf } from '../../../../../miniprogram/domain/rules/deadline';
import { RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { DEADLINES, at } from '../../deadline-table';
import { NATIONAL, PHASED, allYear, clockFrom } from '../../phase-table';

test.each(DEADLINES)('initiated %s with %i days ends %s', (initiated, days, deadline) => {
  expect(clockFrom(at(initiated), [allYear(days)])).toBe(at(deadline));
});

test.each(PHASED)('initiated %s from %s to %s ends %s', (initiated, sending, receiving, deadline) => {
  expect(clockFrom(at(initiated), NATIONAL, sending, receiving)).toBe(at(deadline));
});

test('where nothing is ever forced there is no clock', () => {
  expect(clockFrom(at('2027-06-20T10:00:00+08:00'), [])).toBeNull();
  expect(clockFrom(at('2027-06-20T10:00:00+08:00'), [{ ...allYear(1), days: null }])).toBeNull();
});

test('of two phases that fit, the first holds', () => {
  const both = [allYear(5), allYear(20)];
  expect(clockFrom(at('2027-06-20T10:00:00+08:00'), both)).toBe(at('2027-06-25T10:00:00+08:00'));
});

test('a phase that ended before is asked again next year', () => {
  const spring = [{ ...allYear(3), from: { month: 3, day: 1 }, until: { month: 3, day: 31 } }];
  expect(clockFrom(at('2027-06-20T10:00:00+08:00'), spring)).toBe(at('2028-03-04T00:00:00+08:00'));
});

test('a phase that has not begun forces nothing yet, and ends with the last moment of its last day', () => {
  const autumn = [{ ...allYear(3), from: { month: 9, day: 1 }, until: { month: 9, day: 30 } }];
  expect(clockFrom(at('2027-06-20T10:00:00+08:00'), autumn)).toBe(at('2027-09-04T00:00:00+08:00'));
  const lastMoment = at('2027-10-01T00:00:00+08:00') - 1;
  expect(clockFrom(lastMoment, autumn)).toBe(at('2027-10-04T00:00:00+08:00') - 1);
  expect(clockFrom(lastMoment + 1, autumn)).toBe(at('2028-09-04T00:00:00+08:00'));
});

test('of phases still to come the earliest begins the days, however they are listed', () => {
  const phases = [
    { ...allYear(5), from: { month: 10, day: 1 }, until: null },
    { ...allYear(3), from: { month: 9, day: 1 }, until: { month: 9, day: 30 } },
  ];
  expect(clockFrom(at('2027-06-20T10:00:00+08:00'), phases)).toBe(at('2027-09-04T00:00:00+08:00'));
});

test('days begin at once only where something is forced already', () => {
  const june = at('2027-06-20T10:00:00+08:00');
  const clock = (phases: typeof NATIONAL) =>
    clockOf(phases, { initiatedAt: june, sending: 'zhtj', receiving: 'zhtj' });
  expect(startsAtOnce(clock([allYear(15)])!, june)).toBe(true);
  expect(startsAtOnce(clock(NATIONAL)!, june)).toBe(false);
});

test('the range of days leaves out phases that force nothing', () => {
  expect(daysRange(NATIONAL)).toEqual({ fewest: 10, most: 10 });
  expect(daysRange([allYear(15), allYear(4)])).toEqual({ fewest: 4, most: 15 });
  expect(daysRange([])).toBeNull();
});

describe.each(RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const))('%s', (_, { system }) => {
  test.each([
    [['北京市', '海淀区'], 'beijing'],
    [['广东省', '深圳市'], 'guangdong'],
    [['福建省', '厦门市'], 'fujian'],
    [['上海市', '杨浦区'], 'zhtj'],
    [undefined, system.id],
    [[], system.id],
  ] as const)('a receiver in %j works in %s', (names, id) => {
    expect(receivingSystemOf(system, names, undefined)).toBe(id);
  });
});

test('the region decides which phase holds; a route without a receiver has no clock', () => {
  const [{ system }] = RULEBOOKS as [(typeof RULEBOOKS)[number]];
  const toBeijing = { ...allYear(10), receiving: ['beijing'] };
  const started = { initiatedAt: at('2027-06-20T10:00:00+08:00'), region: ['北京市'] };
  const rules = { system, timeouts: [toBeijing] };
  expect(receiverClockOf(rules, { receiverClock: true }, started)?.days).toBe(10);
  expect(receiverClockOf(rules, { receiverClock: true }, { ...started, region: ['上海市'] })).toBeNull();
  expect(receiverClockOf(rules, { receiverClock: false }, started)).toBeNull();
});
