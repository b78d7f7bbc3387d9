import { atChinaTime, chinaParts, formatChina } from './china-time';
import { CALENDARS } from './holidays';

const SATURDAY = 6;
const SUNDAY = 0;

/** Whether colleges work on a China day (number since 1970-01-01); without the year's calendar Monday to Friday. */
export const isWorkingDay = (day: number): boolean => {
  const at = atChinaTime(day, 0, 0);
  const { year, weekday } = chinaParts(at);
  const date = formatChina(at, 'MM-DD');
  const calendar = CALENDARS[year];
  if (calendar?.holidays.includes(date)) return false;
  if (calendar?.workedWeekends.includes(date)) return true;
  return weekday !== SATURDAY && weekday !== SUNDAY;
};
