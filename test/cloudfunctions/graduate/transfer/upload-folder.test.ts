import { choose, employedSubmission, GRADUATE, openUniversity } from '../../support/people';
import { PICTURE } from '../../support/picture';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const chooseFor = async (
  wayId: 'employed' | 'study-abroad',
  routeId: string,
  version: number | null = null,
) => dataOf(await world.call(GRADUATE, 'graduate', 'chooseWay', { wayId, routeId, version }));

it('comes along with the first way, noted, and takes the pictures of the submission', async () => {
  const { transfer, folder = '' } = await chooseFor('employed', 'direct');
  expect(world.store.all('uploads')).toMatchObject([{ folder }]);
  const screenshots = [await world.ports.files.upload(`${folder}/1.png`, PICTURE)];
  const submission = { ...(await employedSubmission(world, GRADUATE, transfer.version)), screenshots };
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'submit', submission))).toBe('none');
});

it('is counted among those of the day', async () => {
  await chooseFor('employed', 'direct');
  expect(world.store.all('members').map(({ uploadFolders }) => uploadFolders?.count)).toContain(1);
});

it('does not come along with another way, nor with a second tap', async () => {
  const { transfer } = await chooseFor('employed', 'direct');
  expect((await chooseFor('employed', 'direct')).folder).toBeUndefined();
  const other = await chooseFor('study-abroad', 'keep', transfer.version);
  expect(other.folder).toBeUndefined();
});

it('is noted before it is given, and counted once, when it is asked for', async () => {
  await choose(world, GRADUATE);
  const { folder } = dataOf(await world.call(GRADUATE, 'graduate', 'uploadFolder', {}));
  expect(world.store.all('uploads').map((upload) => upload.folder)).toContain(folder);
  expect(world.store.all('members').map(({ uploadFolders }) => uploadFolders?.count)).toContain(2);
});
