import { FileRefused } from './sheet';

/** Marks at the start of a file that tell how it is encoded. */
const MARKS: readonly [hex: string, encoding: string][] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
  ['84319533', 'gb18030'],
];

const decoded = (bytes: Buffer, encoding: string, fatal: boolean): string =>
  new TextDecoder(encoding, { fatal }).decode(bytes);

const HEAD_BYTES = 8192;
const ZEROS_OF_ONE_SIDE = 4;
const ZEROS_OF_TEXT = 0.1;

/** Without a mark, text of two bytes a character shows by the zeros of its digits and commas, all on one side. */
const wideEncoding = (bytes: Buffer): string | undefined => {
  const zeros = [0, 0];
  const head = bytes.subarray(0, HEAD_BYTES);
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < head.length * ZEROS_OF_TEXT) return undefined;
  if (odd > even * ZEROS_OF_ONE_SIDE) return 'utf-16le';
  return even > odd * ZEROS_OF_ONE_SIDE ? 'utf-16be' : undefined;
};

const LOST = /\ufffd/g;
const MOSTLY = 0.1;

/** UTF-8 in which some characters were cut: most of what is not ASCII can still be read. */
const damagedUtf8 = (bytes: Buffer): string | undefined => {
  const text = decoded(bytes, 'utf-8', false);
  const lost = text.match(LOST)?.length ?? 0;
  const wide = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return lost <= wide * MOSTLY ? text : undefined;
};

/** Measured: rosters with many rare names reach 0.67, Big5 read as GBK 0.53. */
const CHINESE_SHARE = 0.6;

/**
 * Whether the bytes are Chinese in GB2312, GBK or GB18030: nearly any bytes can be decoded so, but only in real text are
 * most characters of GB2312's first level or its punctuation. Texts of other encodings land among rare characters.
 */
const isChinese = (bytes: Buffer): boolean => {
  let wide = 0;
  let frequent = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    wide += 1;
    const isFirstLevel = lead >= 0xb0 && lead <= 0xd7;
    if (trail >= 0xa1 && (isFirstLevel || lead === 0xa1 || lead === 0xa3)) frequent += 1;
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return frequent >= wide * CHINESE_SHARE;
};

const wideText = (bytes: Buffer): string => {
  const encoding = wideEncoding(bytes);
  if (!encoding) throw new FileRefused('FILE_NO_TABLE');
  return decoded(bytes, encoding, false);
};

const narrowText = (bytes: Buffer): string => {
  try {
    return decoded(bytes, 'utf-8', true);
  } catch {
    const text = damagedUtf8(bytes) ?? (isChinese(bytes) ? decoded(bytes, 'gb18030', false) : undefined);
    if (text === undefined) throw new FileRefused('FILE_ENCODING');
    return text;
  }
};

/**
 * The text of a .csv: by its mark, else as UTF-8, else as what Excel and WPS write in China. A character that was lost is
 * U+FFFD, so that its cell can be named. `FILE_ENCODING` when it cannot be told, `FILE_NO_TABLE` for what is no text.
 */
export const decodeText = (bytes: Buffer): string => {
  const [, encoding] = MARKS.find(([hex]) => bytes.toString('hex', 0, hex.length / 2) === hex) ?? [];
  const guess = bytes.includes(0) ? wideText : narrowText;
  const text = encoding ? decoded(bytes, encoding, false) : guess(bytes);
  if (text.includes('\0')) throw new FileRefused('FILE_NO_TABLE');
  return text.replace(/^\ufeff/, '');
};
