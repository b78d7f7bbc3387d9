/** Asks the environment itself, through its function `wechat` and the operator's key that it holds. */
import * as v from 'valibot';
import { VARIABLES } from '../../../cloudfunctions/_shared/kernel/environment';
import { PROBE_NAMES } from '../../../cloudfunctions/wechat/probes';
import type { CloudFunctions } from '../cloud/functions';

const FUNCTION = 'wechat';
const KEY = 'OPERATOR_KEY';

const answer = v.union([
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({ ok: v.literal(false), error: v.object({ code: v.string() }) }),
]);

const probes = v.object({
  differs: v.partial(v.object(v.entriesFromList(PROBE_NAMES, v.string()))),
  latencyMs: v.number(),
});

const environment = v.object({
  problems: v.array(
    v.object({
      variable: v.picklist(VARIABLES),
      problem: v.picklist(['missing', 'malformed']),
      expected: v.string(),
      stopsAll: v.boolean(),
    }),
  ),
  fault: v.nullable(v.string()),
  now: v.number(),
  node: v.string(),
  backlogMs: v.number(),
  pictureMs: v.number(),
  timerLateMs: v.nullable(v.number()),
});

const templates = v.object({
  refused: v.nullable(v.number()),
  granted: v.array(v.object({ priTmplId: v.string(), title: v.string(), content: v.string() })),
});

export type TemplatesAnswer = v.InferOutput<typeof templates>;

export interface SelfCheck {
  /** WeChat's answer by open API, as one function gets it. */
  permissions(name: string, apis: readonly string[]): Promise<Readonly<Record<string, number>>>;
  environment(): Promise<v.InferOutput<typeof environment>>;
  templates(): Promise<TemplatesAnswer>;
  database(): Promise<v.InferOutput<typeof probes>>;
}

const keyOf = async (functions: CloudFunctions): Promise<string> => {
  const held = (await functions.list()).find(({ name }) => name === FUNCTION);
  if (!held) throw new Error(`云函数 ${FUNCTION} 还没有：先运行 npm run deploy`);
  const key = held.variables[KEY];
  if (!key) throw new Error(`云函数 ${FUNCTION} 缺环境变量 ${KEY}：先运行 npm run deploy`);
  return key;
};

const WORDS: Readonly<Record<string, string>> = {
  FORBIDDEN: `云函数不认 ${KEY}：各云函数的这个变量要一样，运行 npm run deploy`,
  INTERNAL: '自检出错了：到云开发控制台看这个云函数的日志',
};

export const openSelfCheck = (functions: CloudFunctions): SelfCheck => {
  let key: Promise<string> | undefined;
  const ask = async <S extends v.GenericSchema>(
    name: string,
    event: { readonly check: string; readonly apis?: readonly string[] },
    schema: S,
  ): Promise<v.InferOutput<S>> => {
    key ??= keyOf(functions);
    const result = v.parse(answer, await functions.invoke(name, { operatorKey: await key, ...event }));
    if (!result.ok) throw new Error(`云函数 ${name}：${WORDS[result.error.code] ?? result.error.code}`);
    return v.parse(schema, result.data);
  };
  return {
    permissions: (name, apis) => ask(name, { check: 'permissions', apis }, v.record(v.string(), v.number())),
    environment: () => ask(FUNCTION, { check: 'environment' }, environment),
    templates: () => ask(FUNCTION, { check: 'templates' }, templates),
    database: () => ask(FUNCTION, { check: 'database' }, probes),
  };
};
