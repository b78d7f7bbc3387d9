/** A way out to people. One is a folder here, its name a line in `NOTICE_CHANNELS`, and nothing else knows it. */
import type { Ports } from '../../platform/ports';
import type { Notice, RefusalAlarm } from '../../store/records';
import type { Verdict } from '../delivery/settlement';

export type SomeNotices = readonly [Notice, ...Notice[]];

export interface Channel {
  /** Whether a message spends a consent of its reader: then only who has one is asked. */
  readonly spendsCredits: boolean;
  /** Notices of one name are told by one send. */
  readonly togetherBy: (notice: Notice) => string;
  /** Sends of one name go one after the other. */
  readonly inTurnBy: (notice: Notice) => string;
  /** What is told by it stays within this: the next of its sends is not asked for while it is stopped. */
  readonly stoppedBy: (verdict: Verdict) => 'quota' | 'denied' | undefined;
  /** By what a fault is known that a refusal has shown: one alarm, however many notices met it. */
  readonly faultOf: (
    notice: Notice,
    refusal: { readonly code: number; readonly field: string | null },
  ) => Pick<RefusalAlarm, '_id' | 'collegeId'>;
  readonly send: (ports: Ports, notices: SomeNotices) => Promise<Verdict>;
}
