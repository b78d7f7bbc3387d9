/** What a schedule leaves to be judged. */
import {
  readRecord,
  type Account,
  type Alarm,
  type Event,
  type Member,
  type Notice,
  type ResetRequest,
  type Season,
  type Transfer,
} from '../../cloudfunctions/_shared/store/records';
import type { RobotPost } from '../emulator/types';
import type { Cloud } from './cloud';
import type { People } from './people';

/** What the college looked like when a run began or ended: which notices' causes were there, and the season. */
export interface Snapshot {
  readonly transfers: readonly Transfer[];
  readonly requests: readonly ResetRequest[];
  readonly members: readonly Member[];
  /** Epoch ms. */
  readonly at: number;
  /** None while nobody has changed it. */
  readonly season: Season | undefined;
  /** When each notice was due, by its id: made again, it may be due later. */
  readonly dues: ReadonlyMap<string, number>;
  /** When each notice that is still open is to be looked at again, epoch ms. */
  readonly open: readonly number[];
  /** When each event that is held is to be told, epoch ms. */
  readonly held: readonly number[];
  /** Whether each event that is there has been told, by its id. */
  readonly told: ReadonlyMap<string, boolean>;
}

export interface Round {
  readonly from: number;
  readonly until: number;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Ids of the messages WeChat took in it. */
  readonly messageIds: readonly string[];
}

/** As stored, whatever it says. */
export type Ledger = Pick<Account, '_id' | 'credits'>;

export interface Outcome {
  readonly seed: number;
  readonly rounds: readonly Round[];
  readonly notices: readonly Notice[];
  readonly accounts: readonly Ledger[];
  readonly people: People;
  readonly negativeLedger: boolean;
  /** When nothing went wrong any more. */
  readonly healedAt: number;
  /** All that happened. */
  readonly events: readonly Event[];
  /** Faults of ours that were raised. */
  readonly alarms: readonly Alarm[];
  /** Posts to the college's group: when, and what they say. */
  readonly posts: readonly RobotPost[];
  /** Faults put in, by name. */
  readonly injected: Readonly<Record<string, number>>;
}

type Looked =
  | 'accounts'
  | 'branches'
  | 'notices'
  | 'audits'
  | 'alarms'
  | 'transfers'
  | 'resetRequests'
  | 'seasons'
  | 'members'
  | 'wake';

/** All of a collection, read past what goes wrong. */
export const records = async <C extends Looked>(cloud: Cloud, collection: C) =>
  (await cloud.all(collection)).map((data) => readRecord(collection, data));

const isOpen = ({ status }: Notice): boolean => status === 'planned' || status === 'sending';

export const look = async (cloud: Cloud): Promise<Snapshot> => {
  const [season] = await records(cloud, 'seasons');
  const notices = await records(cloud, 'notices');
  const events = await records(cloud, 'audits');
  return {
    transfers: await records(cloud, 'transfers'),
    requests: await records(cloud, 'resetRequests'),
    members: await records(cloud, 'members'),
    at: cloud.clock.at,
    season,
    dues: new Map(notices.map(({ _id, dueAt }) => [_id, dueAt])),
    open: notices.filter(isOpen).map(({ nextAt }) => nextAt),
    held: events.flatMap(({ tellAt }) => tellAt ?? []),
    told: new Map(events.map(({ _id, tellAt }) => [_id, tellAt === null])),
  };
};
