/** A day of the transfer in the phone's own calendar. */
import { DAY_MS } from '../domain/calendar/china-time';
import { explainRefusal } from './device-refusal';
import { toast } from './display';

export interface CalendarDay {
  readonly title: string;
  /** What is to be done then. */
  readonly note: string;
  /** Epoch ms. */
  readonly at: number;
}

/** WeChat asks for the calendar once; an older WeChat, or one on a computer, cannot write into it. */
export const addToCalendar = ({ title, note, at }: CalendarDay): void => {
  if (typeof wx.addPhoneCalendar !== 'function') return toast('这里写不进日历，请在手机的微信里点');
  wx.addPhoneCalendar({
    title,
    description: note,
    // WeChat counts in seconds.
    startTime: Math.floor(at / 1000),
    alarm: true,
    alarmOffset: DAY_MS / 1000,
    success: () => toast('放进日历了，前一天会响一次'),
    fail: ({ errMsg }) => explainRefusal('calendar', errMsg),
  });
};
