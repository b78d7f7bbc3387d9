import type { Response } from '../contract';

export type Subscription = Response<'account', 'whoAmI'>['subscription'];

let latest: Subscription | null = null;

const carriesSubscription = (data: unknown): data is { subscription: Subscription } =>
  typeof data === 'object' && data !== null && 'subscription' in data && data.subscription !== null;

/**
 * Keeps the newest subscription any response carried. `wx.requestSubscribeMessage` only works inside a tap,
 * so the template ids must be at hand before it: there is no time to ask the cloud first.
 */
export const rememberSubscription = (data: unknown): void => {
  if (carriesSubscription(data)) latest = data.subscription;
};

export const latestSubscription = (): Subscription | null => latest;
