/** Pictures that cannot be what the college has to read, told before they are uploaded. */
import { MEGABYTE, PICTURE_MEGABYTES } from '../domain/rules/file-sizes';

/** An image on the phone, not yet uploaded. */
export interface ChosenImage {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Narrower than a phone of 2008: a tracking dot or an icon, never a page of 智慧团建. */
const LEAST_SIDE_PX = 100;

/** Pixels; undefined when the file is no picture. */
interface Sides {
  readonly width: number;
  readonly height: number;
}

/** What is wrong with it, as a sentence with a way out; undefined for a good one. */
export const pictureFault = (size: number, sides: Sides | undefined): string | undefined => {
  if (size === 0) return '这张图是空的，重新截一张再选。';
  if (size > PICTURE_MEGABYTES * MEGABYTE)
    return `这张图超过 ${PICTURE_MEGABYTES} MB，截屏再选，不要用原图。`;
  if (!sides) return '这个文件不是图片，或者坏了，换一张再选。';
  return Math.min(sides.width, sides.height) < LEAST_SIDE_PX
    ? '这张图太小，看不清字，换一张完整的截图再选。'
    : undefined;
};

const sidesOf = (src: string): Promise<Sides | undefined> =>
  new Promise((resolve) => {
    wx.getImageInfo({ src, success: resolve, fail: () => resolve(undefined) });
  });

/** The good ones; why the others were left out is said at once. */
export const withoutFaults = async (images: readonly ChosenImage[]): Promise<ChosenImage[]> => {
  const faults = await Promise.all(
    images.map(async ({ path, size }) => pictureFault(size, size === 0 ? undefined : await sidesOf(path))),
  );
  const [first] = faults.flatMap((fault) => fault ?? []);
  if (first !== undefined)
    void wx.showModal({ title: '有一张图用不了', content: first, showCancel: false, confirmText: '知道了' });
  return images.filter((_, index) => faults[index] === undefined);
};
