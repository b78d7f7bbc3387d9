/** WeChat's open APIs as cloud functions reach them. */
import type { FunctionSpec } from '../hosting/catalog';
import { makeCode, makePathCode } from './code-image';
import type { ApiReply } from './codec';
import { listTemplates } from './list-templates';
import { checkMedia } from './media-check';
import { sendMessage } from './send-message';
import { checkText } from './text-check';
import { openMinuteQuota, type WeChat } from './wechat';
import { WeChatError } from './wechat-error';

export interface OpenApi {
  /** `caller` is the function that asks; WeChat's refusals are in the reply, not thrown. */
  call(api: string, request: Readonly<Record<string, unknown>>, caller?: FunctionSpec): Promise<ApiReply>;
}

/** Refusals of the platform, with the numbers wx-server-sdk lists. */
const API_NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const ILLEGAL_SOURCE = -604104;

type Api = (request: Readonly<Record<string, unknown>>) => ApiReply | Promise<ApiReply>;

export function openOpenApi(wechat: WeChat): OpenApi {
  const codeQuota = openMinuteQuota(wechat.clock, wechat.quotas.codesPerMinute);
  const checkQuota = openMinuteQuota(wechat.clock, wechat.quotas.checksPerMinute);
  const pictureQuota = openMinuteQuota(wechat.clock, wechat.quotas.picturesPerMinute);
  const apis = new Map<string, Api>([
    ['subscribeMessage.send', (request) => sendMessage(wechat, request)],
    ['subscribeMessage.getTemplateList', () => listTemplates(wechat)],
    ['wxacode.getUnlimited', limited(codeQuota, (request) => makeCode(wechat, request))],
    ['wxacode.get', limited(codeQuota, (request) => makePathCode(wechat, request))],
    ['security.msgSecCheck', limited(checkQuota, (request) => checkText(wechat, request))],
    ['security.mediaCheckAsync', limited(pictureQuota, (request) => checkMedia(wechat, request))],
  ]);
  return {
    async call(api, request, caller) {
      const perform = apis.get(api);
      if (!perform) return { errorCode: API_NOT_FOUND };
      if (!caller) return { errorCode: ILLEGAL_SOURCE };
      if (!caller.config.openapi.includes(api)) return { errorCode: NO_PERMISSION };
      try {
        return await perform(request);
      } catch (error) {
        if (error instanceof WeChatError) return refusal(error.errcode, error.message);
        throw error;
      }
    },
  };
}

function limited(take: () => boolean, api: Api): Api {
  return (request) => {
    if (!take()) throw new WeChatError(45009);
    return api(request);
  };
}

/** WeChat ends its messages with an id for its support. */
export function refusal(errcode: number, errmsg: string): ApiReply {
  return { json: { errcode, errmsg: `${errmsg} rid: emulator` } };
}
