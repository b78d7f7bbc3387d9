/** Documents as they are stored: equal ones are equal lines, pages leave none out, and files go by their ids. */
import {
  fileIdsIn,
  lineOf,
  pagesOf,
  putDocuments,
  removeDocuments,
  withFileIds,
} from '../../../tools/admin/documents';
import { badNamesIn } from '../../../tools/admin/field-names';
import { holdsIdNumberIn } from '../../../tools/admin/id-numbers';
import { openEmpty } from './memory-environment';

it('writes equal documents as equal lines, whatever order their fields came in', () => {
  const one = { b: [{ y: null, x: 'ü' }, 3], _id: '1', a: { d: 1, c: [2, 1] } };
  const other = { _id: '1', a: { c: [2, 1], d: 1 }, b: [{ x: 'ü', y: null }, 3] };
  expect(lineOf(one)).toBe('{"_id":"1","a":{"c":[2,1],"d":1},"b":[{"x":"ü","y":null},3]}');
  expect(lineOf(other)).toBe(lineOf(one));
});

it.each([0, 1, 499, 500, 501, 1000, 1001])(
  'reads all of %i documents once, in order, page by page',
  async (count) => {
    const { environment } = openEmpty();
    const ids = Array.from({ length: count }, (_, index) => `d-${String(index).padStart(4, '0')}`);
    await putDocuments(
      environment.db,
      'locks',
      ids.map((_id) => ({ _id })),
    );
    const pages: string[][] = [];
    for await (const page of pagesOf(environment.db, 'locks')) pages.push(page.map(({ _id }) => _id));
    expect(pages.flat()).toEqual(ids);
    expect(Math.max(0, ...pages.map(({ length }) => length))).toBeLessThanOrEqual(500);
    const after: string[] = [];
    for await (const page of pagesOf(environment.db, 'locks', ids[0]))
      after.push(...page.map(({ _id }) => _id));
    expect(after).toEqual(ids.slice(1));
    await removeDocuments(environment.db, 'locks', ids.slice(1));
    expect((await environment.db.collection('locks').limit(9).get()).data).toHaveLength(Math.min(1, count));
  },
);

const ID = 'cloud://env.bucket/screenshots/a/shot.png';
it('finds ids of files anywhere inside, and nothing that only looks like one', () => {
  const held = {
    a: ID,
    b: [{ c: [ID] }, null, 7],
    d: `see ${ID}`,
    e: 'cloud://env.bucket/',
    f: 'cloud:///x',
  };
  expect(fileIdsIn(held)).toEqual([ID, ID]);
});

it('names files anew anywhere inside, and changes nothing else', () => {
  const renamed = new Map([[ID, 'cloud://other/x.png']]);
  expect(withFileIds({ _id: '1', a: [ID, 'text', 7, null, true], b: { c: ID } }, renamed)).toEqual({
    _id: '1',
    a: ['cloud://other/x.png', 'text', 7, null, true],
    b: { c: 'cloud://other/x.png' },
  });
});

it('names the fields that the database does not take, at every depth', () => {
  const value = {
    good_1: { 'a.b': 1 },
    list: [{ 'x-y': null }, 'a.b', null],
    ['n'.repeat(33)]: 1,
    ['n'.repeat(32)]: 1,
    '': 1,
  };
  expect(badNamesIn(value)).toEqual(['a.b', 'x-y', 'n'.repeat(33), '']);
  expect([badNamesIn('a.b'), badNamesIn(null), badNamesIn(7)]).toEqual([[], [], []]);
});

describe('an ID number', () => {
  const NUMBER = '310110200403121234';
  const OLD_FORM = '310110040312123';

  it('is found wherever people type', () => {
    for (const held of [
      NUMBER,
      { name: `我是${NUMBER}` },
      { a: { b: [{ note: OLD_FORM }] } },
      { aliases: ['x', NUMBER] },
    ])
      expect([held, holdsIdNumberIn(held)]).toEqual([held, true]);
  });

  it('is not seen where digits mean nothing, nor in what is no text', () => {
    for (const held of [
      { _id: NUMBER },
      { memberId: NUMBER },
      { nameKey: NUMBER },
      { codeSealed: NUMBER },
      { digest: NUMBER },
      { order: [NUMBER] },
      { at: 310110200403121234 },
      null,
      { a: null },
    ])
      expect([held, holdsIdNumberIn(held)]).toEqual([held, false]);
    expect(holdsIdNumberIn({ hidden: NUMBER, un_id: NUMBER })).toBe(true);
  });

  it('of the old form may be a student number; of today’s form it is none', () => {
    expect(holdsIdNumberIn({ studentNumber: OLD_FORM })).toBe(false);
    expect(holdsIdNumberIn({ studentNumber: NUMBER })).toBe(true);
  });
});
