/** Whoever is gone stands by office, not by name, in what they did for others. */
import { ok } from '../../../miniprogram/domain/errors';
import { chunks } from '../kernel/chunks';
import { inParallel } from '../kernel/in-parallel';
import { byOffice } from '../resets/by-office';
import { RivalsWithoutEnd } from '../store/database-errors';
import type { HasStore, Transaction } from '../store/ports';
import type { Notice, RecordOf, ResetRequest, Transfer } from '../store/records';
import { readEntry } from '../store/records/timeline';

/** What the histories of others say in place of a name. */
const OFFICES = { secretary: '团支书', teacher: '学院团委老师', committee: '校团委' } as const;
export type Office = keyof typeof OFFICES;
export const ALL_OFFICES = Object.keys(OFFICES) as Office[];

const isOffice = (role: string): role is Office => Object.hasOwn(OFFICES, role);

type Act = RecordOf<'audits'>;

const PER_TRANSACTION = 20;
const PARALLEL = 5;
/** One branch's requests, and one person's notices: fewer than this. */
const MOST = 1000;

const inHistory = (transfer: Transfer, acts: readonly Act[], name: string): Transfer => ({
  ...transfer,
  timeline: transfer.timeline.map((stored) => {
    const entry = readEntry(stored);
    if (!entry) return stored;
    const { role } = entry.by;
    const isTheirs = acts.some(
      (act) =>
        act.subjectId === transfer._id &&
        act.actor.role === role &&
        (act.at === entry.at || entry.by.name === name),
    );
    return isTheirs && isOffice(role) ? { ...(stored as object), by: { role, name: OFFICES[role] } } : stored;
  }),
});

const isHandledBy = ({ handler, issuedAt }: ResetRequest, name: string, acts: readonly Act[]): boolean =>
  handler.name === name || acts.some(({ actor, at }) => actor.role === handler.role && at === issuedAt);

/** The notice with the name replaced wherever a reader sees it. */
const withoutName = (notice: Notice, name: string, instead: string): Notice => {
  const without = (text: string): string => text.replaceAll(name, instead);
  const fields = Object.entries(notice.fields).map(([key, value]) => [key, without(value)]);
  return {
    ...notice,
    title: without(notice.title),
    text: without(notice.text),
    fields: Object.fromEntries(fields) as Notice['fields'],
  };
};

const isNaming = ({ title, text, fields }: Notice, name: string): boolean =>
  JSON.stringify([title, text, fields]).includes(name);

/** Throws where rivals do not end: whoever passed over them would leave a name behind that nothing leads to any more. */
export const insist = async (
  { store }: HasStore,
  work: (tx: Transaction) => Promise<void>,
): Promise<void> => {
  const done = await store.transact(async (tx) => ok(await work(tx)));
  if (!done.ok) throw new RivalsWithoutEnd('a name could not be taken out');
};

/** Replaces a name in stored notices. */
export const renameInNotices = async (
  ports: HasStore,
  notices: readonly Notice[],
  { name, instead }: { name: string; instead: string },
): Promise<void> => {
  const naming = notices.filter((notice) => isNaming(notice, name));
  for (const some of chunks(naming, PER_TRANSACTION)) {
    await insist(ports, async (tx) => {
      const ids = some.map(({ _id }) => _id);
      for (const notice of await tx.getMany('notices', ids))
        tx.put('notices', withoutName(notice, name, instead));
    });
  }
};

const renameInRecords = async (ports: HasStore, acts: readonly Act[], name: string): Promise<void> => {
  const idsOf = (prefix: string) => [
    ...new Set(acts.map(({ subjectId }) => subjectId).filter((id) => id.startsWith(prefix))),
  ];
  for (const ids of chunks(idsOf('t-'), PER_TRANSACTION))
    await insist(ports, async (tx) => {
      for (const transfer of await tx.getMany('transfers', ids))
        tx.put('transfers', inHistory(transfer, acts, name));
    });
  for (const ids of chunks(idsOf('r-'), PER_TRANSACTION))
    await insist(ports, async (tx) => {
      for (const request of await tx.getMany('resetRequests', ids)) {
        const own = acts.filter(({ subjectId }) => subjectId === request._id);
        if (isHandledBy(request, name, own)) tx.put('resetRequests', byOffice(request));
      }
    });
};

/**
 * Takes the name of somebody out of everything their acts in an office have left it on: histories, requests for a code
 * and what those concerned were told. The audit leads there.
 */
export const forgetActs = async (
  ports: HasStore,
  audits: readonly Act[],
  { name, offices }: { readonly name: string; readonly offices: readonly Office[] },
): Promise<void> => {
  const { store } = ports;
  const acts = audits.filter(({ actor }) => isOffice(actor.role) && offices.includes(actor.role));
  const office = acts[0]?.actor.role;
  if (office === undefined || !isOffice(office)) return;
  await renameInRecords(ports, acts, name);
  const concerned = [...new Set(acts.flatMap(({ memberId }) => memberId ?? []))];
  const jobs = concerned.map((aboutId) => async () => {
    const told = await store.find('notices', {
      where: { aboutId },
      orderBy: ['dueAt', 'desc'],
      limit: MOST,
    });
    await renameInNotices(ports, told, { name, instead: OFFICES[office] });
  });
  await inParallel(jobs, PARALLEL);
};

/** Requests that name a secretary as who will answer, though they never did. */
export const forgetHandler = async (
  ports: HasStore,
  { name, branchId }: { readonly name: string; readonly branchId: string },
): Promise<void> => {
  const requests = await ports.store.find('resetRequests', { where: { branchId }, limit: MOST });
  const named = requests.filter(({ handler }) => handler.role === 'secretary' && handler.name === name);
  for (const some of chunks(named, PER_TRANSACTION)) {
    const ids = some.map(({ _id }) => _id);
    await insist(ports, async (tx) => {
      for (const request of await tx.getMany('resetRequests', ids))
        if (request.handler.name === name) tx.put('resetRequests', byOffice(request));
    });
  }
};
