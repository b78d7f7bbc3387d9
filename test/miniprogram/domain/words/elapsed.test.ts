import { inWords, waitedSince } from '../../../../miniprogram/domain/words/elapsed';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('lengths of time in words', () => {
  it.each([
    [0, '1 分钟'],
    [40 * MINUTE, '40 分钟'],
    [HOUR, '1 小时'],
    [26 * HOUR, '26 小时'],
    [48 * HOUR, '2 天'],
  ])('%s ms is “%s”', (ms, text) => expect(inWords(ms)).toBe(text));

  it('does not count the first minute', () => {
    expect(waitedSince(1000, 1000 + MINUTE - 1)).toBe('刚刚');
    expect(waitedSince(1000, 1000 + MINUTE)).toBe('等了 1 分钟');
    expect(waitedSince(30 * HOUR, 32 * HOUR)).toBe('等了 2 小时');
  });
});
