import { describeBug } from '../kernel/bugs';
import type { Ports } from '../platform/ports';

/** Takes a picture away that nobody is shown any more. What it hung on has happened: storage that fails only says so. */
export const removePicture = async ({ files, log }: Ports, fileId: string): Promise<void> => {
  try {
    await files.remove([fileId]);
  } catch (error) {
    log('picture-left', describeBug(error));
  }
};
