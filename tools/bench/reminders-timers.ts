/** The two timers that are compared, and the bare sends that both are measured by. */
import sdk from 'wx-server-sdk';
import { inParallel } from '../../cloudfunctions/_shared/kernel/in-parallel';
import { DELIVERY } from '../../cloudfunctions/_shared/kernel/policy';
import type { Ports } from '../../cloudfunctions/_shared/platform/ports';
import type { Notice } from '../../cloudfunctions/_shared/store/records';
import { tick } from '../../cloudfunctions/reminder/tick';
import { remind } from '../../cloudfunctions/_shared/notices/reminders/remind';
import { openRun } from '../../cloudfunctions/_shared/notices/delivery/run';
import { deliverNotices } from '../../cloudfunctions/_shared/notices/delivery/deliver-notices';

export interface Timer {
  /** All that is due, with nothing beside it. */
  readonly run: (ports: Ports) => Promise<void>;
  /** What the platform calls each minute. */
  readonly turn: (ports: Ports) => Promise<unknown>;
  /** Whether somebody has to store for it what will be due. */
  readonly ahead: boolean;
}

const sendOne = (ports: Ports, { _id: noticeId, accountId: openid, template, page, fields }: Notice) =>
  ports.messenger.send({ noticeId, openid, template, page, fields });

/** Derives what is due from who stands where, then sends it. */
export const ours: Timer = {
  ahead: false,
  run: async (ports) => {
    const turn = openRun(ports, ports.clock.now() + DELIVERY.budgetMs);
    await remind(ports, turn, 0);
    await deliverNotices(ports, turn);
  },
  turn: tick,
};

/** As tutorials have it: what is undone, by the default limit; send all; mark each. */
const runTextbook = async (ports: Ports): Promise<void> => {
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

export const textbook: Timer = { ahead: true, run: runTextbook, turn: runTextbook };

export const bareSends = async (ports: Ports, notices: readonly Notice[]): Promise<void> => {
  const jobs = notices.map((notice) => () => sendOne(ports, notice));
  await inParallel(jobs, DELIVERY.parallelSends);
};
