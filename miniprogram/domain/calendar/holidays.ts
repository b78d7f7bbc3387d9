/**
 * Days on which colleges do not work although the week would have it so, and the other way round: one entry a year,
 * from the State Council's notice of the November before.
 */
export interface YearCalendar {
  /** `MM-DD` */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays worked in exchange, `MM-DD`. */
  readonly workedWeekends: readonly string[];
  readonly source: string;
  /** When it was compared with the source, `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

/** All days of one month from `first` to `last`, `MM-DD`. */
const days = (month: string, first: number, last = first): string[] =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => `${month}-${String(first + index).padStart(2, '0')}`,
  );

/** Days of a year that follow the moon or the sun, `MM-DD`. */
interface Moving {
  /** 除夕 and the three days after it, all that are free by law. */
  readonly springFestival: readonly string[];
  readonly qingming: string;
  readonly duanwu: string;
  readonly midAutumn: string;
}

/**
 * What is free by law alone, until the State Council's notice of the November before is out: without it there are no
 * bridging days and no weekends worked in exchange, so a digest may come on one of them or a day late, never not at all.
 */
const byLaw = ({ springFestival, qingming, duanwu, midAutumn }: Moving, checkedOn: string): YearCalendar => ({
  holidays: [
    ...days('01', 1),
    ...springFestival,
    qingming,
    ...days('05', 1, 2),
    duanwu,
    midAutumn,
    ...days('10', 1, 3),
  ].filter((date, index, all) => all.indexOf(date) === index),
  workedWeekends: [],
  source: '《全国年节及纪念日放假办法》（2024年修订），按农历推算；当年的安排通知发布后要再核对',
  checkedOn,
});

export const CALENDARS: Readonly<Record<number, YearCalendar>> = {
  2026: {
    holidays: [
      ...days('01', 1, 3),
      ...days('02', 15, 23),
      ...days('04', 4, 6),
      ...days('05', 1, 5),
      ...days('06', 19, 21),
      ...days('09', 25, 27),
      ...days('10', 1, 7),
    ],
    workedWeekends: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    source: '《国务院办公厅关于2026年部分节假日安排的通知》，2025年11月4日',
    checkedOn: '2026-11-26',
  },
  2027: byLaw(
    { springFestival: days('02', 5, 8), qingming: '04-05', duanwu: '06-09', midAutumn: '09-15' },
    '2026-11-26',
  ),
  2028: byLaw(
    { springFestival: days('01', 25, 28), qingming: '04-04', duanwu: '05-28', midAutumn: '10-03' },
    '2026-11-29',
  ),
  2029: byLaw(
    { springFestival: days('02', 12, 15), qingming: '04-04', duanwu: '06-16', midAutumn: '09-22' },
    '2026-11-29',
  ),
  // The new moon falls minutes after midnight in China on 3 February: tables made elsewhere have the day before.
  2030: byLaw(
    { springFestival: days('02', 2, 5), qingming: '04-05', duanwu: '06-05', midAutumn: '09-12' },
    '2026-11-29',
  ),
};
