/** Failures whose reason stands over the page the person was led to: the page they left says nothing more. */
import type { Failure } from '../domain/errors';

const explained = new WeakSet<Failure>();

export const markLedAway = (failure: Failure): void => void explained.add(failure);

/** Whether the person is on the way to another page because of this failure. */
export const isLedAway = (failure: Failure): boolean => explained.has(failure);
