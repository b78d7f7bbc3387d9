/** The parts of an .xlsx, which is a .zip. What its headers say about sizes is believed in nothing. */
import { createInflateRaw } from 'node:zlib';
import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { FileRefused } from './sheet';
import { tooLarge } from './sheet-writer';

const END_MARK = 0x06054b50;
const END_BYTES = 22;
const LONGEST_REMARK = 0xffff;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_MARK = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const CHUNK_BYTES = 64 * 1024;

interface Part {
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly at: number;
}

export interface Zip {
  has(name: string): boolean;
  /** The bytes of a part in small pieces; ends with `FILE_TOO_LARGE` when all parts read give more than is allowed. */
  read(name: string): AsyncIterable<Buffer>;
}

/** Names differ in case and slashes between programs. */
const plainName = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

const endOfList = (bytes: Buffer): number => {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_REMARK); at -= 1)
    if (bytes.readUInt32LE(at) === END_MARK) return at;
  throw new FileRefused('FILE_UNREADABLE');
};

/** What the parts say they unpack to is only a first look, which saves unpacking what says so itself. */
const listParts = (bytes: Buffer): Map<string, Part> => {
  const end = endOfList(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > ROSTER_FILE.maxParts) throw tooLarge();
  const parts = new Map<string, Part>();
  let at = bytes.readUInt32LE(end + 16);
  let unpackedBytes = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY_MARK)
      throw new FileRefused('FILE_UNREADABLE');
    unpackedBytes += bytes.readUInt32LE(at + 24);
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
    parts.set(plainName(bytes.toString('utf8', at + ENTRY_BYTES, nameEnd)), {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (unpackedBytes > ROSTER_FILE.maxUnpackedBytes) throw tooLarge();
  return parts;
};

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

const unpack = (bytes: Buffer, { flags, method, packedBytes, at }: Part): AsyncIterable<Buffer> => {
  if (flags & ENCRYPTED) throw new FileRefused('FILE_PASSWORD');
  if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL_MARK)
    throw new FileRefused('FILE_UNREADABLE');
  const from = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(from, from + packedBytes);
  if (method === STORED) return pieces(packed);
  if (method !== DEFLATED) throw new FileRefused('FILE_UNREADABLE');
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflate.end(packed);
  return inflate;
};

/** Every .zip, and so every .xlsx, begins so. */
export const isZip = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 2) === 'PK';

/** Throws when the bytes are no .zip. */
export const openZip = (bytes: Buffer): Zip => {
  const parts = listParts(bytes);
  let left: number = ROSTER_FILE.maxUnpackedBytes;
  return {
    has: (name) => parts.has(plainName(name)),
    async *read(name) {
      const part = parts.get(plainName(name));
      if (!part) throw new FileRefused('FILE_UNREADABLE');
      for await (const piece of unpack(bytes, part)) {
        left -= piece.length;
        if (left < 0) throw tooLarge();
        yield piece;
      }
    },
  };
};
