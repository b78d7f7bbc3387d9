import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** 20 hex characters: ids that say nothing about whom they stand for. */
export const shortHash = (text: string): string => digest(text).toString('hex').slice(0, 20);

/** Takes equally long wherever the texts differ. */
export const equalsSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));
