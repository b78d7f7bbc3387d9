import type { Failure } from '../domain/errors';
import { failureWords } from './failures';
import { isLedAway } from '../memory/led-away';

/** The sentence for a failure; empty when it was said over the page the person was led to. */
export const sayFailure = (error: Failure): string => (isLedAway(error) ? '' : failureWords(error));
