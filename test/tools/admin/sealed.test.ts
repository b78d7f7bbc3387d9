/** Where sealed texts stand: found by how they look or are called, each bound to its own record. */
import { createCipher } from '../../../cloudfunctions/_shared/kernel/cipher';
import { putDocuments } from '../../../tools/admin/documents';
import { brokenSealsIn, opensHere, visitSealed } from '../../../tools/admin/sealed';
import { openEmpty } from './memory-environment';

const cipherNamed = (name: string) =>
  createCipher(`${name}:${Buffer.alloc(32, name).toString('base64')}`, (size) => Buffer.alloc(size));
const ours = cipherNamed('ours');
const theirs = cipherNamed('theirs');

/** What is sealed in a document, each text with what it is bound to. */
const foundIn = (...[collection, document]: [Parameters<typeof visitSealed>[0], object]) => {
  const found: [string, string][] = [];
  visitSealed(collection, document as Readonly<Record<string, unknown>>, (sealed, context) => {
    found.push([sealed, context]);
    return sealed;
  });
  return found;
};

it('is found at every depth, by its look or by the name of its field', () => {
  const text = ours.seal('secret', 't-1');
  const transfer = {
    _id: 't-1',
    note: 'plain',
    past: [{ codeSealed: 'looks plain' }],
    list: [text, 7, null],
    codeSealed: null,
  };
  expect(foundIn('transfers', transfer)).toEqual([
    ['looks plain', 't-1'],
    [text, 't-1'],
  ]);
});

it('is bound to the record, in the audit to the person, in the journal to the person of each entry', () => {
  const audit = (memberId: string) => ({ _id: 'a', memberId, facts: { reasonSealed: memberId } });
  for (const collection of ['transfers', 'resetRequests', 'colleges', 'erasures'] as const)
    expect(foundIn(collection, { _id: 'own', aSealed: 'x' })).toEqual([['x', 'own']]);
  expect(foundIn('audits', audit('m-1'))).toEqual([['m-1', 'm-1']]);
  const journal = { _id: 'j', strange: 'x', audits: [audit('m-1'), audit('m-2')] };
  expect(foundIn('journal', journal)).toEqual([
    ['m-1', 'm-1'],
    ['m-2', 'm-2'],
  ]);
  expect(foundIn('journal', { _id: 'j' })).toEqual([]);
  expect(foundIn('members', { _id: 'm-1', memberId: 'm-1', aSealed: 'x' })).toEqual([['x', '']]);
});

it('is changed where it stands, and nothing else is', () => {
  const journal = {
    _id: 'j',
    at: 7,
    audits: [{ _id: 'a', memberId: 'm-1', facts: { xSealed: 'x', list: ['y'] } }],
  };
  expect(visitSealed('journal', journal, (sealed, context) => `${sealed} of ${context}`)).toEqual({
    _id: 'j',
    at: 7,
    audits: [{ _id: 'a', memberId: 'm-1', facts: { xSealed: 'x of m-1', list: ['y'] } }],
  });
});

it('counts as broken where no key opens it in its place', () => {
  const document = {
    _id: 't-1',
    aSealed: ours.seal('1', 't-1'),
    bSealed: ours.seal('1', 't-2'),
    cSealed: theirs.seal('1', 't-1'),
  };
  expect(brokenSealsIn(ours, 'transfers', document)).toBe(2);
  expect(brokenSealsIn(ours, 'transfers', { _id: 't-1' })).toBe(0);
});

describe('whether keys are those of an environment', () => {
  const holding = async (sealed: readonly string[]) => {
    const { environment } = openEmpty();
    await putDocuments(environment.db, 'transfers', [{ _id: 't-0' }]);
    await putDocuments(environment.db, 'colleges', [{ _id: 'c-1', aSealed: sealed }]);
    return environment;
  };

  it('says the first place with a sealed text', async () => {
    const [open, closed] = [ours.seal('1', 'c-1'), theirs.seal('1', 'c-1')];
    expect(await opensHere(await holding([open, closed]), ours)).toBe(true);
    expect(await opensHere(await holding([closed]), ours)).toBe(false);
  });

  it('is not denied where nothing is sealed', async () => {
    expect(await opensHere(await holding([]), ours)).toBe(true);
  });
});
