import { MEGABYTE, PICTURE_MEGABYTES } from '../rules/file-sizes';

/** A submission has so many screenshots at most. */
export const MOST_SCREENSHOTS = 3;

/** What WeChat thinks of a picture; `waiting` while it has not said so. */
export const PICTURE_VERDICTS = ['waiting', 'fine', 'risky'] as const;
export type PictureVerdict = (typeof PICTURE_VERDICTS)[number];

/** How a stored file begins and how large it is; null where the storage did not say. */
export interface FileStart {
  readonly start: Uint8Array | null;
  /** Bytes. */
  readonly size: number | null;
}

const LEAST_BYTES = 64;

/** PNG, JPEG, and WebP with any length between its two marks; null stands for any byte. */
const BEGINNINGS: readonly (readonly (number | null)[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
];

/** Whether a file can be a picture: by its first bytes, not by its name. What is not known speaks for it. */
export const isPicture = ({ start, size }: FileStart): boolean => {
  if (size !== null && (size < LEAST_BYTES || size > PICTURE_MEGABYTES * MEGABYTE)) return false;
  if (start === null) return true;
  return BEGINNINGS.some((bytes) => bytes.every((byte, index) => byte === null || start[index] === byte));
};

/** How a phone names the pictures in a folder it was given: known, so that one that was never saved is found again. */
export const PICTURE_SUFFIXES = ['.png', '.jpg', '.jpeg', '.webp'] as const;
export type PictureSuffix = (typeof PICTURE_SUFFIXES)[number];

/** Then the phone asks for another folder. With all suffixes as many names as storage removes in one request. */
export const PICTURES_PER_FOLDER = 12;

/** @param number from 1 */
export const pictureName = (number: number, suffix: PictureSuffix): string => `${number}${suffix}`;

/** Every name a picture of a folder may have. */
export const PICTURE_NAMES: readonly string[] = Array.from({ length: PICTURES_PER_FOLDER }, (_, index) =>
  PICTURE_SUFFIXES.map((suffix) => pictureName(index + 1, suffix)),
).flat();

/** So long after the last day of a season its pictures go by themselves; the guide about privacy says it, too. */
export const PICTURES_KEPT_DAYS = 180;
