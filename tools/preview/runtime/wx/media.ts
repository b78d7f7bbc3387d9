/** Choosing, looking at and shrinking pictures and files. */
import type { RuntimeHost } from '../host';
import { asyncApis, failure, requireText, type Options } from './async-api';
import { chooseFiles } from './file-chooser';
import { filesOf, type FileStore } from './file-store';
import { privacyOf } from './privacy';
import { previewImages } from './picture-viewer';

const listOf = (value: unknown, otherwise: string[]): string[] =>
  Array.isArray(value) ? value.map(String) : otherwise;

async function decode(store: FileStore, api: string, path: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = store.urlOf(path);
  await image.decode().catch(() => {
    throw failure(api, `file not found: ${path}`);
  });
  return image;
}

async function chooseMedia(host: RuntimeHost, api: string, options: Options) {
  await privacyOf(host).require(api);
  if (host.conditions.has('no-album')) throw failure(api, 'auth deny');
  const types = listOf(options.mediaType, ['image', 'video']);
  const accept = [
    types.includes('image') || types.includes('mix') ? 'image/*' : '',
    types.includes('video') ? 'video/*' : '',
  ];
  const files = await chooseFiles(api, {
    accept: accept.filter(Boolean).join(','),
    count: Number(options.count ?? 9),
  });
  const store = filesOf(host);
  const tempFiles = await Promise.all(
    files.map(async (file) => {
      const tempFilePath = store.keep(file, file.name);
      const fileType = file.type.startsWith('video') ? 'video' : 'image';
      const size =
        fileType === 'image' ? await decode(store, api, tempFilePath) : { naturalWidth: 0, naturalHeight: 0 };
      return {
        tempFilePath,
        size: file.size,
        fileType,
        width: size.naturalWidth,
        height: size.naturalHeight,
        thumbTempFilePath: '',
        duration: 0,
      };
    }),
  );
  return {
    type:
      new Set(tempFiles.map(({ fileType }) => fileType)).size > 1
        ? 'mix'
        : (tempFiles[0]?.fileType ?? 'image'),
    tempFiles,
  };
}

async function chooseMessageFile(host: RuntimeHost, options: Options) {
  await privacyOf(host).require('chooseMessageFile');
  const kinds: Record<string, string> = { image: 'image/*', video: 'video/*' };
  const extensions = listOf(options.extension, []).map((item) => `.${item.replace(/^\./, '')}`);
  const accept = extensions.length > 0 ? extensions.join(',') : (kinds[String(options.type)] ?? '');
  const files = await chooseFiles('chooseMessageFile', { accept, count: Number(options.count ?? 100) });
  return {
    tempFiles: files.map((file) => ({
      path: filesOf(host).keep(file, file.name),
      name: file.name,
      size: file.size,
      type: file.type.startsWith('image') ? 'image' : file.type.startsWith('video') ? 'video' : 'file',
      time: Math.floor(file.lastModified / 1000),
    })),
  };
}

/** `quality` is 0 to 100; a given width or height scales the picture down in proportion. */
async function compressImage(host: RuntimeHost, options: Options) {
  const store = filesOf(host);
  const image = await decode(store, 'compressImage', requireText('compressImage', options, 'src'));
  const [width, height] = [Number(options.compressedWidth ?? 0), Number(options.compressedHeight ?? 0)];
  const scale = width ? width / image.naturalWidth : height ? height / image.naturalHeight : 1;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = width && height ? height : Math.round(image.naturalHeight * scale);
  const context = canvas.getContext('2d');
  if (!context) throw failure('compressImage', 'no canvas');
  // JPEG has no transparency: white instead of black below it.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return {
    tempFilePath: store.keep(await toBlob(canvas, 'image/jpeg', Number(options.quality ?? 80) / 100)),
  };
}

function toBlob(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(failure('canvasToTempFilePath', 'create bitmap failed'))),
      type,
      quality,
    );
  });
}

async function canvasToTempFilePath(host: RuntimeHost, options: Options) {
  const source = options.canvas;
  if (!(source instanceof HTMLCanvasElement)) throw failure('canvasToTempFilePath', 'invalid viewId');
  const number = (name: string, otherwise: number) => Number(options[name] ?? otherwise);
  const [x, y] = [number('x', 0), number('y', 0)];
  const [width, height] = [number('width', source.width - x), number('height', source.height - y)];
  const target = document.createElement('canvas');
  target.width = number('destWidth', width);
  target.height = number('destHeight', height);
  target.getContext('2d')?.drawImage(source, x, y, width, height, 0, 0, target.width, target.height);
  const type = options.fileType === 'jpg' ? 'image/jpeg' : 'image/png';
  return { tempFilePath: filesOf(host).keep(await toBlob(target, type, number('quality', 1))) };
}

async function getImageInfo(host: RuntimeHost, options: Options) {
  const path = requireText('getImageInfo', options, 'src');
  const store = filesOf(host);
  const image = await decode(store, 'getImageInfo', path);
  const blob = await store.read(path);
  const type = blob?.type.replace('image/', '').replace('svg+xml', 'svg') ?? 'unknown';
  return { width: image.naturalWidth, height: image.naturalHeight, path, orientation: 'up', type };
}

export function createMediaApis(host: RuntimeHost): Record<string, unknown> {
  return asyncApis({
    chooseMedia: (options) => chooseMedia(host, 'chooseMedia', options),
    chooseImage: async (options) => {
      const { tempFiles } = await chooseMedia(host, 'chooseImage', { ...options, mediaType: ['image'] });
      return {
        tempFilePaths: tempFiles.map(({ tempFilePath }) => tempFilePath),
        tempFiles: tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })),
      };
    },
    chooseMessageFile: (options) => chooseMessageFile(host, options),
    compressImage: (options) => compressImage(host, options),
    canvasToTempFilePath: (options) => canvasToTempFilePath(host, options),
    getImageInfo: (options) => getImageInfo(host, options),
    previewImage: (options) => previewImages(host, 'previewImage', listOf(options.urls, []), options.current),
    previewMedia: (options) => {
      const sources = Array.isArray(options.sources) ? (options.sources as { url?: unknown }[]) : [];
      return previewImages(
        host,
        'previewMedia',
        sources.map(({ url }) => String(url)),
        Number(options.current ?? 0),
      );
    },
    saveImageToPhotosAlbum: async (options) => {
      const path = requireText('saveImageToPhotosAlbum', options, 'filePath');
      await privacyOf(host).require('saveImageToPhotosAlbum');
      if (!(await filesOf(host).read(path))) throw failure('saveImageToPhotosAlbum', 'file not exists');
    },
  });
}
