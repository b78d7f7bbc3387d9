/**
 * Days on which colleges do not work although the week would have it so, and the other way round.
 *
 * 2027: the statutory days of 《全国年节及纪念日放假办法》 as revised in 2024 (one day at New Year, four at 春节 from its
 * eve, one at 清明, two at 劳动节, one each at 端午 and 中秋, three at 国庆), placed by the lunar calendar. The bridging days
 * and the weekends worked in exchange stand in the State Council's yearly notice, which comes out in the November
 * before: compare with it and add them here.
 */
export interface YearCalendar {
  /** `MM-DD` */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays worked in exchange, `MM-DD`. */
  readonly workedWeekends: readonly string[];
}

export const CALENDARS: Readonly<Record<number, YearCalendar>> = {
  2027: {
    holidays: [
      '01-01',
      '02-05',
      '02-06',
      '02-07',
      '02-08',
      '04-05',
      '05-01',
      '05-02',
      '06-09',
      '09-15',
      '10-01',
      '10-02',
      '10-03',
    ],
    workedWeekends: [],
  },
};
