import { randomBytes } from 'node:crypto';
import { createCipher } from '../../../cloudfunctions/_shared/cipher';

const key = (fill: string) => Buffer.alloc(32, fill).toString('base64');
const cipher = createCipher(key('a'), randomBytes);

it('opens what it sealed, whatever the text', () => {
  for (const text of ['', '836214', '林建国 13800138000', '𠮷'.repeat(500)])
    expect(cipher.open(cipher.seal(text, 'r-1'), 'r-1')).toBe(text);
});

it('seals the same text differently each time', () => {
  expect(cipher.seal('836214', 'r-1')).not.toBe(cipher.seal('836214', 'r-1'));
});

it('does not open elsewhere, with another key, or after a change', () => {
  const sealed = cipher.seal('836214', 'r-1');
  const spoilt = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
  expect(() => cipher.open(sealed, 'r-2')).toThrow();
  expect(() => createCipher(key('b'), randomBytes).open(sealed, 'r-1')).toThrow();
  expect(() => cipher.open(spoilt, 'r-1')).toThrow();
  expect(() => cipher.open('v0.abc', 'r-1')).toThrow();
});

it('refuses a key of another length', () => {
  expect(() => createCipher('c2hvcnQ=', randomBytes)).toThrow('32 bytes');
});
