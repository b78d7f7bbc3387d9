import { allocateCredits } from '../../domain/reminding/credits';
import { daysLeft } from '../../domain/rules/deadline';
import { NOTICE_KINDS } from '../../domain/reminding/kinds';
import type { PlannedNotice } from '../../domain/reminding/planned-notice';
import type { ReminderFacts } from './reminders';

type Planned = ReminderFacts['planned'][number];

/** The response names kind and time; the days that rank a reminder follow from the deadline it is about. */
const toNotice = ({ kind, dueAt }: Planned, index: number, facts: ReminderFacts): PlannedNotice[] => {
  const known = NOTICE_KINDS.find((name) => name === kind);
  if (!known) return [];
  const ofSeason = known === 'season-near';
  const deadlineAt = ofSeason ? facts.seasonDeadlineAt : facts.deadlineAt;
  const days = deadlineAt ? { days: daysLeft(deadlineAt, dueAt) } : {};
  return [{ id: String(index), kind: known, audience: 'graduate', dueAt, notAfter: dueAt, ...days }];
};

/** The planned reminders that WeChat can still send with the credits there are. */
export const allocated = (planned: readonly Planned[], facts: ReminderFacts): ReadonlySet<Planned> => {
  const notices = planned.flatMap((one, index) => toNotice(one, index, facts));
  const { funded } = allocateCredits(notices, facts.credits, facts.rulebook);
  return new Set(funded.flatMap(({ id }) => planned[Number(id)] ?? []));
};
