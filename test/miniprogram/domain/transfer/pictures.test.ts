import { MEGABYTE, PICTURE_MEGABYTES } from '../../../../miniprogram/domain/rules/file-sizes';
import { isPicture } from '../../../../miniprogram/domain/transfer/pictures';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const LARGE = 48_213;

it.each([
  ['a PNG', bytes('\x89PNG\r\n\x1a\n'), LARGE, true],
  ['a JPEG', bytes('\xff\xd8\xff\xe0'), LARGE, true],
  ['a WebP', bytes('RIFF\x01\x02\x03\x04WEBPVP8 '), LARGE, true],
  ['a sound, which begins like a WebP', bytes('RIFF\x01\x02\x03\x04WAVEfmt '), LARGE, false],
  ['a page', bytes('<!doctype html>'), LARGE, false],
  ['nothing', bytes(''), 0, false],
  ['a few bytes', bytes('\x89PNG'), 20, false],
  ['a PNG as large as may be', bytes('\x89PNG\r\n\x1a\n'), PICTURE_MEGABYTES * MEGABYTE, true],
  ['a larger one', bytes('\x89PNG\r\n\x1a\n'), PICTURE_MEGABYTES * MEGABYTE + 1, false],
  ['what the storage did not show now', null, null, true],
])('%s', (_case, start, size, expected) => {
  expect(isPicture({ start, size })).toBe(expected);
});
