import { MEGABYTE, PICTURE_MEGABYTES } from '../rules/file-sizes';

/** Most screenshots of one submission. */
export const MOST_SCREENSHOTS = 3;

/** WeChat's verdict on a picture; `waiting` until it has answered. */
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

/** Whether a file can be a picture, by its size and first bytes and not by its name. What is not known is taken as good. */
export const isPicture = ({ start, size }: FileStart): boolean => {
  if (size !== null && (size < LEAST_BYTES || size > PICTURE_MEGABYTES * MEGABYTE)) return false;
  if (start === null) return true;
  return BEGINNINGS.some((bytes) => bytes.every((byte, index) => byte === null || start[index] === byte));
};

/** Names of pictures are fixed, so that the cloud finds those that were uploaded and never saved: storage lists no folder. */
export const PICTURE_SUFFIXES = ['.png', '.jpg', '.jpeg', '.webp'] as const;
export type PictureSuffix = (typeof PICTURE_SUFFIXES)[number];

/** After so many the phone asks for another folder. Times the suffixes it makes 48 names, which storage can remove in one request. */
export const PICTURES_PER_FOLDER = 12;

/** @param number from 1 */
export const pictureName = (number: number, suffix: PictureSuffix): string => `${number}${suffix}`;

/** Every name a picture of a folder may have. */
export const PICTURE_NAMES: readonly string[] = Array.from({ length: PICTURES_PER_FOLDER }, (_, index) =>
  PICTURE_SUFFIXES.map((suffix) => pictureName(index + 1, suffix)),
).flat();

/** So many days after the end of a season its pictures are removed by the timer. The privacy guide names the same number. */
export const PICTURES_KEPT_DAYS = 180;
