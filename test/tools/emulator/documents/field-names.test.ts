/** Fields are called by letters, digits and `_`, 32 characters at most, as the platform documents it. */
import { openTestDatabase, type Doc, type TestDatabase } from '../support/document-database';

const LONG = 'a'.repeat(33);
const refused = (name: string) => ({
  code: 'DATABASE_REQUEST_FAILED',
  message: expect.stringContaining(`Field name '${name}' is not allowed`) as unknown,
});

let db: TestDatabase;
beforeEach(async () => {
  db = openTestDatabase([{ name: 'things', indexes: [] }]);
  await db.insert('things', { _id: 1, list: [{ n: 1 }] });
});
afterEach(() => db.service.close());

test.each<[string, Doc]>([
  ['b-1', { 'b-1': 1 }],
  ['b-1', { of: { 'b-1': 1 } }],
  ['b-1', { of: [{ 'b-1': 1 }] }],
  ['a|b', { 'a|b': 1 }],
  ['支部', { 支部: 1 }],
  [LONG, { [LONG]: 1 }],
  ['', { '': 1 }],
])("'%s' is refused in a new document, wherever it stands", async (name, doc) => {
  await expect(db.insert('things', doc)).rejects.toMatchObject(refused(name));
  expect(await db.find('things', {})).toHaveLength(1);
});

test.each<[string, Doc]>([
  ['b-1', { $set: { 'b-1': 1 } }],
  ['b-1', { $set: { 'of.b-1': 1 } }],
  ['b-1', { $set: { of: { 'b-1': 1 } } }],
  ['b-1', { $inc: { 'of.b-1': 1 } }],
  ['b-1', { $push: { list: { $each: [{ 'b-1': 1 }] } } }],
  ['b-1', { $rename: { list: 'b-1' } }],
])("'%s' is refused in a change: %j", async (name, change) => {
  await expect(db.update('things', { _id: 1 }, change)).rejects.toMatchObject(refused(name));
  expect(await db.find('things', {})).toEqual([{ _id: 1, list: [{ n: 1 }] }]);
});

test('places in a list and names of 32 characters are taken', async () => {
  const name = LONG.slice(1);
  await db.update('things', { 'list.n': 1 }, { $set: { 'list.$.n': 2, [name]: 4 } });
  expect(await db.find('things', {})).toEqual([{ _id: 1, list: [{ n: 2 }], [name]: 4 }]);
});
