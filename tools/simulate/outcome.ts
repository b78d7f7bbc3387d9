/** What a schedule leaves to be judged. */
import {
  readRecord,
  type Account,
  type Alarm,
  type JournalEntry,
  type Member,
  type Notice,
  type ResetRequest,
  type Season,
  type Transfer,
} from '../../cloudfunctions/_shared/store/records';
import type { RobotPost } from '../emulator/wecom/routes';
import type { Cloud } from './cloud';
import type { People } from './people';

/** What the college looked like when a run began or ended: which notices' causes were there, and the season. */
export interface Snapshot {
  readonly transfers: readonly Transfer[];
  readonly requests: readonly ResetRequest[];
  /** None while nobody has changed it. */
  readonly season: Season | undefined;
  /** When each notice was due, by its id: planned anew, it may be due later. */
  readonly dues: ReadonlyMap<string, number>;
}

export interface Round {
  readonly from: number;
  readonly until: number;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Ids of the messages WeChat took in it. */
  readonly messageIds: readonly string[];
}

/** How things stood when all reminders had been planned anew after the last change of the season. */
export interface Replanned {
  readonly at: number;
  readonly college: Snapshot;
  readonly members: readonly Member[];
  readonly notices: readonly Notice[];
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
  /** None where the season stayed as it was, or the timer never got there. */
  readonly replanned: Replanned | undefined;
  /** What transactions left behind and nobody made up for. */
  readonly unfinished: readonly JournalEntry[];
  /** Faults of ours that were raised. */
  readonly alarms: readonly Alarm[];
  /** Posts to the college's group: when, and what they say. */
  readonly posts: readonly RobotPost[];
  /** Faults put in, by name. */
  readonly injected: Readonly<Record<string, number>>;
}

type Looked =
  | 'branches'
  | 'notices'
  | 'journal'
  | 'alarms'
  | 'transfers'
  | 'resetRequests'
  | 'seasons'
  | 'members'
  | 'replans';

/** All of a collection, read past what goes wrong. */
export const records = async <C extends Looked>(cloud: Cloud, collection: C) =>
  (await cloud.all(collection)).map((data) => readRecord(collection, data));

export const look = async (cloud: Cloud): Promise<Snapshot> => {
  const [season] = await records(cloud, 'seasons');
  return {
    transfers: await records(cloud, 'transfers'),
    requests: await records(cloud, 'resetRequests'),
    season,
    dues: new Map((await records(cloud, 'notices')).map(({ _id, dueAt }) => [_id, dueAt])),
  };
};
