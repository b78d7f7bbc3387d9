/** The Tencent Cloud keys, which backups use too. They are read from the environment and never from a file. */
export interface Keys {
  readonly secretId: string;
  readonly secretKey: string;
}

/** Throws with words for a person when one is missing. */
export const readKeys = (variables: NodeJS.ProcessEnv = process.env): Keys => {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = variables;
  if (secretId && secretKey) return { secretId, secretKey };
  throw new Error(
    '没有设环境变量 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY：用小程序的账号登录腾讯云控制台，在“访问管理 → API 密钥管理”里新建',
  );
};
