import { ownStep } from './own-step';

/** Begins with a planned way before its window opens, because the graduate wants to. */
export const begin = ownStep('begin');
