import { extname } from 'node:path';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.docx': `${OFFICE}.wordprocessingml.document`,
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.xlsx': `${OFFICE}.spreadsheetml.sheet`,
  '.zip': 'application/zip',
};

const begins = (bytes: Buffer, hex: string, at = 0) =>
  bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;

/** What the first bytes say; undefined when they say nothing. */
function byMagic(bytes: Buffer): string | undefined {
  if (begins(bytes, '89504e470d0a1a0a')) return 'image/png';
  if (begins(bytes, 'ffd8ff')) return 'image/jpeg';
  if (begins(bytes, '47494638')) return 'image/gif';
  if (begins(bytes, '52494646') && begins(bytes, '57454250', 8)) return 'image/webp';
  return begins(bytes, '25504446') ? 'application/pdf' : undefined;
}

/** The content type of a stored file: its bytes decide, then the extension of its path. */
export const contentTypeOf = (path: string, bytes: Buffer): string =>
  byMagic(bytes) ?? BY_EXTENSION[extname(path).toLowerCase()] ?? 'application/octet-stream';
