/** The contract between the emulator's server and the services behind it. */
/** The emulator's time, real time plus a settable offset, in epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** An expected failure; the server answers HTTP 200 `{ code, message, requestId }`, as CloudBase does. */
export class ProtocolError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface ActionReply {
  data?: unknown;
  /** `database.startTransaction` answers its id beside `data`, not inside it. */
  transactionId?: string;
}

/** One group of admin actions, such as all of `database.*`. */
export interface ActionService {
  readonly actions: readonly string[];
  handle(action: string, request: Readonly<Record<string, unknown>>): Promise<ActionReply>;
  close(): Promise<void>;
}

/** One collection with its indexes: read by the emulator's planner and by deployment alike. */
export interface CollectionSpec {
  readonly name: string;
  readonly indexes: readonly IndexSpec[];
}

export interface IndexSpec {
  readonly name: string;
  readonly unique: boolean;
  readonly keys: readonly { readonly name: string; readonly direction: '1' | '-1' }[];
}

/** A message template as the WeChat console lists it, e.g. field key `thing1`. */
export interface TemplateSpec {
  readonly templateId: string;
  readonly title: string;
  readonly fields: readonly { readonly key: string; readonly label: string }[];
}

export interface EmulatorOptions {
  /** 0 picks a free port. */
  port: number;
  dataDir: string;
  /** Empties `dataDir` first. */
  fresh?: boolean;
  /** Folder of built functions: `<name>/index.js` with `config.json` beside it. */
  functionsDir: string;
  collections: readonly CollectionSpec[];
  templates: readonly TemplateSpec[];
  /** Pages that `subscribeMessage.send` and `getUnlimited` accept; empty accepts every page. */
  pages?: readonly string[];
  /** Environment variables of the functions, as set in the CloudBase console. */
  functionEnv?: Readonly<Record<string, string>>;
  /** The function that each event goes to which WeChat pushes, as set in the console; others go nowhere. */
  pushes?: Readonly<Record<string, string>>;
  /** Reload a function when its built file changes. */
  watch?: boolean;
  /** Fire timers in running time, too (default); otherwise by clock jumps and on demand only. */
  liveTimers?: boolean;
  /** How many calls of one function run at the same time; default 4. */
  instancesPerFunction?: number;
  /** The node that runs the functions; by default the one that runs the emulator. */
  nodePath?: string;
  /** What a plan of CloudBase lets through, such as `SMALL_PLAN`; everything by default. */
  plan?: PlanQuotas;
  /** WeChat's quotas, to be lowered by tests. */
  quotas?: Partial<Quotas>;
  /** Hears of every request of the SDKs when it has been answered; for benches. */
  onAction?: (span: ActionSpan) => void;
  /** Where lines printed by functions and failures of the emulator go; standard error by default. */
  log?: (line: string) => void;
}

/** One request of an SDK, by `performance.now()`. */
export interface ActionSpan {
  readonly action: string;
  /** Of the database. */
  readonly collection?: string | undefined;
  /** The transaction it belongs to. */
  readonly transactionId?: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** What a plan of CloudBase lets through, enforced when asked. */
export interface PlanQuotas {
  /** Requests to the database within any second. */
  readonly databasePerSecond: number;
  /** Requests the database works at. */
  readonly databaseAtOnce: number;
  /** Runs of one function. */
  readonly runsAtOnce: number;
  /** Runs of functions, requests to database and storage together, in a month of China. */
  readonly callsPerMonth: number;
}

/** How often WeChat lets an open API be used. */
export interface Quotas {
  /** Subscribe messages per China day. */
  readonly messagesPerDay: number;
  readonly codesPerMinute: number;
  readonly checksPerMinute: number;
  readonly picturesPerMinute: number;
}

/** What a group robot of 企业微信 wrote. */
export interface RobotPost {
  readonly id: string;
  readonly key: string;
  readonly content: string;
  /** Epoch milliseconds on the emulator's clock. */
  readonly sentAt: number;
}

export interface Emulator {
  readonly url: string;
  readonly adminUrl: string;
  close(): Promise<void>;
}

/** Counters since start or the last reset of counters, for tests and benches. */
export interface CallCounters {
  requests: Record<string, number>;
  documentsRead: number;
  documentsScanned: number;
  bytesIn: number;
  bytesOut: number;
}
