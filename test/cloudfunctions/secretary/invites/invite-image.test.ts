/** The invite code of a branch and its picture, of which the storage keeps the one that counts. */
import { GRADUATE, openUniversity, person, SECRETARY, TEACHER, type University } from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const image = async () => dataOf(await world.call(SECRETARY, 'secretary', 'inviteImage', {}));
const rotate = async () => dataOf(await world.call(SECRETARY, 'secretary', 'rotateInvite', {})).inviteCode;

describe('the invite code', () => {
  it('is drawn once and then kept', async () => {
    const first = await image();
    expect(first.inviteCode).toBe(university.codes['光电2302团支部']);
    expect((await image()).url).toBe(first.url);
    expect(world.world.drawn).toHaveLength(1);
  });

  it('serves as letters while WeChat makes no picture', async () => {
    world.world.drawsImages = false;
    expect(await image()).toMatchObject({ url: null, branchName: '光电2302团支部' });
  });

  it('stops working at once when it is rotated; whoever signed in stays signed in', async () => {
    const rows = [person('S90', '同学甲')];
    const { collegeId } = university;
    await importRoster(world, TEACHER, collegeId, rows);
    const { url } = await image();
    const old = university.codes['光电2302团支部'] ?? '';
    const inviteCode = await rotate();
    const comes = (code: string) =>
      world.call('oNew', 'account', 'signIn', { studentNumber: 'S90', name: '同学甲', inviteCode: code });
    expect(errorOf(await comes(old))).toBe('CREDENTIALS_WRONG');
    expect((await image()).url).not.toBe(url);
    expect((await comes(inviteCode)).ok).toBe(true);
    expect((await world.call(GRADUATE, 'graduate', 'home', {})).ok).toBe(true);
  });
});

describe('a picture nobody is shown any more', () => {
  const kept = () => [...world.stored.keys()];
  const isBuild = (build: string) => Object.assign(world.ports.codeImages, { build });

  it('goes when the code is rotated', async () => {
    await image();
    expect(kept()).toHaveLength(1);
    await rotate();
    expect(kept()).toEqual([]);
    await rotate();
    expect(world.removedFiles).toHaveLength(1);
  });

  it('leaves no picture of the old one when it is rotated while that is drawn', async () => {
    let rotated: string | undefined;
    jest.spyOn(world.ports.codeImages, 'draw').mockImplementationOnce(async (_, scene) => {
      rotated = await rotate();
      return Buffer.from(scene);
    });
    expect(await image()).toMatchObject({ inviteCode: rotated, url: null });
    expect(world.stored.size).toBe(0);
    expect(await image()).toMatchObject({ inviteCode: rotated, url: expect.any(String) });
    expect(world.stored.size).toBe(1);
  });

  it('goes when it opens another build, once there is one that opens this', async () => {
    await image();
    const [old] = kept();
    isBuild('trial');
    world.world.drawsImages = false;
    expect((await image()).url).toBeNull();
    expect(kept()).toEqual([old]);
    world.world.drawsImages = true;
    expect((await image()).url).not.toBeNull();
    expect(world.removedFiles).toEqual([old]);
    expect(kept()).toHaveLength(1);
  });

  it('is never the one that counts: drawn again because its file was gone, or by two phones at once', async () => {
    await image();
    jest.spyOn(world.ports.files, 'urls').mockResolvedValueOnce({});
    await Promise.all([image(), image()]);
    expect(world.world.drawn).toHaveLength(2);
    isBuild('trial');
    await Promise.all([image(), image()]);
    expect(kept()).toHaveLength(1);
    expect((await image()).url).toContain('trial');
    expect(world.removedFiles).not.toContain(kept()[0]);
  });

  it('stays behind while storage fails, which neither hides the new code nor the new picture', async () => {
    await image();
    jest.spyOn(world.ports.files, 'remove').mockRejectedValue(new Error('storage is down'));
    const inviteCode = await rotate();
    expect(await image()).toMatchObject({ inviteCode, url: expect.any(String) });
    isBuild('trial');
    expect(await image()).toMatchObject({ inviteCode, url: expect.stringContaining('trial') });
    expect(kept()).toHaveLength(3);
  });
});
