/** Whoever was let go so late that none of the rulebook's days is left is reminded once, at the next allowed hour. */
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import {
  comingReminders,
  dueReminders,
  type Standing,
} from '../../../../miniprogram/domain/reminding/reminders';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';
import type { Ports } from '../../platform/ports';
import { forCollege, rulebookNamed, type CurrentSeason } from '../../season/season';
import type { Transfer } from '../../store/records';
import { approvedUntil } from './candidates';
import { standingOfTransfer } from './standings';

export interface LateStarts {
  /** One of them is due, or was within this hour. */
  readonly isDue: boolean;
  /** How many days ahead their deadlines are. */
  readonly days: number;
  /** Epoch ms of the next one; `Infinity` where none is to come. */
  readonly nextAt: number;
}

/** Of any transfer: it follows the rules it was begun under, as they are published now. */
export const rulesOfAll = ({ rulebookId }: CurrentSeason) =>
  [...RULEBOOKS.map(({ id }) => id), rulebookId].map(rulebookNamed);

const startedToday = ({ waitingSince }: Transfer, today: number): boolean => chinaDay(waitingSince) === today;

export const nextLateStart = async (ports: Ports, season: CurrentSeason): Promise<LateStarts> => {
  const now = ports.clock.now();
  const today = chinaDay(now);
  const days = Math.max(...rulesOfAll(season).map(({ reminderDays }) => Math.min(...reminderDays)));
  const standings: Standing[] = [];
  for await (const transfers of approvedUntil(ports, today, today + days))
    for (const transfer of transfers.filter((one) => startedToday(one, today)))
      standings.push(standingOfTransfer(transfer, forCollege(season, transfer.collegeId)));
  const coming = standings.flatMap((standing) => comingReminders(standing, now));
  return {
    isDue: standings.some((standing) => dueReminders(standing, now).length > 0),
    days,
    nextAt: Math.min(
      Infinity,
      ...coming.filter(({ kind }) => kind === 'deadline-near').map(({ dueAt }) => dueAt),
    ),
  };
};
