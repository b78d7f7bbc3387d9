/** WeChat's own refusals, as they arrive in `errcode` and `errmsg`. */
const WECHAT_ERRORS = {
  40003: 'invalid openid',
  40037: 'invalid template_id',
  40129: 'invalid scene',
  40159: 'invalid length for path, or the data is not json string',
  40169: 'invalid length for scene, or the data is not json string',
  41030: 'invalid page',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'code is expired: the user has not been in the mini-program within two hours',
} as const;

export type WeChatErrorCode = keyof typeof WECHAT_ERRORS;

export class WeChatError extends Error {
  constructor(
    readonly errcode: WeChatErrorCode,
    detail?: string,
  ) {
    super(detail ? `${WECHAT_ERRORS[errcode]} ${detail}` : WECHAT_ERRORS[errcode]);
  }
}
