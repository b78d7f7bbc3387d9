/** How a stored file begins, without fetching all of it. */
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { PICTURES } from '../kernel/policy';
import type { FileHead, Files } from './ports';

/** Enough to tell a picture by. */
const HEAD_BYTES = 16;
const NOT_FOUND = 404;

/** `bytes 0-15/48213` says how large the whole file is; a server that sends all of it says so by the length alone. */
const sizeOf = ({ headers }: IncomingMessage): number | null => {
  const total = Number(headers['content-range']?.split('/')[1] ?? headers['content-length']);
  return Number.isInteger(total) ? total : null;
};

/** `missing` when the storage says so; null start and size when it says nothing now. */
const fetchHead = (url: string): Promise<FileHead | 'missing'> =>
  new Promise((resolve) => {
    const unseen: FileHead = { start: null, size: null };
    const open = url.startsWith('https:') ? httpsGet : httpGet;
    const request = open(url, { headers: { range: `bytes=0-${HEAD_BYTES - 1}` } }, (reply) => {
      if (reply.statusCode === NOT_FOUND) resolve('missing');
      const isThere = reply.statusCode === 200 || reply.statusCode === 206;
      const chunks: Buffer[] = [];
      const finish = (): void => {
        const start = Buffer.concat(chunks).subarray(0, HEAD_BYTES);
        resolve(isThere ? { start, size: sizeOf(reply) } : unseen);
        request.destroy();
      };
      reply.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (Buffer.concat(chunks).length >= HEAD_BYTES) finish();
      });
      reply.on('end', finish);
      reply.on('error', () => resolve(unseen));
    });
    request.setTimeout(PICTURES.headTimeoutMs, () => request.destroy());
    request.on('error', () => resolve(unseen));
    request.on('close', () => resolve(unseen));
  });

/** How the files at these addresses begin, by file id; the missing are left out. */
export const headsAt = async (urls: Awaited<ReturnType<Files['urls']>>): ReturnType<Files['heads']> => {
  const there = Object.entries(urls).filter(([, url]) => url !== '');
  const looks = there.map(async ([fileId, url]) => [fileId, await fetchHead(url)] as const);
  const heads: Record<string, FileHead> = {};
  for (const [fileId, head] of await Promise.all(looks)) if (head !== 'missing') heads[fileId] = head;
  return heads;
};
