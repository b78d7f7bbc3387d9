/** The SDK's requests to the database, answered in this process: what they are is the SDK's, only the network is left out. */
import { Db } from '@cloudbase/database';
import type { Answer } from '../emulator/exchange';
import { tracked } from './under-way';

/** Carries out one request of the admin protocol. */
export type Asks = (request: Readonly<Record<string, unknown>>) => Promise<Answer>;

export interface Line {
  /** Where requests go from now on; over the network while there is nowhere. */
  connect(asks: Asks | undefined): void;
  /** Breaks what hangs. */
  letGo(): void;
}

class Failed extends Error {
  constructor(
    readonly code: string | number,
    message: string,
  ) {
    super(message);
  }
}

let asks: Asks | undefined;
/** Milliseconds after which the SDK gives a request up; none until its database is opened. */
let limit: number | undefined;
const hanging = new Set<(error: Error) => void>();

type Requests = new (config: object) => {
  send(action: string, data: object, options?: object): Promise<object>;
};

/** One for all databases of this process, whoever opened them: what a database asks with. */
const inTheSdk = Db as unknown as { reqClass: Requests };
let overNetwork: Requests | undefined;

const InProcess: Requests = class {
  constructor(private readonly config: object) {}

  send(action: string, data: object, options?: object): Promise<object> {
    if (asks && limit !== undefined) return tracked(send(asks, { ...data, action }, limit));
    if (!overNetwork) throw new Error('nobody has opened a database');
    return new overNetwork(this.config).send(action, data, options);
  }
};

const install = (): void => {
  if (limit === undefined || inTheSdk.reqClass === InProcess) return;
  overNetwork = inTheSdk.reqClass;
  inTheSdk.reqClass = InProcess;
};

/** Other tests of this process go over the network. */
const restore = (): void => {
  if (overNetwork && inTheSdk.reqClass === InProcess) inTheSdk.reqClass = overNetwork;
};

export const line: Line = {
  connect: (to) => {
    asks = to;
    if (to) install();
    else restore();
  },
  letGo: () => {
    for (const fail of hanging) fail(new Failed('ECONNRESET', 'socket hang up'));
  },
};

/** Never answered: the SDK gives up, or the connection breaks. */
const hang = (limitMs: number): Promise<never> =>
  new Promise((_resolve, reject) => {
    const fail = (error: Error): void => {
      hanging.delete(fail);
      clearTimeout(timer);
      reject(error);
    };
    const timer = setTimeout(() => fail(new Failed('ESOCKETTIMEDOUT', 'request timeout')), limitMs);
    hanging.add(fail);
  });

/** Whoever waits for it lets everybody else of this process do something first. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const replyOf = (answer: Answer, limitMs: number): Promise<object> | object => {
  if (answer.kind === 'hang') return hang(limitMs);
  if (answer.kind === 'reset') throw new Failed('ECONNRESET', 'socket hang up');
  if (answer.kind === 'stream') throw new Error('the database answers in one piece');
  const { status = 200 } = answer;
  if (status !== 200) throw new Failed(status, `${status} from the database`);
  const reply = (answer.kind === 'json' ? answer.body : JSON.parse(answer.body.toString())) as {
    code?: string;
    message?: string;
  };
  if (reply.code) throw new Failed(reply.code, reply.message ?? '');
  return reply;
};

const send = async (carryOut: Asks, request: Readonly<Record<string, unknown>>, limitMs: number) => {
  // On its way there and back: others who ask at the same time come in between.
  await nextTurn();
  const answer = await carryOut(request);
  await nextTurn();
  return replyOf(answer, limitMs);
};

/**
 * Makes the SDK's database, once opened, send its requests along the line while that leads somewhere; they end as they
 * would over the network: with a reply, a refusal, a broken connection, or at the limit.
 */
export const goInProcess = (limitMs: number): void => {
  limit = limitMs;
  install();
};
