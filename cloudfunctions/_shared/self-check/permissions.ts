/** Which open APIs a function may call. Each function has its own permissions, so each asks for itself. */
import cloud from 'wx-server-sdk';
import * as v from 'valibot';
import { initCloud } from '../platform/init';
import { operatorEntry, isOperatorEvent, type OperatorEvent, type OperatorRuntime } from '../calls/operator';

/** Requests that WeChat refuses for what they ask, unless it refuses them for who asks. */
const HARMLESS: Readonly<Record<string, object>> = {
  'subscribeMessage.send': { touser: 'nobody', templateId: 'none', page: '', data: {} },
  'security.msgSecCheck': { openid: 'nobody', content: '你好', version: 2, scene: 2 },
  'security.mediaCheckAsync': { openid: 'nobody', mediaUrl: 'https://', mediaType: 2, version: 2, scene: 2 },
  'wxacode.getUnlimited': { scene: 'x', page: 'none', checkPath: true },
};

/** WeChat's answer by open API: 0, or its number. */
export type PermissionAnswers = Readonly<Record<string, number>>;

const NO_NUMBER = -1;

type OpenApi = (request: object) => Promise<unknown>;

const ask = async (api: string): Promise<number> => {
  const [group = '', name = ''] = api.split('.');
  try {
    const call = (cloud.openapi as Record<string, Record<string, OpenApi>>)[group]?.[name];
    await call?.(HARMLESS[api] ?? {});
    return 0;
  } catch (error) {
    const { errCode } = (error ?? {}) as { errCode?: unknown };
    return typeof errCode === 'number' ? errCode : NO_NUMBER;
  }
};

const request = v.object({ apis: v.array(v.string()) });

export const answerPermissions = async (event: OperatorEvent): Promise<PermissionAnswers> => {
  initCloud();
  const answers: Record<string, number> = {};
  for (const api of v.parse(request, event).apis) answers[api] = await ask(api);
  return answers;
};

/** The entry of a function that tells the operator its permissions, besides what it does. */
export const tellingPermissions = <Reply>(
  runtime: OperatorRuntime,
  main: (event: unknown) => Promise<Reply>,
) => {
  const toOperator = operatorEntry(runtime, answerPermissions);
  return async (event: unknown) => (isOperatorEvent(event) ? toOperator(event) : main(event));
};
