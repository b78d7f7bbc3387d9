/** Temporary and user files of a phone: WeChat's paths in front, blobs behind. They live as long as the page. */
import { perHost } from './per-host';

export const USER_DATA_PATH = 'wxfile://usr';
const TEMP_PREFIX = 'wxfile://tmp_';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'application/pdf': 'pdf',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** Prefers the file's own ending, as WeChat keeps it for chosen files. */
export function extensionOf(name: string, type: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? EXTENSIONS[type] ?? 'bin';
}

interface StoredFile {
  blob: Blob;
  url?: string;
  savedAt: number;
}

export class FileStore {
  private readonly files = new Map<string, StoredFile>();
  private count = 0;

  constructor(private readonly now: () => number) {}

  /** Keeps a chosen or downloaded file and answers its temporary path. */
  keep(blob: Blob, name = ''): string {
    const path = `${TEMP_PREFIX}${this.now().toString(36)}${(this.count += 1)}.${extensionOf(name, blob.type)}`;
    this.write(path, blob);
    return path;
  }

  write(path: string, blob: Blob): void {
    this.remove(path);
    this.files.set(path, { blob, savedAt: this.now() });
  }

  get(path: string): { blob: Blob; savedAt: number } | undefined {
    return this.files.get(path);
  }

  remove(path: string): boolean {
    const file = this.files.get(path);
    if (file?.url) URL.revokeObjectURL(file.url);
    return this.files.delete(path);
  }

  list(folder: string): string[] {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    return [...this.files.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length));
  }

  /** What an `<img>` can load: blobs for stored files, the compiled package for its own pictures. */
  urlOf(source: string): string {
    const file = this.files.get(source);
    if (file) return (file.url ??= URL.createObjectURL(file.blob));
    if (/^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/file\//.test(source)) {
      // The emulator signs links with its own port; the preview passes them on, so a phone needs one origin only.
      return source.replace(/^https?:\/\/[^/]+/, '');
    }
    if (source === '' || /^(https?:|data:|blob:|\/\/|\/file\/)/.test(source)) return source;
    return source.replace(/^\.?\//, '');
  }

  /** The bytes of a stored file or of anything a browser can fetch; undefined when there is nothing. */
  async read(path: string): Promise<Blob | undefined> {
    const file = this.files.get(path);
    if (file) return file.blob;
    if (path.startsWith('wxfile://')) return undefined;
    const reply = await fetch(this.urlOf(path)).catch(() => undefined);
    return reply?.ok ? reply.blob() : undefined;
  }
}

export const filesOf = perHost((host) => new FileStore(() => host.now()));
