/** Who calls in the bench: one branch of one college, all invented. */
import type { CallRecorder } from './recorder';
import type { SeedClient } from '../../preview/seed/client';

export const ADMIN = 'o-admin';
export const TEACHER = 'o-teacher';
/** Invited only to be removed. */
export const COLLEAGUE = 'o-colleague';
export const BRANCH = '光电2202团支部';
export const OTHER_BRANCH = '光电2203团支部';
/** One person is in it, by a slip. */
export const LAST_BRANCH = '光电2205团支部';
const FIRST_HAN = 0x4e00;

export interface Bench {
  readonly client: SeedClient;
  readonly recorder: CallRecorder;
  /** Of the emulator. */
  readonly url: string;
  /** Graduates who come through. */
  readonly people: number;
  /** The emulator's time, epoch ms. */
  readonly now: number;
  /** Where WeChat does not push all the time: from now on it says what it thinks of pictures, or does not any more. */
  readonly hearVerdicts?: (hears: boolean) => void;
}

export const numberOf = (index: number): string => `2202${String(index).padStart(5, '0')}`;
export const nameOf = (index: number): string =>
  index === 0 ? '许嘉宁' : `团员${String.fromCodePoint(FIRST_HAN + index)}`;
export const openidOf = (index: number): string => `o-${numberOf(index)}`;
/** The first of the roster. */
export const SECRETARY = openidOf(0);

/**
 * Besides those who come through: over age, abroad, withdrawing, unbound; whom others record, alone and together; and who
 * comes under other rules.
 */
const EXTRA = 16;
export const rosterOf = (people: number): string[][] => [
  ['学号', '姓名', '团支部', '出生年月', '毕业年月', '团内职务', '团支书'],
  ...Array.from({ length: people + 1 + EXTRA }, (_, index) => {
    const isOverAge = index === people + 1;
    const birth = isOverAge ? '1995-01' : '2004-01';
    // The last one is called as the first: a list of names alone does not say who is meant.
    const name = index === people + EXTRA ? nameOf(1) : nameOf(index);
    return [numberOf(index), name, BRANCH, birth, '2026-06', '', index === 0 ? '是' : ''];
  }),
];
