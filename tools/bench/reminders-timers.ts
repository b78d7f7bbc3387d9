/** The two timers that are compared, and the bare sends that both are measured by. */
import sdk from 'wx-server-sdk';
import { inParallel } from '../../cloudfunctions/_shared/kernel/in-parallel';
import { DELIVERY } from '../../cloudfunctions/_shared/kernel/policy';
import type { Ports } from '../../cloudfunctions/_shared/platform/ports';
import type { Notice } from '../../cloudfunctions/_shared/store/records';
import { deliverNotices } from '../../cloudfunctions/_shared/notices/delivery/deliver-notices';

export type Timer = (ports: Ports) => Promise<void>;

const sendOne = (ports: Ports, { _id: noticeId, accountId: openid, template, page, fields }: Notice) =>
  ports.messenger.send({ noticeId, openid, template, page, fields });

export const ours: Timer = async (ports) => {
  await deliverNotices(ports, ports.clock.now() + DELIVERY.budgetMs);
};

/** As tutorials have it: what is undone, by the default limit; send all; mark each. */
export const textbook: Timer = async (ports) => {
  const db = sdk.database();
  for (;;) {
    const due = { status: 'planned', nextAt: db.command.lte(ports.clock.now()) };
    const { data } = (await db.collection('notices').where(due).get()) as unknown as { data: Notice[] };
    if (data.length === 0) return;
    const jobs = data.map((notice) => async () => {
      await sendOne(ports, notice);
      await db
        .collection('notices')
        .doc(notice._id)
        .update({ data: { status: 'sent' } });
    });
    await inParallel(jobs, DELIVERY.parallelSends);
  }
};

export const bareSends = async (ports: Ports, notices: readonly Notice[]): Promise<void> => {
  const jobs = notices.map((notice) => () => sendOne(ports, notice));
  await inParallel(jobs, DELIVERY.parallelSends);
};
