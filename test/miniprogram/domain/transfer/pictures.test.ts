import { MEGABYTE, PICTURE_MEGABYTES } from '../../../../miniprogram/domain/rules/file-sizes';
import {
  isPicture,
  PICTURE_NAMES,
  PICTURE_SUFFIXES,
  PICTURES_PER_FOLDER,
} from '../../../../miniprogram/domain/transfer/pictures';

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
  ['the smallest that can be one', bytes('\x89PNG\r\n\x1a\n'), 64, true],
  ['a byte less', bytes('\x89PNG\r\n\x1a\n'), 63, false],
  ['a PNG as large as may be', bytes('\x89PNG\r\n\x1a\n'), PICTURE_MEGABYTES * MEGABYTE, true],
  ['a larger one', bytes('\x89PNG\r\n\x1a\n'), PICTURE_MEGABYTES * MEGABYTE + 1, false],
  ['what the storage did not show now', null, null, true],
])('%s', (_case, start, size, expected) => {
  expect(isPicture({ start, size })).toBe(expected);
});

it('knows every name a phone gives a picture, counted from 1', () => {
  expect(PICTURE_NAMES.slice(0, 4)).toEqual(['1.png', '1.jpg', '1.jpeg', '1.webp']);
  expect(PICTURE_NAMES.at(-1)).toBe(`${PICTURES_PER_FOLDER}.webp`);
  expect(PICTURE_NAMES).toHaveLength(PICTURES_PER_FOLDER * PICTURE_SUFFIXES.length);
});
