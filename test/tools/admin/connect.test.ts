/** An environment through the real SDK: files by the hundred, and those that are not there. */
import type { Environment } from '../../../tools/admin/connect';
import { startCloud, type Cloud } from '../../cloudfunctions/support/cloud';
import { openEnvironment } from './college';

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
