/** For the timer: goes on with erasures that broke off, and takes the last look at those that are done. */
import { MINUTE_MS } from '../../../miniprogram/domain/calendar/china-time';
import { ok } from '../../../miniprogram/domain/errors';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Erasure } from '../store/records';
import { ifReadable } from '../store/records/unreadable';
import { accountsOf, personIn } from './begin-erasure';
import { finishErasure } from './erase-person';
import { ALL_OFFICES, forgetActs } from './forget-name';
import { forgetInAudit, forgetInDigests, goneOf, PAGE, removeFound } from './forget';
import { removePictures } from './uploads';

const LEASE_MS = 2 * MINUTE_MS;
/** Of one turn. */
const MOST = 20;

/** Takes it for this turn; false when another was quicker. */
const takeLease = async ({ store, clock }: Ports, { _id, state, nextAt }: Erasure): Promise<boolean> => {
  const target = { _id: { in: [_id] }, state, nextAt } as const;
  return (await store.changeAll('erasures', target, { set: { nextAt: clock.now() + LEASE_MS } })) > 0;
};

/** The same of one WeChat of theirs, unless somebody has it by now. */
const lookAtAccount = async (
  ports: Ports,
  { accountId, memberId, name }: { accountId: string; memberId: string; name: string },
): Promise<void> => {
  const { store } = ports;
  if (await store.get('accounts', accountId)) return;
  await removeFound(
    ports,
    'notices',
    { accountId },
    async (tx) => (await tx.get('accounts', accountId)) !== undefined,
  );
  await forgetInAudit(ports, { accountId, memberId, name, offices: ALL_OFFICES });
  // What they had just done may have been told by their name after it was forgotten.
  const deeds = await store.find('audits', {
    where: { 'actor.accountId': goneOf(accountId) },
    orderBy: ['order', 'desc'],
    limit: PAGE,
  });
  await forgetActs(ports, deeds, { name, offices: ALL_OFFICES });
};

/**
 * What a call that had begun before the person was gone has written since. Whoever has signed in again meanwhile keeps
 * what is theirs.
 */
const lookOnce = async (ports: Ports, erasure: Erasure): Promise<void> => {
  const { _id: memberId } = erasure;
  const isBack = async (tx: Transaction): Promise<boolean> => {
    const member = await tx.get('members', memberId);
    return member !== undefined && member.accountId !== null;
  };
  await removeFound(ports, 'notices', { aboutId: memberId }, isBack);
  await removeFound(ports, 'pictureChecks', { memberId }, isBack);
  // Of a folder that was never given out: it was noted, and then the person was gone.
  await removeFound(ports, 'uploads', { memberId }, isBack);
  const person = personIn(ports, erasure);
  if (!person) return;
  await removePictures(ports, person.folders);
  await forgetInDigests(ports, person);
  for (const accountId of accountsOf(person))
    await lookAtAccount(ports, { accountId, memberId, name: person.name });
};

const finishOne = async (ports: Ports, erasure: Erasure): Promise<void> => {
  if (!(await takeLease(ports, erasure))) return;
  if (erasure.state === 'erasing') return void (await finishErasure(ports, erasure));
  await lookOnce(ports, erasure);
  await ports.store.transact(async (tx) => {
    const current = await tx.get('erasures', erasure._id);
    // Erased once more meanwhile, it is another's turn.
    if (current?.state === 'settling') tx.remove('erasures', erasure._id);
    return ok(undefined);
  });
};

/** Resolves to how many were looked after. One that meets what nobody can read has its turn again later. */
export const finishErasures = async (ports: Ports): Promise<number> => {
  const { store, clock } = ports;
  const due = await store.find('erasures', {
    where: { nextAt: { lte: clock.now() } },
    orderBy: ['nextAt', 'asc'],
    limit: MOST,
  });
  for (const erasure of due) await ifReadable(finishOne(ports, erasure));
  return due.length;
};
