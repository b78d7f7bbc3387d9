/** How much a field of a WeChat message holds. */

/** Fits texts into WeChat's field limits by meaning: names give way, in the middle; the sentence stays whole. */

/** Longest `thing` field, in characters. */
export const THING_MAX = 20;

/** Longest `phrase` field, in Chinese characters. */
export const PHRASE_MAX = 5;
