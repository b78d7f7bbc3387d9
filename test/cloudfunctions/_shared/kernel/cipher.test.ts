import { randomBytes } from 'node:crypto';
import { createCipher, looksSealed, sealedBy } from '../../../../cloudfunctions/_shared/kernel/cipher';
import { createSigner } from '../../../../cloudfunctions/_shared/kernel/signer';

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

it('refuses a key of another length, and two keys of one name', () => {
  expect(() => createCipher('c2hvcnQ=', randomBytes)).toThrow('32 bytes');
  expect(() => createCipher(`2027:${key('a')},2027:${key('b')}`, randomBytes)).toThrow('twice');
});

describe('when a key is replaced', () => {
  const both = createCipher(`2028:${key('b')},${key('a')}`, randomBytes);

  it('seals with the newest and opens what either sealed', () => {
    const old = cipher.seal('836214', 'r-1');
    const fresh = both.seal('836214', 'r-1');
    expect([both.open(old, 'r-1'), both.open(fresh, 'r-1')]).toEqual(['836214', '836214']);
    expect([old, fresh].map(looksSealed)).toEqual([true, true]);
    expect([old, fresh].map(sealedBy)).toEqual(['1', '2028']);
    expect(() => cipher.open(fresh, 'r-1')).toThrow('not in FIELD_KEY');
  });

  it('opens what was sealed before keys had names', () => {
    const [, , bytes] = cipher.seal('836214', 'r-1').split('.');
    expect(both.open(`v1.${bytes}`, 'r-1')).toBe('836214');
    expect(looksSealed(`v1.${bytes}`)).toBe(true);
  });

  it('still takes a card pass signed before', () => {
    const [before, after] = [createSigner(key('a')), createSigner(`2028:${key('b')},${key('a')}`)];
    expect(after.verify('pass', before.sign('pass'))).toBe(true);
    expect(before.verify('pass', after.sign('pass'))).toBe(false);
  });
});
