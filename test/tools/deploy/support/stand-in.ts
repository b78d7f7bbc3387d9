/** WeChat's HTTP API as far as deployment uses it, on this machine, with its refusals. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TEMPLATES } from '../../../../miniprogram/domain/notices/templates';
import { TEMPLATE_KEYS } from '../../../../miniprogram/domain/model';

interface Fault {
  readonly api: string;
  /** The how-manieth call of that API, from 1, and every one after it. */
  readonly from: number;
  readonly times: number;
  readonly errcode: number;
  /** Instead of an answer of WeChat. */
  readonly httpStatus?: number;
}

type Body = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown>;

export const APPID = 'wx0123456789abcdef';
export const SECRET = 'a-secret-of-the-test';
export const ENV = 'league-1a2b3c';

export class StandIn {
  /** Index names by collection. */
  readonly collections = new Map<string, Set<string>>();
  readonly openapi = new Map<string, string[]>();
  readonly triggers = new Map<string, { name: string; type: string; config: string }[]>();
  templates = TEMPLATE_KEYS.map((key) => ({
    priTmplId: `id-${key}`,
    title: TEMPLATES[key].title,
    content: TEMPLATES[key].fields.map((field) => `${field.label}:{{${field.key}.DATA}}\n`).join(''),
  }));
  cloudIsOpen = true;
  readonly calls: Record<string, number> = {};
  readonly faults: Fault[] = [];
  url = '';
  private tokens = 0;
  private readonly server = createServer((request, response) => {
    void this.serve(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** From now on the token handed out last is no longer taken. */
  expireToken(): void {
    this.tokens += 1;
  }

  private async serve(request: IncomingMessage): Promise<{ status: number; body: Answer }> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const count = (this.calls[pathname] = (this.calls[pathname] ?? 0) + 1);
    const fault = this.faults.find(
      ({ api, from, times }) => api === pathname && count >= from && count < from + times,
    );
    if (fault?.httpStatus) return { status: fault.httpStatus, body: {} };
    if (fault) return { status: 200, body: { errcode: fault.errcode, errmsg: 'fault' } };
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Body;
    return { status: 200, body: this.answer(pathname, searchParams.get('access_token'), body) };
  }

  private answer(api: string, token: string | null, body: Body): Answer {
    if (api === '/cgi-bin/stable_token') return this.token(body);
    if (token !== this.validToken()) return { errcode: 42001, errmsg: 'access_token expired' };
    if (api === '/wxaapi/newtmpl/gettemplate') return { errcode: 0, errmsg: 'ok', data: this.templates };
    if (!this.cloudIsOpen) return { errcode: 85088, errmsg: 'the app does not open cloud' };
    if (body['env'] !== ENV) return { errcode: -501000, errmsg: 'env not exist' };
    return this.cloud(api, body);
  }

  private validToken(): string {
    return `token-${this.tokens}`;
  }

  private token({ appid, secret }: Body): Answer {
    if (appid !== APPID) return { errcode: 40013, errmsg: 'invalid appid' };
    if (secret !== SECRET) return { errcode: 40125, errmsg: 'invalid appsecret' };
    return { access_token: this.validToken(), expires_in: 7200 };
  }

  private cloud(api: string, body: Body): Answer {
    const ok = { errcode: 0, errmsg: 'ok' };
    const collection = String(body['collection_name']);
    const name = String(body['function_name']);
    switch (api) {
      case '/tcb/databasecollectionget': {
        const all = [...this.collections].map(([one, indexes]) => ({
          name: one,
          index_count: indexes.size + 1,
        }));
        const offset = Number(body['offset']);
        const page = all.slice(offset, offset + Number(body['limit']));
        return {
          ...ok,
          collections: page,
          pager: { Offset: offset, Limit: body['limit'], Total: all.length },
        };
      }
      case '/tcb/databasecollectionadd':
        if (this.collections.has(collection)) return { errcode: -501000, errmsg: 'Table exist' };
        this.collections.set(collection, new Set());
        return ok;
      case '/tcb/updateindex':
        return this.addIndexes(collection, body['create_indexes'] as { name: string }[]);
      case '/tcb/getfuncconfig':
        return this.functionConfig(name, body['type']);
      case '/tcb/uploadfuncconfig': {
        const config = JSON.parse(String(body['config'])) as { permissions: { openapi: string[] } };
        this.openapi.set(name, config.permissions.openapi);
        return ok;
      }
      default:
        return { errcode: 40066, errmsg: `no such api ${api}` };
    }
  }

  private addIndexes(collection: string, indexes: readonly { name: string }[]): Answer {
    const held = this.collections.get(collection);
    if (!held) return { errcode: -501000, errmsg: 'Db or Table not exist' };
    for (const { name } of indexes) {
      if (held.has(name)) return { errcode: -501000, errmsg: `index ${name} already exists` };
      held.add(name);
    }
    return { errcode: 0, errmsg: 'ok' };
  }

  private functionConfig(name: string, type: unknown): Answer {
    if (type === 2)
      return { errcode: 0, config: JSON.stringify({ triggers: this.triggers.get(name) ?? [] }) };
    const openapi = this.openapi.get(name);
    if (!openapi) return { errcode: 85089, errmsg: 'config not exist' };
    return { errcode: 0, config: JSON.stringify({ permissions: { openapi } }) };
  }
}
