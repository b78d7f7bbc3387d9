/** Looking at the page: selector queries, observers, animations, canvases. */
import type { Caller, RuntimeHost } from '../host';
import { withCanvasMethods } from '../builtins/canvas';
import { createAnimation } from './animation';
import { fromBase64, toBase64 } from './base64';
import { filesOf } from './file-store';
import { PageIntersectionObserver } from './intersection';

function currentCaller(host: RuntimeHost): Caller {
  const page = host.currentPage();
  if (!page) throw new Error('no page is open yet');
  return page.caller;
}

export function createQueryApis(host: RuntimeHost): Record<string, unknown> {
  return {
    createSelectorQuery: () => currentCaller(host).createSelectorQuery(),
    createIntersectionObserver: (component?: Caller, options?: { observeAll?: boolean }) =>
      new PageIntersectionObserver(component ?? currentCaller(host), options),
    createMediaQueryObserver: (component?: Caller) =>
      (component ?? currentCaller(host)).createMediaQueryObserver(),
    createAnimation,
    createOffscreenCanvas: (options: { width?: number; height?: number } = {}) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: options.width ?? 300, height: options.height ?? 150 });
      return withCanvasMethods(canvas, (source) => filesOf(host).urlOf(source));
    },
    arrayBufferToBase64: (buffer: ArrayBuffer) => toBase64(new Uint8Array(buffer)),
    base64ToArrayBuffer: (text: string) => fromBase64(text).buffer,
  };
}
