/** `wx.getFileSystemManager()`, the part a product that makes and reads documents needs; and what opens documents. */
import type { RuntimeHost } from '../host';
import { asyncApi, asyncApis, failure, requireText, type AsyncApi, type Options } from './async-api';
import { fromBase64, toBase64 } from './base64';
import { filesOf, USER_DATA_PATH, type FileStore } from './file-store';
import { element, openLayer, textButton } from './layer';

const missing = (api: string, path: string) =>
  failure(api, `no such file or directory, open "${path}"`, { errno: 1300002 });

async function need(store: FileStore, api: string, path: string): Promise<Blob> {
  const blob = await store.read(path);
  if (!blob) throw missing(api, path);
  return blob;
}

function toBlob(data: unknown, encoding: unknown): Blob {
  if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return new Blob([data as ArrayBuffer]);
  return encoding === 'base64' ? new Blob([fromBase64(String(data))]) : new Blob([String(data)]);
}

async function readAs(blob: Blob, encoding: unknown): Promise<string | ArrayBuffer> {
  if (encoding === undefined) return blob.arrayBuffer();
  if (encoding === 'base64') return toBase64(new Uint8Array(await blob.arrayBuffer()));
  return blob.text();
}

function requireUserPath(api: string, path: string): string {
  if (path.startsWith(`${USER_DATA_PATH}/`)) return path;
  throw failure(api, `permission denied, open "${path}"`, { errno: 1300013 });
}

class FileSystemManager {
  readonly readFile: AsyncApi;
  readonly writeFile: AsyncApi;
  readonly stat: AsyncApi;
  readonly access: AsyncApi;
  readonly unlink: AsyncApi;
  readonly readdir: AsyncApi;
  readonly copyFile: AsyncApi;
  readonly saveFile: AsyncApi;
  readonly getFileInfo: AsyncApi;
  readonly mkdir = asyncApi('mkdir', () => undefined);

  constructor(private readonly store: FileStore) {
    const path = (api: string, options: Options, name = 'filePath') => requireText(api, options, name);
    this.readFile = asyncApi('readFile', async (options) => ({
      data: await readAs(await need(store, 'readFile', path('readFile', options)), options.encoding),
    }));
    this.writeFile = asyncApi('writeFile', (options) => {
      this.writeFileSync(path('writeFile', options), options.data, options.encoding);
    });
    this.stat = asyncApi('stat', async (options) => {
      const name = path('stat', options, 'path');
      const { size } = await need(store, 'stat', name);
      const seconds = Math.floor((store.get(name)?.savedAt ?? 0) / 1000);
      return {
        stats: {
          size,
          mode: 33188,
          lastAccessedTime: seconds,
          lastModifiedTime: seconds,
          isFile: () => true,
          isDirectory: () => false,
        },
      };
    });
    this.access = asyncApi(
      'access',
      async (options) => void (await need(store, 'access', path('access', options, 'path'))),
    );
    this.getFileInfo = asyncApi('getFileInfo', async (options) => ({
      size: (await need(store, 'getFileInfo', path('getFileInfo', options))).size,
    }));
    this.unlink = asyncApi('unlink', (options) => this.unlinkSync(path('unlink', options)));
    this.readdir = asyncApi('readdir', (options) => ({
      files: store.list(path('readdir', options, 'dirPath')),
    }));
    this.copyFile = asyncApi('copyFile', async (options) => {
      const blob = await need(store, 'copyFile', path('copyFile', options, 'srcPath'));
      store.write(requireUserPath('copyFile', path('copyFile', options, 'destPath')), blob);
    });
    this.saveFile = asyncApi('saveFile', async (options) => {
      const temp = path('saveFile', options, 'tempFilePath');
      const blob = await need(store, 'saveFile', temp);
      const saved = String(options.filePath ?? `${USER_DATA_PATH}/${temp.split('/').pop()}`);
      store.write(saved, blob);
      store.remove(temp);
      return { savedFilePath: saved };
    });
  }

  writeFileSync(path: string, data: unknown, encoding?: unknown): void {
    this.store.write(requireUserPath('writeFile', path), toBlob(data, encoding));
  }

  unlinkSync(path: string): void {
    if (!this.store.remove(path)) throw missing('unlink', path);
  }

  accessSync(path: string): void {
    if (!this.store.get(path)) throw new Error(missing('accessSync', path).errMsg);
  }

  mkdirSync(): void {
    // Folders exist as soon as a file stands in them.
  }
}

/** WeChat shows or forwards the document; here the person may keep it. */
async function offerDocument(host: RuntimeHost, api: string, path: string, name: string): Promise<void> {
  const blob = await need(filesOf(host), api, path);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  const box = element('div', 'mp-sheet mp-actions');
  box.setAttribute('aria-label', name);
  const close = () => layer.close();
  const layer = openLayer(host, box, { role: 'dialog', dismissed: close });
  box.append(
    element('p', '', `${name}（${Math.max(1, Math.round(blob.size / 1024))} KB）`),
    textButton('保存到电脑', () => {
      link.click();
      close();
    }),
    textButton('关闭', close),
  );
  layer.focus();
}

async function downloadFile(host: RuntimeHost, options: Options): Promise<object> {
  const url = requireText('downloadFile', options, 'url');
  const store = filesOf(host);
  const reply = await fetch(store.urlOf(url)).catch(() => {
    throw failure('downloadFile', 'request:fail');
  });
  const name = new URL(reply.url).pathname.split('/').pop() ?? '';
  return { tempFilePath: store.keep(await reply.blob(), name), statusCode: reply.status };
}

const nameOf = (path: string): string => path.split('/').pop() ?? path;

export function createFileApis(host: RuntimeHost): Record<string, unknown> {
  const manager = new FileSystemManager(filesOf(host));
  return {
    getFileSystemManager: () => manager,
    ...asyncApis({
      downloadFile: (options) => downloadFile(host, options),
      openDocument: (options) => {
        const path = requireText('openDocument', options, 'filePath');
        const type = options.fileType ? `.${String(options.fileType)}` : '';
        return offerDocument(
          host,
          'openDocument',
          path,
          nameOf(path).includes('.') ? nameOf(path) : nameOf(path) + type,
        );
      },
      shareFileMessage: (options) => {
        const path = requireText('shareFileMessage', options, 'filePath');
        return offerDocument(host, 'shareFileMessage', path, String(options.fileName ?? nameOf(path)));
      },
    }),
  };
}
