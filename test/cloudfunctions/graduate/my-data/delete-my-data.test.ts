/** After deleting, nothing in the cloud leads to the person but what the roster says. */
import {
  choose,
  CLASSMATE,
  employedSubmission,
  folderOf,
  giveCredits,
  GRADUATE,
  openUniversity,
  OTHER_SECRETARY,
  person,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { importRoster } from '../../support/roster';
import { PICTURE } from '../../support/picture';
import { PICTURES_PER_FOLDER, pictureName } from '../../../../miniprogram/domain/transfer/pictures';
import type { CollectionName } from '../../../../cloudfunctions/_shared/store/collections';
import type { RecordOf } from '../../../../cloudfunctions/_shared/store/records';
import { tracesOf } from '../../support/traces';
import { dataOf, errorOf, type World } from '../../support/world';

/** After which nothing that had begun before can still be writing. */
const SETTLED_MS = 6 * 60_000;

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const memberIdOf = (openid: string): string =>
  world.store.all('members').find(({ accountId }) => accountId === openid)?._id ?? '';
const forget = async (openid: string) => dataOf(await world.call(openid, 'graduate', 'deleteMyData', {}));

/** A whole season of one graduate: codes, reminders, two attempts, pictures put in and replaced. */
const liveThrough = async (openid: string): Promise<void> => {
  await giveCredits(world, openid, 2);
  const { resetRequest } = dataOf(
    await world.call(openid, 'graduate', 'requestResetCode', { note: '进不去' }),
  );
  const issued = { requestId: resetRequest.id, code: '836214' };
  dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', issued));
  dataOf(await world.call(openid, 'graduate', 'revealResetCode', { requestId: resetRequest.id }));
  await choose(world, openid);
  const folder = await folderOf(world, openid);
  const put = (name: string) => world.ports.files.upload(`${folder}/${name}`, PICTURE);
  const [wrong, right] = [await put('wrong.png'), await put('right.png')];
  for (const screenshots of [[wrong], [right]])
    dataOf(await world.call(openid, 'graduate', 'saveDraft', { draft: {}, screenshots }));
  const submission = { ...(await employedSubmission(world, openid, 1)), screenshots: [right] };
  const { transfer } = dataOf(await world.call(openid, 'graduate', 'submit', submission));
  const decision = { transferId: transfer.id, version: transfer.version, decision: 'return' } as const;
  const reason = '名称不完整';
  dataOf(await world.call(TEACHER, 'teacher', 'decide', { ...decision, reason, seenOnSystem: false }));
  dataOf(await world.call(SECRETARY, 'secretary', 'nudge', { memberIds: [memberIdOf(openid)] }));
  dataOf(await world.call(openid, 'graduate', 'cardPass', {}));
  await world.tick();
};

it('leaves the roster’s line and nothing else', async () => {
  await liveThrough(GRADUATE);
  const memberId = memberIdOf(GRADUATE);
  expect(tracesOf(world, GRADUATE).length).toBeGreaterThan(4);
  await forget(GRADUATE);
  expect(tracesOf(world, GRADUATE)).toEqual([]);
  expect(tracesOf(world, '林小雨')).toEqual(['members']);
  expect(tracesOf(world, '示例科技')).toEqual([]);
  // What was done stays in the audit, by the record's id alone; the timer looks once more and forgets that it had to.
  world.world.now += SETTLED_MS;
  await world.tick();
  expect(tracesOf(world, memberId)).toEqual(['members', 'audits']);
  expect(world.store.all('members').find(({ _id }) => _id === memberId)).toMatchObject({
    accountId: null,
    loginConfirmedAt: null,
    startedIn: null,
  });
});

/** Collections whose records name a member. */
type Naming = { [C in CollectionName]: 'memberId' extends keyof RecordOf<C> ? C : never }[CollectionName];

/** What is left of each; a new one does not compile without a line here. */
const AFTERWARDS: Readonly<Record<Naming, 'nothing' | 'the id alone'>> = {
  accounts: 'nothing',
  transfers: 'nothing',
  resetRequests: 'nothing',
  corrections: 'nothing',
  uploads: 'nothing',
  pictureChecks: 'nothing',
  audits: 'the id alone',
};

it('leaves of every record that names a member what is said here', async () => {
  await liveThrough(GRADUATE);
  const memberId = memberIdOf(GRADUATE);
  const corrected = { memberId, name: '林小语', studentNumber: 'S002' };
  dataOf(await world.call(TEACHER, 'teacher', 'correctMember', corrected));
  expect(tracesOf(world, memberId)).toEqual(expect.arrayContaining(Object.keys(AFTERWARDS)));
  await forget(GRADUATE);
  world.world.now += SETTLED_MS;
  await world.tick();
  const left = Object.entries(AFTERWARDS).flatMap(([name, is]) => (is === 'nothing' ? [] : [name]));
  expect(tracesOf(world, memberId)).toEqual(['members', ...left]);
});

it('takes pictures that were replaced along', async () => {
  await liveThrough(GRADUATE);
  expect(world.stored.size).toBeGreaterThan(1);
  await forget(GRADUATE);
  expect([...world.stored.keys()]).toEqual([]);
});

it('takes pictures along that were put in and never saved', async () => {
  await choose(world, GRADUATE);
  const folder = await folderOf(world, GRADUATE);
  await world.ports.files.upload(`${folder}/${pictureName(1, '.png')}`, Buffer.from('png'));
  await world.ports.files.upload(
    `${folder}/${pictureName(PICTURES_PER_FOLDER, '.webp')}`,
    Buffer.from('webp'),
  );
  await forget(GRADUATE);
  expect([...world.stored.keys()]).toEqual([]);
  expect(world.store.all('uploads')).toEqual([]);
});

it('takes along what a phone still puts into its folders when everything is gone', async () => {
  await choose(world, GRADUATE);
  const folder = await folderOf(world, GRADUATE);
  await forget(GRADUATE);
  await world.ports.files.upload(`${folder}/${pictureName(2, '.png')}`, Buffer.from('png'));
  world.world.now += SETTLED_MS;
  await world.tick();
  expect([...world.stored.keys()]).toEqual([]);
  expect(world.store.all('erasures')).toEqual([]);
});

it('forgets what WeChat was asked about a picture while everything went', async () => {
  await submitEmployed(world, GRADUATE);
  const asked = world.store.all('pictureChecks');
  expect(asked).toHaveLength(1);
  await forget(GRADUATE);
  await world.ports.store.insertMissing('pictureChecks', asked);
  world.world.now += SETTLED_MS;
  await world.tick();
  expect(world.store.all('pictureChecks')).toEqual([]);
});

it('goes on after it broke off in the middle, and lets nobody sign in until it is done', async () => {
  await liveThrough(GRADUATE);
  const { remove } = world.ports.files;
  world.ports.files.remove = () => Promise.reject(new Error('the storage is away'));
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'deleteMyData', {}))).toBe('INTERNAL');
  logged.mockRestore();
  world.ports.files.remove = remove;
  const { inviteCode = '' } = world.store.all('branches').find(({ name }) => name === '光电2302团支部') ?? {};
  const again = { studentNumber: 'S002', name: '林小雨', inviteCode };
  expect(errorOf(await world.call(GRADUATE, 'account', 'signIn', again))).toBe('BUSY');
  world.world.now += SETTLED_MS;
  await world.tick();
  expect(tracesOf(world, GRADUATE).filter((name) => name !== 'locks' && name !== 'audits')).toEqual([]);
  expect(tracesOf(world, '林小雨')).toEqual(['members']);
  dataOf(await world.call(GRADUATE, 'account', 'signIn', again));
  expect(dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer).toBeNull();
});

it('leaves who acted for others by their office, not by their name', async () => {
  await liveThrough(GRADUATE);
  const { version } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer ?? {};
  const submission = await employedSubmission(world, GRADUATE, version ?? 0);
  const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission));
  const seen = { memberId: memberIdOf(GRADUATE), version: transfer.version, outcome: 'accepted' } as const;
  dataOf(await world.call(SECRETARY, 'secretary', 'confirmStatus', seen));
  dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
  expect(tracesOf(world, '周敏')).toEqual(expect.arrayContaining(['transfers', 'resetRequests', 'notices']));
  await forget(SECRETARY);
  expect(tracesOf(world, '周敏')).toEqual(['members']);
  const { timeline } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer ?? {
    timeline: [],
  };
  expect(timeline.filter(({ by }) => by.role === 'secretary').map(({ by }) => by.name)).toEqual(['团支书']);
});

it('leaves a teacher who was on the roster too what they did and are told as a teacher', async () => {
  const branches = await importRoster(world, TEACHER, university.collegeId, [person('S010', '王芳')]);
  const { inviteCode = '' } = branches.find(({ name }) => name === '光电2302团支部') ?? {};
  dataOf(await world.call(TEACHER, 'account', 'signIn', { studentNumber: 'S010', name: '王芳', inviteCode }));
  await liveThrough(GRADUATE);
  await submitEmployed(world, CLASSMATE);
  await submitEmployed(world, TEACHER);
  const inbox = () => world.store.all('notices').filter(({ accountId }) => accountId === TEACHER);
  const others = inbox().filter(({ aboutId }) => aboutId !== memberIdOf(TEACHER)).length;
  expect(others).toBeGreaterThan(0);
  await forget(TEACHER);
  expect(world.store.all('accounts').find(({ _id }) => _id === TEACHER)).toMatchObject({
    memberId: null,
    roles: [{ role: 'teacher' }],
  });
  expect(inbox()).toHaveLength(others);
  const { timeline } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer ?? {
    timeline: [],
  };
  expect(timeline.at(-1)).toMatchObject({ step: 'return', by: { role: 'teacher', name: '王芳' } });
});

it('forgets the WeChat they had before as well', async () => {
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const memberId = memberIdOf(GRADUATE);
  dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '换了手机' }));
  const { inviteCode = '' } = world.store.all('branches').find(({ name }) => name === '光电2302团支部') ?? {};
  const again = { studentNumber: 'S002', name: '林小雨', inviteCode };
  dataOf(await world.call('oNewPhone', 'account', 'signIn', again));
  expect(tracesOf(world, GRADUATE)).toContain('audits');
  await forget('oNewPhone');
  expect([...tracesOf(world, GRADUATE), ...tracesOf(world, 'oNewPhone')]).toEqual([]);
});

describe('the last look, when nothing that had begun before can still be writing,', () => {
  const settle = async () => {
    world.world.now += SETTLED_MS;
    await world.tick();
  };

  it('leaves alone who has signed in again meanwhile', async () => {
    await liveThrough(GRADUATE);
    await forget(GRADUATE);
    const { inviteCode = '' } =
      world.store.all('branches').find(({ name }) => name === '光电2302团支部') ?? {};
    dataOf(
      await world.call(GRADUATE, 'account', 'signIn', { studentNumber: 'S002', name: '林小雨', inviteCode }),
    );
    const { id: requestId } = dataOf(
      await world.call(GRADUATE, 'graduate', 'requestResetCode', {}),
    ).resetRequest;
    dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' }));
    await submitEmployed(world, GRADUATE);
    const before = tracesOf(world, GRADUATE);
    const told = () => world.store.all('notices').filter(({ accountId }) => accountId === GRADUATE);
    expect(told()).not.toEqual([]);
    await settle();
    expect(tracesOf(world, GRADUATE)).toEqual(before);
    expect(told()).toMatchObject([{ kind: 'code-issued' }]);
    expect(world.store.all('pictureChecks')).toHaveLength(1);
    expect(world.store.all('erasures')).toEqual([]);
  });

  it('takes what a call of theirs has still told and written', async () => {
    await submitEmployed(world, GRADUATE);
    await submitEmployed(world, CLASSMATE);
    const [told] = world.store.all('notices');
    const [deed] = world.store.all('audits');
    const other = world.store.all('transfers').find(({ accountId }) => accountId === CLASSMATE);
    await forget(SECRETARY);
    const at = world.world.now;
    const by = { role: 'secretary', name: '周敏' };
    const late = { at, step: 'approve', by, attempt: 1 };
    world.store.plant('notices', { ...told!, _id: 'n-late', accountId: SECRETARY });
    world.store.plant('transfers', { ...other!, timeline: [...(other?.timeline ?? []), late] });
    const actor = { role: 'secretary', accountId: SECRETARY };
    world.store.plant('audits', {
      ...deed!,
      _id: 'a-late',
      at,
      actor,
      subjectId: other?._id,
      action: 'approve',
    });
    await settle();
    expect(tracesOf(world, SECRETARY)).toEqual([]);
    expect(tracesOf(world, '周敏')).toEqual(['members']);
  });
});

it('takes a secretary’s account, inbox and office along', async () => {
  await submitEmployed(world, SECRETARY);
  dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
  await forget(SECRETARY);
  expect(tracesOf(world, SECRETARY)).toEqual([]);
  expect(world.store.all('branches').flatMap(({ secretaries }) => secretaries)).toEqual([
    { accountId: OTHER_SECRETARY, name: '吴昊' },
  ]);
});

it('brings the figures down', async () => {
  await submitEmployed(world, GRADUATE);
  await forget(GRADUATE);
  expect(world.store.all('tallies').map(({ cells }) => cells)).toEqual([[]]);
});

it('can be done again, and the person can come back', async () => {
  await liveThrough(GRADUATE);
  await forget(GRADUATE);
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'deleteMyData', {}))).toBe('NOT_SIGNED_IN');
  await liveThrough(CLASSMATE);
  expect(tracesOf(world, CLASSMATE)).not.toEqual([]);
});
