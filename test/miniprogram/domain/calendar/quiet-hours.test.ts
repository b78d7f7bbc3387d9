import { coveringNight } from '../../../../miniprogram/domain/calendar/quiet-hours';
import { checkQuietHours } from '../../../../miniprogram/domain/rules/season-rules';

it('widens any hours until they contain the night, and leaves those alone that do', () => {
  for (let from = 0; from < 24; from += 1)
    for (let to = 0; to < 24; to += 1) {
      const widened = coveringNight({ from, to });
      const day = widened.from - widened.to;
      expect([from, to, day < 6 || checkQuietHours(widened).ok]).toEqual([from, to, true]);
      if (checkQuietHours({ from, to }).ok) expect(widened).toEqual({ from, to });
    }
});
