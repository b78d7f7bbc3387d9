/** Faults of ours that WeChat or 企业微信 refused: one record for each fault, however many notices met it. */
import { ok } from '../../../../miniprogram/domain/errors';
import type { Ports } from '../../platform/ports';
import type { Notice, RefusalAlarm } from '../../store/records';
import { CHANNELS } from '../channels';
import type { Judged } from './settle-notices';

type Fault = Omit<RefusalAlarm, 'recordVersion' | 'firstAt' | 'lastAt'>;

const faultOf = ({ notice, verdict }: Judged): Fault | undefined => {
  const { kind, template, channel } = notice;
  const told = { cause: 'refused', channel, kind, template, count: 1 } as const;
  if (verdict.kind === 'denied') {
    const { code } = verdict;
    return { ...told, _id: `denied-${code}`, collegeId: null, code, field: null };
  }
  if (verdict.kind !== 'invalid') return undefined;
  const { code, field = null } = verdict;
  return { ...told, ...CHANNELS[channel].faultOf(notice, { code, field }), code, field };
};

const faultsIn = (judged: readonly Judged[]): Fault[] => {
  const faults = new Map<string, Fault>();
  for (const fault of judged.flatMap((one) => faultOf(one) ?? [])) {
    const { count = 0 } = faults.get(fault._id) ?? {};
    faults.set(fault._id, { ...fault, count: count + 1 });
  }
  return [...faults.values()];
};

/** What a fault of ours keeps from being sent: the operator hears of it, the teacher sees that there is something. */
export const tellBroken = async ({ store }: Ports, notices: readonly Notice[]): Promise<void> => {
  const broken = notices.map(({ _id: id, collegeId }) => ({
    collection: 'notices' as const,
    id,
    reason: 'broken' as const,
    collegeId,
  }));
  // Whatever comes of it, the others of the batch are settled.
  if (broken.length > 0) await store.setAside(broken).catch(() => undefined);
};

/** A sender that dies meanwhile may count a notice twice, never not at all. */
export const raiseAlarms = async (ports: Ports, judged: readonly Judged[]): Promise<void> => {
  const broken = judged.filter(({ verdict }) => verdict.kind === 'broken');
  await tellBroken(
    ports,
    broken.map(({ notice }) => notice),
  );
  for (const fault of faultsIn(judged)) {
    const { channel, kind, code, field, count } = fault;
    ports.log('notice-invalid', { channel, kind, code, field: field ?? 'none', count });
    await ports.store.transact(async (tx) => {
      const stored = await tx.get('alarms', fault._id);
      const before = stored?.cause === 'refused' ? stored : undefined;
      const now = ports.clock.now();
      tx.put('alarms', {
        ...before,
        ...fault,
        recordVersion: 1,
        count: (before?.count ?? 0) + count,
        firstAt: before?.firstAt ?? now,
        lastAt: now,
      });
      return ok(undefined);
    });
  }
};
