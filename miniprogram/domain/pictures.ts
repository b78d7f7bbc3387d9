/** A submission has so many screenshots at most. */
export const MOST_SCREENSHOTS = 3;

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
