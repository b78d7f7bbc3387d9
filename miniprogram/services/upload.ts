import { fail, ok, type Result } from '../domain/errors';
import { explainRefusal } from './device-refusal';
import { withoutFaults, type ChosenImage } from './picture-faults';
import { PICTURE_SUFFIXES, pictureName, type PictureSuffix } from '../domain/transfer/pictures';

/** Larger pictures are compressed first: a screenshot stays readable at this size. */
const COMPRESS_FROM_BYTES = 500 * 1024;
const QUALITY = 70;

const pick = (count: number): Promise<ChosenImage[]> =>
  new Promise((resolve) => {
    wx.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      success: ({ tempFiles }) =>
        resolve(tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, size }))),
      fail: ({ errMsg }) => {
        explainRefusal('album', errMsg);
        resolve([]);
      },
    });
  });

/** Lets the person pick pictures; those nobody could read, and a phone that does not allow it, are explained at once. */
export const chooseScreenshots = async (count: number): Promise<ChosenImage[]> =>
  withoutFaults(await pick(count));

const compressed = (image: ChosenImage): Promise<string> =>
  new Promise((resolve) => {
    if (image.size < COMPRESS_FROM_BYTES) return resolve(image.path);
    wx.compressImage({
      src: image.path,
      quality: QUALITY,
      success: ({ tempFilePath }) => resolve(tempFilePath),
      // The original is better than nothing.
      fail: () => resolve(image.path),
    });
  });

const suffixOf = (path: string): PictureSuffix =>
  PICTURE_SUFFIXES.find((suffix) => path.toLowerCase().endsWith(suffix)) ?? '.png';

/** A place for one picture: the folder `graduate.uploadFolder` gave out, and its number there, from 1. */
export interface PicturePlace {
  readonly folder: string;
  readonly number: number;
}

/**
 * Uploads one picture.
 * @param onProgress percent, 0 to 100
 */
export const uploadScreenshot = async (
  image: ChosenImage,
  { folder, number }: PicturePlace,
  onProgress: (percent: number) => void,
): Promise<Result<{ fileId: string }>> => {
  const filePath = await compressed(image);
  const cloudPath = `${folder.replace(/\/$/, '')}/${pictureName(number, suffixOf(filePath))}`;
  return new Promise((resolve) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => resolve(ok({ fileId: fileID })),
      fail: () => resolve(fail('OFFLINE', 'screenshots')),
    });
    task.onProgressUpdate?.(({ progress }) => onProgress(progress));
  });
};
