import type { Clock } from '../types';
import { ProtocolError } from '../types';
import type { Signatures } from './signatures';

/** Seconds an upload may begin after its address was given out. */
const UPLOAD_SECONDS = 900;

/** The storage's own limit on an object's name, in bytes of UTF-8. */
const MAX_PATH_BYTES = 850;

const forbidden = (message: string) => new ProtocolError('STORAGE_EXCEED_AUTHORITY', message);

/** Throws INVALID_PARAM for a path the storage would not take. */
export function assertCloudPath(path: unknown): asserts path is string {
  const isUsable =
    typeof path === 'string' &&
    path !== '' &&
    // An address with such segments would not keep them.
    !path.split('/').some((segment) => ['', '.', '..'].includes(segment)) &&
    !/[\0-\x1f\x7f]/.test(path) &&
    Buffer.byteLength(path) <= MAX_PATH_BYTES;
  if (!isUsable) throw new ProtocolError('INVALID_PARAM', 'cloudPath is empty, too long or malformed');
}

const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

function decodeOrNothing(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Signed addresses of files: `/cos/…` to upload, `/file/…` to download. Times are the emulator's. */
export class Addresses {
  constructor(
    private readonly signatures: Signatures,
    private readonly clock: Clock,
    private readonly baseUrl: () => string,
  ) {}

  private seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  /** Where and with what authorization to PUT the bytes. */
  upload(path: string): { url: string; authorization: string } {
    const expiresAt = this.seconds() + UPLOAD_SECONDS;
    const authorization = `${expiresAt}-${this.signatures.sign('PUT', path, expiresAt)}`;
    return { url: `${this.baseUrl()}/cos/${encodePath(path)}?sign=${authorization}`, authorization };
  }

  /** Throws STORAGE_EXCEED_AUTHORITY unless the authorization is for this path and not expired. */
  checkUpload(path: string, authorization: string): void {
    const [, expiresAt = '', signature = ''] = /^(\d+)-(\w+)$/.exec(authorization) ?? [];
    if (!this.signatures.isValid('PUT', path, Number(expiresAt), signature))
      throw forbidden('wrong signature');
    if (this.seconds() >= Number(expiresAt)) throw forbidden('the signature has expired');
  }

  download(path: string, maxAge: number): string {
    const expiresAt = this.seconds() + maxAge;
    const sign = this.signatures.sign('GET', path, expiresAt);
    return `${this.baseUrl()}/file/${encodePath(path)}?sign=${sign}&t=${expiresAt}`;
  }

  /** The cloud path a signed address (path and query) opens; throws STORAGE_EXCEED_AUTHORITY. */
  openDownload(target: string): string {
    const url = new URL(target, 'http://local');
    const sign = url.searchParams.get('sign') ?? '';
    const expiresAt = Number(url.searchParams.get('t') ?? NaN);
    const once = decodeOrNothing(url.pathname.replace(/^\/file\//, ''));
    // The server SDKs encode the whole address once more before they fetch it.
    const twice = once === undefined ? undefined : decodeOrNothing(once);
    const path = [once, twice].find(
      (p) => p !== undefined && this.signatures.isValid('GET', p, expiresAt, sign),
    );
    if (path === undefined) throw forbidden('wrong signature');
    if (this.seconds() >= expiresAt) throw forbidden('the address has expired');
    return path;
  }
}
