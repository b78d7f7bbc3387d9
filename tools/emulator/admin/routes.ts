/** `POST /admin`: the protocol that the server SDKs speak. */
import { randomUUID } from 'node:crypto';
import type { Faults } from '../control/faults';
import { countRequest } from '../counters';
import { json, parseObject, toBytes, type Answer, type Exchange, type Route } from '../exchange';
import type { FunctionSpec } from '../hosting/catalog';
import { refusal, type OpenApi } from '../openapi';
import { decodeRequest, encodeReply } from '../openapi/codec';
import type { Plan } from '../plan/plan';
import { ProtocolError, type ActionService, type ActionSpan, type CallCounters } from '../types';
import { parseForm } from './form';

export interface AdminOptions {
  /** What answers requests to an environment; its id is undefined when the request names none. */
  readonly servicesOf: (env: unknown) => Promise<readonly ActionService[]>;
  readonly openApi: OpenApi;
  /** The function that holds an open-API token. */
  readonly ownerOf: (token: string) => FunctionSpec | undefined;
  readonly plan: Plan;
  readonly faults: Faults;
  readonly counters: CallCounters;
  readonly onAction?: ((span: ActionSpan) => void) | undefined;
  readonly log: (line: string) => void;
}

/** Above the 6 MB of a function's event, whose quotes are escaped inside the request, and the 16 MB of a document. */
const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

export function adminRoutes(options: AdminOptions): Route[] {
  async function serveAction(body: Buffer): Promise<Answer> {
    const request = parseObject(body.toString());
    const { action, envName } = request;
    const services = await options.servicesOf(envName);
    const service = services.find(({ actions }) => typeof action === 'string' && actions.includes(action));
    if (typeof action !== 'string' || !service) {
      throw new ProtocolError('INVALID_ACTION', `unknown action ${JSON.stringify(action)}`);
    }
    countRequest(options.counters, action);
    const from = performance.now();
    const answer = await options.faults.around(action, request, toRefusal, async () => {
      const { data, transactionId } = await within(action, () => service.handle(action, request));
      const id = transactionId === undefined ? undefined : { transactionId };
      return json({ requestId: randomUUID(), ...id, data: data ?? {} });
    });
    const { collectionName: collection, transactionId } = request as Readonly<Record<string, string>>;
    options.onAction?.({ action, collection, transactionId, from, to: performance.now() });
    return answer;
  }

  /** Functions count themselves: phones and timers call them, too. */
  function within<T>(action: string, work: () => Promise<T>): Promise<T> {
    if (action.startsWith('database.')) return options.plan.database(work);
    return action.startsWith('storage.') ? options.plan.storage(work) : work();
  }

  async function serveOpenApi(contentType: string, body: Buffer): Promise<Answer> {
    const form = await parseForm(contentType, body);
    const text = (name: string) => form.get(name)?.toString() ?? '';
    if (text('action') !== 'wx.openApi') {
      throw new ProtocolError('INVALID_ACTION', `unknown action ${JSON.stringify(text('action'))}`);
    }
    const api = text('apiName');
    const request = decode(form.get('requestData'));
    const action = `wx.openApi:${api}`;
    countRequest(options.counters, action);
    return options.faults.around(action, request, toOpenApiRefusal, async () => {
      const reply = await options.openApi.call(api, request, options.ownerOf(text('wxCloudApiToken')));
      return protobuf(encodeReply(reply));
    });
  }

  async function serve(exchange: Exchange): Promise<Answer> {
    try {
      if (exchange.method !== 'POST') {
        throw new ProtocolError('INVALID_PARAM', `method ${exchange.method} is not allowed`);
      }
      const body = await exchange.read(BODY_LIMIT_BYTES);
      options.counters.bytesIn += body.length;
      const contentType = exchange.header('content-type') ?? '';
      const isForm = contentType.startsWith('multipart/form-data');
      return await (isForm ? serveOpenApi(contentType, body) : serveAction(body));
    } catch (error) {
      if (error instanceof ProtocolError) return toRefusal(error.code, error.message);
      options.log(`admin: ${error instanceof Error ? error.stack : String(error)}`);
      return toRefusal('SYS_ERR', error instanceof Error ? error.message : String(error));
    }
  }

  async function count(exchange: Exchange): Promise<Answer> {
    const served = await serve(exchange);
    const answer = served.kind === 'json' ? toBytes(served) : served;
    if (answer.kind === 'bytes') options.counters.bytesOut += Buffer.byteLength(answer.body);
    return answer;
  }

  return [{ method: 'ANY', path: '/admin', handle: count }];
}

function decode(bytes: Buffer | undefined): Record<string, unknown> {
  try {
    return decodeRequest(bytes ?? Buffer.alloc(0));
  } catch (error) {
    throw new ProtocolError(
      'INVALID_PARAM',
      `requestData: ${error instanceof Error ? error.message : 'malformed'}`,
    );
  }
}

/** CloudBase answers failures with HTTP 200, too. */
function toRefusal(code: string | number, message: string): Answer {
  return json({ code: String(code), message, requestId: randomUUID() });
}

/** A number is WeChat's own errcode, a text is CloudBase's code. */
function toOpenApiRefusal(code: string | number, message: string): Answer {
  return typeof code === 'number' ? protobuf(encodeReply(refusal(code, message))) : toRefusal(code, message);
}

function protobuf(body: Buffer): Answer {
  return { kind: 'bytes', body, contentType: 'application/octet-stream' };
}
