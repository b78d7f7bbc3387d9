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
  // The notice for 2027 was not out when this was written: without it there are no bridging days and no weekends
  // worked in exchange, so a digest may come on one of them or a day late, never not at all.
  2027: {
    holidays: [
      ...days('01', 1),
      ...days('02', 5, 8),
      ...days('04', 5),
      ...days('05', 1, 2),
      ...days('06', 9),
      ...days('09', 15),
      ...days('10', 1, 3),
    ],
    workedWeekends: [],
    source: '《全国年节及纪念日放假办法》（2024年修订），按农历推算；2027年的安排通知发布后要再核对',
    checkedOn: '2026-11-26',
  },
};
