/** An environment through the real SDK: files by the hundred, and those that are not there. */
import { connect, type Environment } from '../../../tools/admin/connect';
import { startCloud, type Cloud } from '../../cloudfunctions/support/cloud';
import { openEnvironment } from './college';

/** What Tencent's interface for operators is opened with, and what it holds. */
const opened: unknown[] = [];
const FILES = ['screenshots/a.png', 'screenshots/b.png', 'exports/c.xlsx'];
const COLLECTIONS = Array.from({ length: 101 }, (_, index) => `collection${index}`);
jest.doMock('@cloudbase/manager-node', () => ({
  __esModule: true,
  default: class {
    constructor(asked: unknown) {
      opened.push(asked);
    }
    readonly storage = {
      walkCloudDir: async (folder: string) =>
        FILES.filter((Key) => Key.startsWith(folder)).map((Key) => ({ Key, Size: '1' })),
    };
    readonly database = {
      listCollections: async ({ MgoLimit, MgoOffset }: { MgoLimit: number; MgoOffset: number }) => ({
        Collections: COLLECTIONS.slice(MgoOffset, MgoOffset + MgoLimit).map((CollectionName) => ({
          CollectionName,
        })),
      }),
    };
  },
}));

let cloud: Cloud;
let environment: Environment;
beforeAll(async () => {
  cloud = await startCloud();
  environment = openEnvironment(cloud);
}, 60_000);
afterAll(() => cloud.close());

it('brings a file up and down again, and knows one that is not there', async () => {
  const { files } = environment;
  const fileId = await files.upload('rosters/a/list.csv', Buffer.from('姓名'));
  expect((await files.download(fileId))?.toString()).toBe('姓名');
  expect(await files.heads([fileId])).toMatchObject({ [fileId]: { size: Buffer.from('姓名').length } });
  expect(await files.download(fileId.replace('list', 'none'))).toBeUndefined();
});

it('removes every file it is named, however many one call may name', async () => {
  const { files } = environment;
  const fileIds = await Promise.all(
    Array.from({ length: 101 }, (_, index) => files.upload(`rosters/many/${index}.csv`, Buffer.from('x'))),
  );
  await files.remove(fileIds);
  const left = await Promise.all(fileIds.map((fileId) => files.download(fileId)));
  expect(left.filter((bytes) => bytes !== undefined)).toEqual([]);
});

it('lists the collections and files of Tencent’s cloud, and none of the emulator, which does not tell', async () => {
  const real = connect({ env: 'school-1', secretId: 'id', secretKey: 'key' });
  expect(await real.names?.()).toEqual(COLLECTIONS);
  expect(await real.pathsIn?.('screenshots/')).toEqual(['screenshots/a.png', 'screenshots/b.png']);
  expect(opened).toEqual(Array(2).fill({ envId: 'school-1', secretId: 'id', secretKey: 'key' }));
  expect(environment).not.toHaveProperty('names');
  expect(environment).not.toHaveProperty('pathsIn');
});
