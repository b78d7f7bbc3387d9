import { allocateCredits } from '../../domain/reminding/credits';
import { daysLeft } from '../../domain/rules/deadline';
import { NOTICE_KINDS } from '../../domain/reminding/kinds';
import type { DueNotice } from '../../domain/reminding/due-notice';
import type { ReminderFacts } from './reminders';

type Coming = ReminderFacts['coming'][number];

/** The response names kind and time; the days that rank a reminder follow from the deadline it is about. */
const toNotice = ({ kind, dueAt }: Coming, index: number, facts: ReminderFacts): DueNotice[] => {
  const known = NOTICE_KINDS.find((name) => name === kind);
  if (!known) return [];
  const ofSeason = known === 'season-near';
  const deadlineAt = ofSeason ? facts.seasonDeadlineAt : facts.deadlineAt;
  const days = deadlineAt ? { days: daysLeft(deadlineAt, dueAt) } : {};
  return [{ id: String(index), kind: known, audience: 'graduate', dueAt, notAfter: dueAt, ...days }];
};

/** The reminders to come that WeChat can still send with the credits there are. */
export const allocated = (coming: readonly Coming[], facts: ReminderFacts): ReadonlySet<Coming> => {
  const notices = coming.flatMap((one, index) => toNotice(one, index, facts));
  const { funded } = allocateCredits(notices, facts.credits, facts.rulebook);
  return new Set(funded.flatMap(({ id }) => coming[Number(id)] ?? []));
};
