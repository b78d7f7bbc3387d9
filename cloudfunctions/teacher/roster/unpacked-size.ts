/** Marks of a .zip's list of contents. */
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_REMARK = 0xffff;

const endOfList = (bytes: Buffer): number => {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_REMARK); at -= 1)
    if (bytes.readUInt32LE(at) === END_MARK) return at;
  return -1;
};

/**
 * What the parts of a .zip say they unpack to, in bytes; undefined when it is no .zip. The unpacker goes by the same
 * numbers, so a small file cannot fill the memory unnoticed.
 */
export const unpackedSize = (bytes: Buffer): number | undefined => {
  const end = bytes.length < END_BYTES ? -1 : endOfList(bytes);
  if (end < 0) return undefined;
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY_MARK) return undefined;
    total += bytes.readUInt32LE(at + 24);
    at +=
      ENTRY_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
};
