import cloud from 'wx-server-sdk';

/** Ties the SDK to the environment the function runs in; may be repeated. */
export const initCloud = (): void => cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
