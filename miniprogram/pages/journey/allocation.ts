import { daysLeft } from '../../domain/deadline';
import type { HomeResponse } from '../../services/own-transfer';
import type { Facts } from './facts';

type Planned = HomeResponse['plannedReminders'][number];

/** The rulebook's rank of a reminder: scarce credits go to the most valuable ones first. */
const rankOf = ({ kind, dueAt }: Planned, { rulebook, transfer }: Facts): number => {
  const name = kind === 'timed-out' ? kind : transfer?.deadlineAt ? daysLeft(transfer.deadlineAt, dueAt) : -1;
  const rank = rulebook.reminderValue.findIndex((value) => value === name);
  return rank < 0 ? rulebook.reminderValue.length : rank;
};

/** The planned reminders that `credits` suffice for. */
export const allocated = (planned: readonly Planned[], credits: number, facts: Facts): ReadonlySet<Planned> =>
  new Set([...planned].sort((one, other) => rankOf(one, facts) - rankOf(other, facts)).slice(0, credits));
