/** Mini-program codes, drawn by WeChat. */
import cloud from 'wx-server-sdk';
import type { CodeImages } from './ports';

const ENV_VERSIONS: Readonly<Record<string, string>> = {
  developer: 'develop',
  trial: 'trial',
  formal: 'release',
};
const WIDTH = 430;

type Draw = (request: object) => Promise<{ readonly buffer?: unknown }>;

/** Only a released page can be checked for; a trial's pages are not known to WeChat yet. */
export const createCodeImages = (miniprogramState: string): CodeImages => ({
  build: miniprogramState,
  draw: async (page, scene) => {
    try {
      const { wxacode } = cloud.openapi as unknown as { wxacode: { getUnlimited: Draw } };
      const { buffer } = await wxacode.getUnlimited({
        page,
        scene,
        width: WIDTH,
        checkPath: miniprogramState === 'formal',
        envVersion: ENV_VERSIONS[miniprogramState] ?? 'release',
      });
      return Buffer.isBuffer(buffer) ? buffer : undefined;
    } catch {
      return undefined;
    }
  },
});
