/** `/client/*`: what `wx.cloud` and the consent sheet do on a phone, for the person in `x-openid`. */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Faults } from '../control/faults';
import { countRequest } from '../counters';
import { json, parseObject, type Answer, type Exchange, type Route } from '../exchange';
import { PAYLOAD_LIMIT_BYTES, type FunctionHost } from '../hosting/host';
import type { FileService } from '../files';
import type { Plan } from '../plan/plan';
import { ProtocolError, type CallCounters } from '../types';
import { toClientCode, toClientError, wordError } from './errors';
import { deleteFiles, tempFileUrls, UPLOAD_LIMIT_BYTES } from './files';
import { answerSheet, changeSettings, type SubscriptionOptions } from './subscriptions';

export interface ClientOptions extends SubscriptionOptions {
  readonly host: FunctionHost;
  readonly files: FileService;
  readonly appId: string;
  readonly plan: Plan;
  readonly faults: Faults;
  readonly counters: CallCounters;
  /** Hears of each use of the mini-program. */
  readonly onVisit: (openid: string) => void;
}

interface ClientRequest {
  readonly openid: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

type Perform = (request: ClientRequest) => Promise<unknown>;

/** A person's id in the mini-program; digits alone would reach a function as a number. */
const OPENID = /^(?!\d+$)[\w-]{1,64}$/;
/** Room for the function's name and the JSON around its event. */
const JSON_LIMIT_BYTES = PAYLOAD_LIMIT_BYTES + 64 * 1024;

export function clientRoutes(options: ClientOptions): Route[] {
  function route(api: string, bodyLimit: number, perform: Perform): Route {
    const isUpload = bodyLimit === UPLOAD_LIMIT_BYTES;
    async function handle(exchange: Exchange): Promise<Answer> {
      const openid = exchange.header('x-openid') ?? '';
      if (!OPENID.test(openid))
        return json(wordError(api, -501007, 'header x-openid is missing or malformed'), 401);
      try {
        const bytes = await exchange.read(bodyLimit);
        const input = isUpload
          ? Object.fromEntries(exchange.url.searchParams)
          : parseObject(bytes.toString());
        options.state.addUser(openid);
        options.onVisit(openid);
        countRequest(options.counters, `client.${api}`);
        const refuse = (code: string | number, message: string) =>
          json(wordError(api, typeof code === 'number' ? code : toClientCode(code), message));
        return await options.faults.around(`client.${api}`, { openid, ...input }, refuse, async () => {
          return json(await perform({ openid, input, bytes }));
        });
      } catch (error) {
        return json(toClientError(api, error));
      }
    }
    return { method: 'POST', path: `/client/${api}`, handle };
  }

  const stored =
    (perform: Perform): Perform =>
    (request) =>
      options.plan.storage(() => perform(request));

  return [
    route('callFunction', JSON_LIMIT_BYTES, (request) => callFunction(options, request)),
    route(
      'uploadFile',
      UPLOAD_LIMIT_BYTES,
      stored(async ({ openid, input, bytes }) => {
        const { cloudPath } = parse(v.looseObject({ cloudPath: v.pipe(v.string(), v.nonEmpty()) }), input);
        return { fileID: await options.files.upload(openid, cloudPath, bytes), statusCode: 200 };
      }),
    ),
    route(
      'getTempFileURL',
      JSON_LIMIT_BYTES,
      stored(({ openid, input }) => tempFileUrls(options.files, openid, input)),
    ),
    route(
      'deleteFile',
      JSON_LIMIT_BYTES,
      stored(({ openid, input }) => deleteFiles(options.files, openid, input)),
    ),
    route('subscribe', JSON_LIMIT_BYTES, (request) => answerSheet(options, request)),
    route('subscriptions', JSON_LIMIT_BYTES, (request) => changeSettings(options, request)),
  ];
}

const CallSchema = v.looseObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  data: v.optional(v.record(v.string(), v.unknown()), {}),
});

async function callFunction(options: ClientOptions, { openid, input }: ClientRequest): Promise<unknown> {
  const { name, data } = parse(CallSchema, input);
  // The platform adds these two to the event of a phone's call.
  const event = JSON.stringify({
    ...data,
    tcbContext: {},
    userInfo: { appId: options.appId, openId: openid },
  });
  const result = await options.host.invoke({ name, event, source: 'wx_client', openid });
  return { result: JSON.parse(result) as unknown, requestID: randomUUID() };
}

function parse<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'request'}: ${issue.message}`);
  throw new ProtocolError('INVALID_PARAM', problems.join('; '));
}
