/** Tencent Cloud's API as far as its library asks it for a deployment, on this machine, with its refusals. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { leadHere } from '../lead-here';
import { Refused, type Actions, type Answer, type Request } from './answer';
import { Functions } from './functions';
import { checkSignature } from './signature';
import { Tables } from './tables';

export const ENV = 'league-1a2b3c';
export const KEYS = { secretId: 'id-of-the-test', secretKey: 'key-of-the-test' };

export interface Fault {
  readonly action: string;
  /** The how-manieth call of that action, from 1, and every one after it. */
  readonly from: number;
  readonly times: number;
  /** None breaks the connection. */
  readonly code?: string;
  /** The work is done all the same; only its answer is lost. */
  readonly half?: boolean;
}

export class TencentCloud {
  readonly tables = new Tables();
  readonly functions = new Functions();
  storagePermission = 'READONLY';
  logTopic = '';
  /** Questions until a new log service is ready. */
  logDelay = 1;
  status = 'NORMAL';
  readonly calls: Record<string, number> = {};
  readonly faults: Fault[] = [];
  private logLooks = Infinity;
  private restore = (): void => undefined;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.restore = leadHere(this.port);
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    this.restore();
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private readonly actions: Actions = {
    ...this.tables.actions,
    ...this.functions.actions,
    // Source: `getEnvInfo` of @cloudbase/manager-node; an environment of another account is answered without a body.
    DescribeEnvInfo: ({ EnvId }) => (EnvId === ENV ? { EnvInfo: { EnvBaseInfo: this.environment() } } : {}),
    // Source: `getStorageAcl` and `setStorageAcl` of @cloudbase/manager-node.
    DescribeStorageSafeRule: () => ({ AclTag: this.storagePermission }),
    ModifyStorageSafeRule: ({ AclTag }) => {
      this.storagePermission = String(AclTag);
      return {};
    },
    // Source: `createLogService` of @cloudbase/manager-node: accepted at once, ready later.
    CreateEnvResource: () => {
      this.logLooks = this.logDelay;
      return {};
    },
  };

  private environment(): Answer {
    if (this.logLooks <= 0) {
      this.logTopic = 'topic-1';
      this.logLooks = Infinity;
    }
    this.logLooks -= 1;
    return {
      EnvId: ENV,
      Status: this.status,
      Databases: [{ InstanceId: 'tnt-1' }],
      Storages: [{ Bucket: 'bucket-1-1250000000', Region: 'ap-shanghai' }],
      Functions: [{ Namespace: ENV, Region: 'ap-shanghai' }],
      LogServices: this.logTopic ? [{ TopicId: this.logTopic, LogsetId: 'set-1' }] : [],
    };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const answer = await this.answer(request, body);
    if (!answer) return void response.destroy();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ Response: { ...answer, RequestId: 'request-1' } }));
  }

  /** None when the connection breaks. */
  private async answer({ headers }: IncomingMessage, body: string): Promise<Answer | undefined> {
    const action = String(headers['x-tc-action']);
    const count = (this.calls[action] = (this.calls[action] ?? 0) + 1);
    const fault = this.faults.find(
      (one) => one.action === action && count >= one.from && count < one.from + one.times,
    );
    try {
      checkSignature(headers, body, KEYS);
      const work = this.actions[action];
      if (!work) throw new Refused('InvalidAction', `${action} is not known here`);
      const answer = fault && !fault.half ? {} : await work(JSON.parse(body) as Request);
      if (!fault) return answer;
      if (!fault.code) return undefined;
      throw new Refused(fault.code, 'fault');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { Error: { Code: error.code, Message: error.message } };
    }
  }
}
