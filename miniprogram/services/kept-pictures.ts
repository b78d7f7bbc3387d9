/** Pictures that have not reached the cloud: WeChat drops what was chosen in the album when the mini-program ends. */
import { PICTURE_SUFFIXES } from '../domain/transfer/pictures';

/** A picture still to be uploaded, in a copy of our own. */
export interface KeptPicture {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

let kept = 0;

const copyOf = (path: string): string => {
  const suffix = PICTURE_SUFFIXES.find((one) => path.toLowerCase().endsWith(one)) ?? '.png';
  kept += 1;
  return `${wx.env.USER_DATA_PATH}/shot-${Date.now()}-${kept}${suffix}`;
};

/** Copies a chosen picture; null when the phone has no room for it. */
export const keepPicture = ({ path, size }: KeptPicture): Promise<KeptPicture | null> => {
  const destPath = copyOf(path);
  return new Promise((resolve) => {
    wx.getFileSystemManager().copyFile({
      srcPath: path,
      destPath,
      success: () => resolve({ path: destPath, size }),
      fail: () => resolve(null),
    });
  });
};

/** Deletes a copy that is no longer needed. */
export const dropPicture = ({ path }: KeptPicture): void => {
  wx.getFileSystemManager().unlink({
    filePath: path,
    // Gone already: that is what is wanted.
    fail: () => undefined,
  });
};
