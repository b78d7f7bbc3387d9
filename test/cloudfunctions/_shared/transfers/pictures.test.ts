import {
  choose,
  CLASSMATE,
  employedSubmission,
  folderOf,
  GRADUATE,
  memberNamed,
  openUniversity,
} from '../../support/people';
import { PICTURE } from '../../support/picture';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

describe('a folder for pictures', () => {
  const handedInFrom = async (folder: string) => {
    const { version } = await choose(world, GRADUATE);
    const submission = await employedSubmission(world, GRADUATE, version);
    const picture = await world.ports.files.upload(`${folder}/1.png`, PICTURE);
    const payload = { ...submission, screenshots: [picture] };
    return world.call(GRADUATE, 'graduate', 'submit', payload);
  };

  it('proves by its name whose it is, without a note of it', async () => {
    const folder = await folderOf(world, GRADUATE);
    for (const { _id } of world.store.all('uploads')) await world.store.removeAll('uploads', [_id]);
    dataOf(await handedInFrom(folder));
  });

  it('lends its proof to nobody else', async () => {
    const [own, other] = [await folderOf(world, GRADUATE), await folderOf(world, CLASSMATE)];
    const secret = other.split('/').at(-1) ?? '';
    const borrowed = [...own.split('/').slice(0, -1), secret].join('/');
    expect(errorOf(await handedInFrom(borrowed))).toBe('SCREENSHOT_FOREIGN');
  });

  it('of an earlier release is looked up', async () => {
    const folder = [...(await folderOf(world, GRADUATE)).split('/').slice(0, -1), 'OLDFOLDER2345678'].join(
      '/',
    );
    const { _id: memberId } = memberNamed(world, '林小雨');
    const note = {
      _id: 'u-OLDFOLDER2345678',
      recordVersion: 2,
      memberId,
      folder,
      at: world.world.now,
    } as const;
    expect(errorOf(await handedInFrom(folder))).toBe('SCREENSHOT_FOREIGN');
    await world.store.insertMissing('uploads', [note]);
    const home = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
    const submission = await employedSubmission(world, GRADUATE, home.transfer?.version ?? 0);
    const screenshots = [await world.ports.files.upload(`${folder}/1.png`, PICTURE)];
    dataOf(await world.call(GRADUATE, 'graduate', 'submit', { ...submission, screenshots }));
  });
});
