/** Tells the operator which records cannot be read: a line in the log, and an alarm on the teacher's page. */
import { shortHash } from '../kernel/hash';
import { UNREADABLE } from '../kernel/policy';
import type { Log } from '../kernel/ports';
import type { Store } from './ports';
import type { Alarm } from './records';
import { idInLog, type Unreadable } from './records/unreadable';

const alarmOf = ({ collection, id, reason, collegeId }: Unreadable, now: number): Alarm => ({
  _id: `unreadable-${collection}-${shortHash(id)}`,
  recordVersion: 1,
  cause: 'unreadable',
  collection,
  documentId: idInLog({ collection, id }),
  reason,
  collegeId,
  firstAt: now,
  lastAt: now,
});

type Writer = Pick<Store, 'changeAll' | 'insertMissing'>;

/** One that is there says when it was met last. */
const raise = async (store: Writer, alarms: readonly Alarm[], now: number): Promise<void> => {
  const ids = alarms.map(({ _id }) => _id);
  const known = await store.changeAll('alarms', { _id: { in: ids } }, { set: { lastAt: now } });
  if (known < alarms.length) await store.insertMissing('alarms', alarms);
};

interface SetAsideOptions {
  readonly now: () => number;
  readonly log: Log;
  /** When a record was told of last, epoch ms: what a warm instance knows of earlier calls. */
  readonly toldAt?: Map<string, number> | undefined;
}

/**
 * Each record is told of once in a while by a warm instance, however often it is met. A database that fails meanwhile
 * changes nothing for whoever was reading.
 */
export const createSetAside = (
  store: () => Writer,
  { now, log, toldAt = new Map() }: SetAsideOptions,
): Store['setAside'] => {
  const isNews = ({ collection, id, reason }: Unreadable): boolean => {
    const key = `${collection}/${id}/${reason}`;
    if (now() - (toldAt.get(key) ?? -Infinity) < UNREADABLE.tellEveryMs) return false;
    if (toldAt.size >= UNREADABLE.remembered) toldAt.clear();
    toldAt.set(key, now());
    return true;
  };
  return async (found) => {
    const news = found.filter(isNews).slice(0, UNREADABLE.atOnce);
    if (news.length === 0) return;
    for (const { collection, id, reason } of news)
      log('record-unreadable', { collection, id: idInLog({ collection, id }), reason });
    const alarms = news.map((one) => alarmOf(one, now()));
    await raise(store(), alarms, now()).catch(() => undefined);
  };
};
