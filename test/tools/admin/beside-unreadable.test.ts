/** A record that cannot be read is named once; nothing else is blamed for it. */
import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { check } from '../../../tools/admin/check';
import type { Environment } from '../../../tools/admin/connect';
import { putDocuments, type Document } from '../../../tools/admin/documents';
import { keysOf } from '../../../tools/admin/keys';
import { FUNCTION_ENV } from '../../../tools/emulator/product';
import { startCloud } from '../../cloudfunctions/support/cloud';
import { openEnvironment, START } from './college';
import { inMemory } from './memory-environment';
import { sealEverywhere } from './sealed-college';

const say = (): void => undefined;
/** A person's own records differ in what points at them: each is tried; of the many others some are enough. */
const TRIED = 6;

let environment: Environment;
let usual: readonly object[];
beforeAll(async () => {
  const cloud = await startCloud();
  try {
    const onTheCloud = openEnvironment(cloud);
    await sealEverywhere(cloud, onTheCloud);
    ({ environment } = await inMemory(onTheCloud));
  } finally {
    await cloud.close();
  }
  usual = await findings();
}, 120_000);

const findings = () => check(environment, { cipher: keysOf(FUNCTION_ENV.FIELD_KEY).all, now: START, say });
const stored = async (name: CollectionName): Promise<Document[]> =>
  (await environment.db.collection(name).limit(1000).get()).data as Document[];

const WAYS: [string, (document: Document) => Document][] = [
  ['newer', (document) => ({ ...document, recordVersion: 99 })],
  ['malformed', ({ _id }) => ({ _id, recordVersion: 1 })],
];

it('begins with a step in the journal and nothing else', () => {
  expect(usual).toEqual([{ collection: 'journal', id: 'j-left', problem: 'unfinished' }]);
});

describe.each(COLLECTIONS.map(({ name }) => name))('beside unreadable %s', (name) => {
  it.each(WAYS)(
    'that are %s nothing else is found',
    async (problem, spoil) => {
      const documents = await stored(name);
      const bound = documents.filter(({ accountId }) => typeof accountId === 'string');
      const some = [...bound, ...documents.filter((one) => !bound.includes(one))].slice(0, TRIED);
      for (const group of [...some.map((one) => [one]), documents]) {
        if (group.length === 0) continue;
        await putDocuments(environment.db, name, group.map(spoil));
        const named = group.map(({ _id }) => ({ collection: name, id: _id, problem }));
        const others = usual.filter((one) => !group.some(({ _id }) => (one as { id: string }).id === _id));
        const found = await findings();
        await putDocuments(environment.db, name, group);
        expect(found).toEqual(expect.arrayContaining([...named, ...others]));
        expect(found).toHaveLength(named.length + others.length);
      }
    },
    60_000,
  );
});
