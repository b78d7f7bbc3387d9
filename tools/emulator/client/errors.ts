/** How a phone sees CloudBase's failures. */
import { ProtocolError } from '../types';

/**
 * The numbers that `wx.cloud` reports; codes not listed are a system error. WeChat lists them under
 * developers.weixin.qq.com/miniprogram/dev/wxcloud/reference/errcode.html: −501003 请求次数超出环境配额, −501004 请求并发数超出环境
 * 配额, −503002 无权限访问云文件, −503003 文件不存在.
 */
const CLIENT_CODES: Readonly<Record<string, number>> = {
  INVALID_PARAM: -501007,
  EXCEED_REQUEST_SIZE_LIMIT: -501007,
  EXCEED_REQUEST_LIMIT: -501003,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504002,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
};
const SYSTEM_ERROR = -501001;

export interface ClientError {
  readonly errCode: number;
  readonly errMsg: string;
}

export function toClientCode(code: string): number {
  return CLIENT_CODES[code] ?? SYSTEM_ERROR;
}

/** `api` is the `wx.cloud` function that failed, e.g. `callFunction`. */
export function toClientError(api: string, error: unknown): ClientError {
  if (error instanceof ProtocolError)
    return wordError(api, toClientCode(error.code), `${error.code} ${error.message}`);
  return wordError(api, SYSTEM_ERROR, error instanceof Error ? error.message : String(error));
}

export function wordError(api: string, errCode: number, message: string): ClientError {
  return { errCode, errMsg: `cloud.${api}:fail Error: errCode: ${errCode} | errMsg: ${message}` };
}
