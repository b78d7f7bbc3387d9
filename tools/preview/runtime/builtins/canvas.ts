/** `<canvas type="2d">`; the node given by `SelectorQuery.node()` carries WeChat's extra methods. */
import { filesOf } from '../wx/file-store';
import { builtin, type Builtin } from './define';

/** Adds what WeChat's canvas has and a browser's has not. */
export function withCanvasMethods(
  canvas: HTMLCanvasElement,
  urlOf: (source: string) => string,
): HTMLCanvasElement {
  const createImage = (): HTMLImageElement => {
    const image = new Image();
    const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
    Object.defineProperty(image, 'src', {
      get: () => image.getAttribute('src') ?? '',
      set: (value: string) => source?.set?.call(image, urlOf(value)),
    });
    return image;
  };
  return Object.assign(canvas, {
    createImage,
    requestAnimationFrame: (run: FrameRequestCallback) => window.requestAnimationFrame(run),
    cancelAnimationFrame: (id: number) => window.cancelAnimationFrame(id),
    createPath2D: (path?: Path2D | string) => new Path2D(path),
    createImageData: (width: number, height: number) => new ImageData(width, height),
  });
}

export const canvas: Builtin = builtin({
  tag: 'canvas',
  properties: { type: '', canvasId: '', disableScroll: false },
  setup(node) {
    const surface = document.createElement('canvas');
    node.element.append(surface);
    const ready = withCanvasMethods(surface, (source) => filesOf(node.host).urlOf(source));
    return {
      contextNode: () => ready,
      attached: () => {
        // WeChat starts with the drawn size; pages scale it by the pixel ratio themselves.
        surface.width = node.element.clientWidth || 300;
        surface.height = node.element.clientHeight || 150;
      },
      update: {
        type: () => {
          if (node.props.type === '' && node.props.canvasId) {
            node.host.reportError(
              new Error('<canvas canvas-id> is the old interface; use <canvas type="2d">'),
            );
          }
        },
      },
    };
  },
});
