import { fail, ok, type Result } from '../../../../miniprogram/domain/errors';
import type { PlannedNotice } from '../../../../miniprogram/domain/reminding/planned-notice';
import { SYSTEM } from '../../kernel/actor';
import { openOutbox, type CauseFacts } from '../outbox';
import type { Ports } from '../../platform/ports';
import type { Transaction } from '../../store/ports';
import { transferIdOf } from '../../store/record-ids';
import type { Member, Notice, Transfer } from '../../store/records';
import {
  forCollege,
  movesReminders,
  rulebookNamed,
  seasonIn,
  toCurrent,
  type CollegeSeason,
} from '../../season/season';
import { noticeFacts } from '../transfer-facts';
import { isTold } from './plan-anew';
import { plansAnew } from './plans-anew';
import { touchMember } from '../../store/touch-member';

/** What has been told for another day stays in the inbox under another id; so it is also if it was told just now. */
const retire = (tx: Transaction, plan: readonly PlannedNotice[], stored: readonly Notice[]): void => {
  for (const { id, dueAt } of plan) {
    const told = stored.find(({ _id }) => _id === id);
    if (!told || told.dueAt === dueAt || !isTold(told)) continue;
    tx.put('notices', { ...told, _id: `${id}:${told.dueAt}` });
    tx.remove('notices', id);
  }
};

const seasonFacts = ({ name, branchName }: Member, season: CollegeSeason): CauseFacts => ({
  memberName: name,
  branchName,
  seasonDeadlineAt: season.deadlineAt,
  rulebook: rulebookNamed(season.rulebookId),
});

/** Whether the transfer is still where it was when the reminders were planned, or not begun yet as before. */
const isSame = async (tx: Transaction, transferId: string, seen: Transfer | undefined): Promise<boolean> =>
  (await tx.get('transfers', transferId))?.version === seen?.version;

/**
 * Plans a person's reminders anew: those of the season and those of a running receiver clock. Doing it twice changes
 * nothing the second time. `BUSY` while one of them is being sent, or when the season has changed meanwhile.
 */
export const replanPerson = async (
  ports: Ports,
  memberId: string,
  known?: { member: Member; season: CollegeSeason },
): Promise<Result<undefined>> => {
  const member = known?.member ?? (await ports.store.get('members', memberId));
  if (!member || member.accountId === null) return ok(undefined);
  const season = known?.season ?? (await seasonIn(ports, member.collegeId));
  const [plan] = await plansAnew(ports, [{ member, season }]);
  if (!plan) return ok(undefined);
  const { seasonal, timed, cancel, transfer } = plan;
  if (seasonal.length + timed.length + cancel.length === 0) return ok(undefined);
  const outbox = await openOutbox(ports, { ...member, memberId });
  return ports.store.transact(async (tx) => {
    // A step taken meanwhile has planned by the new rules itself.
    if (!(await isSame(tx, transferIdOf(season.id, memberId), transfer))) return ok(undefined);
    // Who is unbound or erased meanwhile is reminded of nothing.
    const bound = await touchMember(tx, memberId);
    if (bound?.accountId !== member.accountId) return bound === undefined ? ok(undefined) : fail('BUSY');
    const moved = [...seasonal, ...timed].map(({ id }) => id);
    const [stored, now] = await Promise.all([
      tx.getMany('notices', [...new Set([...cancel, ...moved])]),
      tx.getMany('seasons', [season.id]),
    ]);
    // A message on its way is neither taken back nor planned beside: its sender first says what became of it.
    if (stored.some(({ status }) => status === 'sending')) return fail('BUSY');
    // Whoever plans by the season as it is now may have been here already.
    if (now.some((one) => movesReminders(season, forCollege(toCurrent(one), member.collegeId))))
      return fail('BUSY');
    retire(tx, seasonal, stored);
    await outbox.put(tx, { plan: [...seasonal], cancel: [...cancel] }, seasonFacts(member, season), SYSTEM);
    if (transfer)
      await outbox.put(tx, { plan: [...timed], cancel: [] }, noticeFacts(transfer, season), SYSTEM);
    return ok(undefined);
  });
};
