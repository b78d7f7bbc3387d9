/** The database takes fields called by letters, digits and `_` alone: what is an id or a day is stored as a value. */
import { RECORDS } from '../../../../cloudfunctions/_shared/store/records';
import { badNamesIn } from '../../../../tools/admin/field-names';
import { createWorld } from '../../support/world';

/** The parts of a valibot schema that hold other schemas. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly options?: readonly Shape[];
}

/** Their keys are words of ours: of a message's template, and of an entry's action. */
const OF_WORDS = ['notices.fields', 'audits.facts', 'journal.notices.fields', 'journal.audits.facts'];

/** Where a schema leaves open what its fields are called. */
const openKeysIn = ({ type, entries, wrapped, item, options }: Shape, path: string): string[] => {
  if (type === 'record') return [path];
  if (wrapped) return openKeysIn(wrapped, path);
  if (item) return openKeysIn(item, path);
  const isChoice = type === 'union' || type === 'variant';
  return [
    ...Object.entries(entries ?? {}).flatMap(([key, inner]) => openKeysIn(inner, `${path}.${key}`)),
    ...(isChoice ? (options ?? []) : []).flatMap((option) => openKeysIn(option, path)),
  ];
};

const fieldsOf = ({ entries, wrapped, item, options }: Shape): string[] => [
  ...Object.entries(entries ?? {}).flatMap(([key, inner]) => [key, ...fieldsOf(inner)]),
  ...[wrapped, item].flatMap((inner) => (inner ? fieldsOf(inner) : [])),
  ...(options ?? []).flatMap((option) => (typeof option === 'object' ? fieldsOf(option) : [])),
];

const SHAPES = Object.entries(RECORDS) as unknown as [string, Shape][];

it.each(SHAPES)('%s: what a field is called is fixed by the schema', (collection, shape) => {
  expect(openKeysIn(shape, collection).filter((path) => !OF_WORDS.includes(path))).toEqual([]);
});

it.each(SHAPES)('%s: every field of the schema may be called so', (_collection, shape) => {
  const fields = fieldsOf(shape);
  expect(fields).toContain('_id');
  expect(badNamesIn(Object.fromEntries(fields.map((name) => [name, null])))).toEqual([]);
});

it('finds bad names at every depth, in lists too', () => {
  const rows = [{ fine_1: { 'b-1|submitted|army': 1 } }, { [`a${'b'.repeat(32)}`]: 2 }];
  expect(badNamesIn({ rows, 名: 3 })).toEqual(['b-1|submitted|army', `a${'b'.repeat(32)}`, '名']);
});

it('has every test fail that writes such a field, as the database would', async () => {
  const { store } = createWorld();
  const entry = { subjectId: 'c-1', at: 1, order: '1:x', kind: 'data', memberId: null } as const;
  const actor = { role: 'system', accountId: null } as const;
  const audit = {
    _id: 'x',
    recordVersion: 3,
    tellAt: null,
    action: 'export',
    actor,
    facts: { 'c-1': 1 },
    ...entry,
  } as const;
  await expect(store.insertMissing('audits', [audit])).rejects.toThrow('must not be called c-1');
});
