import { givenFolders } from '../../../../cloudfunctions/_shared/people/uploads';
import { createWorld, START } from '../../support/world';

const MEMBER = 'm-1';

it.each([
  ['one after the other', (number: number) => START + number],
  ['two at a time', (number: number) => START + Math.ceil(number / 2)],
  ['all at once', () => START],
])('finds every folder a person was given, however many: %s', async (_how, momentOf) => {
  const world = createWorld();
  const folders = Array.from({ length: 101 }, (_, number) => `folder-${String(number).padStart(3, '0')}`);
  folders.forEach((folder, number) =>
    world.store.plant('uploads', {
      _id: `u-${folder}`,
      recordVersion: 2,
      memberId: MEMBER,
      folder,
      at: momentOf(number),
    }),
  );
  expect((await givenFolders(world.ports, MEMBER)).sort()).toEqual(folders);
  expect(await givenFolders(world.ports, 'm-2')).toEqual([]);
});
