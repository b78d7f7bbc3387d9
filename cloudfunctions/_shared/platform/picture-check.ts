import type { PictureCheck } from './ports';
import { openApi } from './wechat';

const PICTURE = 2;
/** 2 = comment, as for texts: what one person shows another. */
const SCENE = 2;

/** WeChat looks at pictures in its own time and pushes what it thinks. Without an answer nobody looks, and that is said. */
export const createPictureCheck = (): PictureCheck => ({
  ask: async (openid, mediaUrl) => {
    try {
      const check = openApi('security', 'mediaCheckAsync');
      const { traceId } = await check({ openid, mediaUrl, mediaType: PICTURE, version: 2, scene: SCENE });
      return typeof traceId === 'string' && traceId !== '' ? traceId : undefined;
    } catch {
      return undefined;
    }
  },
});
