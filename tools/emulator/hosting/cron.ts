/** The platform's timer expressions: `second minute hour day month weekday year`, in China time. */
import { Cron as Croner } from 'croner';

export interface Cron {
  readonly expression: string;
  /** First occurrence strictly after `time` (epoch ms); undefined when there is none. */
  next(time: number): number | undefined;
}

const CHINA_OFFSET_MINUTES = 8 * 60;
/** The cron library knows further signs (`?`, `L`, `#`, `W`) that the platform does not. */
const PLATFORM_FIELD =
  /^(?:[\d*,/-]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|SUN|MON|TUE|WED|THU|FRI|SAT)+$/i;

/**
 * Day of month and weekday are OR-ed when both are restricted, as the platform does.
 * @throws Error when the expression has not seven fields or one of them is not valid.
 */
export function parseCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 7) {
    throw new Error(`timer "${expression}" needs seven fields: second minute hour day month weekday year`);
  }
  const bad = fields.find((field) => !PLATFORM_FIELD.test(field));
  if (bad !== undefined) throw new Error(`timer "${expression}": "${bad}" is not a valid field`);
  const croner = new Croner(fields.join(' '), {
    mode: '7-part',
    utcOffset: CHINA_OFFSET_MINUTES,
    paused: true,
  });
  return { expression, next: (time) => croner.nextRun(new Date(time))?.getTime() };
}
