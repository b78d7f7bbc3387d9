import { UNDO_APPROVAL_MS } from '../../../../miniprogram/domain/transfer/approving';
import {
  ADMIN,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const idOf = (studentNumber: string) =>
  world.store.all('members').find((member) => member.studentNumber === studentNumber)?._id ?? '';
const branchNamed = (name: string) => world.store.all('branches').find((branch) => branch.name === name);
const OPTICS = '光电2302团支部';
const MOTORS = '机械2301团支部';
const rolesOf = async (openid: string) => {
  const { account } = dataOf(await world.call(openid, 'account', 'whoAmI', {}));
  return account?.roles.map(({ role }) => role) ?? [];
};
const contacts = (name: string) => branchNamed(name)?.secretaries.map(({ accountId }) => accountId);

it('makes somebody secretary at once, and takes the office away again', async () => {
  const memberId = idOf('S002');
  dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId }));
  dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId }));
  expect(await rolesOf(GRADUATE)).toContain('secretary');
  expect(contacts(OPTICS)).toEqual([SECRETARY, GRADUATE]);
  dataOf(await world.call(TEACHER, 'teacher', 'removeSecretary', { memberId }));
  expect(await rolesOf(GRADUATE)).not.toContain('secretary');
  expect(contacts(OPTICS)).toEqual([SECRETARY]);
});

it('moves a person with what they have under way', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
  const branchId = branchNamed(MOTORS)?._id ?? '';
  for (const number of ['S002', 'S003'])
    dataOf(await world.call(TEACHER, 'teacher', 'transferMember', { memberId: idOf(number), branchId }));
  const board = dataOf(await world.call(OTHER_SECRETARY, 'secretary', 'branchBoard', {}));
  expect(board.members).toContainEqual(expect.objectContaining({ name: '林小雨', state: 'submitted' }));
  const queue = dataOf(await world.call(OTHER_SECRETARY, 'secretary', 'resetQueue', {}));
  expect(queue.waiting.map(({ memberName }) => memberName)).toEqual(['陈晨']);
});

it('leaves the office behind when a secretary moves', async () => {
  const branchId = branchNamed(MOTORS)?._id ?? '';
  dataOf(await world.call(TEACHER, 'teacher', 'transferMember', { memberId: idOf('S001'), branchId }));
  expect(contacts(OPTICS)).toEqual([]);
  expect(contacts(MOTORS)).toEqual([OTHER_SECRETARY]);
  expect(await rolesOf(SECRETARY)).not.toContain('secretary');
});

it('moves nobody into a branch of another college', async () => {
  const moved = await world.call(TEACHER, 'teacher', 'transferMember', {
    memberId: idOf('S002'),
    branchId: 'b-none',
  });
  expect(errorOf(moved)).toBe('BRANCH_UNKNOWN');
});

it.each(['removed', 'moved'] as const)('a %s secretary who signs in anew is only a graduate', async (how) => {
  const memberId = idOf('S001');
  const branchId = branchNamed(MOTORS)?._id ?? '';
  dataOf(
    await (how === 'removed'
      ? world.call(TEACHER, 'teacher', 'removeSecretary', { memberId })
      : world.call(TEACHER, 'teacher', 'transferMember', { memberId, branchId })),
  );
  dataOf(await world.call(SECRETARY, 'graduate', 'deleteMyData', {}));
  const own = how === 'removed' ? OPTICS : MOTORS;
  const credentials = { studentNumber: 'S001', name: '周敏', inviteCode: university.codes[own] ?? '' };
  dataOf(await world.call(SECRETARY, 'account', 'signIn', credentials));
  expect(await rolesOf(SECRETARY)).toEqual(['graduate']);
  expect(errorOf(await world.call(SECRETARY, 'secretary', 'inviteImage', { branchId }))).toBe('FORBIDDEN');
});

describe('unbinding', () => {
  const unbind = (studentNumber: string) =>
    world.call(TEACHER, 'teacher', 'unbindMember', {
      memberId: idOf(studentNumber),
      reason: '别人登录了他的学号',
    });
  const signInAgain = (openid: string) =>
    world.call(openid, 'account', 'signIn', {
      studentNumber: 'S002',
      name: '林小雨',
      inviteCode,
    });
  let inviteCode: string;
  const unbindAndTell = async () => {
    inviteCode = dataOf(await unbind('S002')).inviteCode ?? '';
  };

  it('replaces the invite code of the branch: who signed in as somebody else does not come back by the old one', async () => {
    const picture = {
      inviteCode: university.codes[OPTICS] ?? '',
      build: 'formal',
      fileId: 'cloud://old.png',
    };
    await world.store.changeAll(
      'branches',
      { _id: { in: [branchNamed(OPTICS)?._id ?? ''] } },
      { set: { inviteImage: picture } },
    );
    await unbindAndTell();
    const code = inviteCode;
    expect(branchNamed(OPTICS)).toMatchObject({ inviteCode: code, inviteImage: null });
    expect(world.removedFiles).toContain('cloud://old.png');
    inviteCode = university.codes[OPTICS] ?? '';
    expect(inviteCode).not.toBe(code);
    expect(errorOf(await signInAgain(GRADUATE))).toBe('CREDENTIALS_WRONG');
    inviteCode = code;
    expect(errorOf(await signInAgain('oNewPhone'))).toBe('none');
    // Those who were signed in stay so, and the secretary hands out the new one.
    expect(dataOf(await world.call(SECRETARY, 'secretary', 'inviteImage', {})).inviteCode).toBe(code);
  });

  it('takes the person off a WeChat that has other rights, and leaves it those', async () => {
    const { collegeId } = university;
    const { code } = dataOf(
      await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '林小雨' }),
    );
    dataOf(await world.call(GRADUATE, 'account', 'acceptInvitation', { code, name: '林小雨' }));
    await unbindAndTell();
    expect(await rolesOf(GRADUATE)).toEqual(['teacher']);
    expect(errorOf(await world.call(GRADUATE, 'graduate', 'home', {}))).not.toBe('none');
    dataOf(await signInAgain(GRADUATE));
    expect(await rolesOf(GRADUATE)).toEqual(['graduate', 'teacher']);
  });

  it('lets nobody in whose sign-in with the old code was under way', async () => {
    await unbindAndTell();
    inviteCode = branchNamed(OPTICS)?.inviteCode ?? '';
    const transact = world.store.transact.bind(world.store);
    // Between the look at the code and the binding, the teacher takes another WeChat off a person of the branch.
    world.store.transact = async (work) => {
      world.store.transact = transact;
      await new Promise((resolve) => setImmediate(resolve));
      dataOf(await unbind('S003'));
      return transact(work);
    };
    expect(errorOf(await signInAgain('oNewPhone'))).toBe('CREDENTIALS_WRONG');
    expect(world.store.all('members').find(({ _id }) => _id === idOf('S002'))?.accountId).toBeNull();
  });

  it('tells the present code when nobody is bound', async () => {
    await unbindAndTell();
    expect(dataOf(await unbind('S002')).inviteCode).toBe(inviteCode);
  });

  it('ends the pass on the screen of the old phone, also after the person has signed in again', async () => {
    const { version } = await submitEmployed(world, GRADUATE);
    dataOf(await world.call(GRADUATE, 'graduate', 'report', { version, outcome: 'accepted' }));
    const passOf = async (openid: string) =>
      dataOf(await world.call(openid, 'graduate', 'cardPass', {})).pass?.token ?? '';
    const scan = async (token: string) =>
      errorOf(await world.call(TEACHER, 'teacher', 'cardLookup', { token }));
    const old = await passOf(GRADUATE);
    expect(await scan(old)).toBe('none');
    world.world.now += 60_000;
    await unbindAndTell();
    expect(await scan(old)).toBe('CARD_PASS_EXPIRED');
    dataOf(await signInAgain('oNewPhone'));
    const fresh = await passOf('oNewPhone');
    expect(await scan(old)).toBe('CARD_PASS_EXPIRED');
    expect(await scan(fresh)).toBe('none');
  });

  it('sends the person back to signing in; what is under way comes along to the new phone', async () => {
    await submitEmployed(world, GRADUATE);
    await unbindAndTell();
    expect(errorOf(await world.call(GRADUATE, 'graduate', 'home', {}))).toBe('NOT_SIGNED_IN');
    dataOf(await signInAgain('oNewPhone'));
    expect(dataOf(await world.call('oNewPhone', 'graduate', 'home', {})).transfer?.state).toBe('submitted');
    const transfer = world.store.all('transfers')[0];
    dataOf(
      await world.call(TEACHER, 'teacher', 'decide', {
        transferId: transfer?._id ?? '',
        version: transfer?.version ?? 0,
        decision: 'approve',
        seenOnSystem: true,
      }),
    );
    world.world.now += UNDO_APPROVAL_MS;
    await world.tick();
    const told = world.store.all('notices').filter(({ kind }) => kind === 'approved');
    expect(told.map(({ accountId }) => accountId)).toEqual(['oNewPhone']);
  });

  it('brings every reminder to the new phone, and no message that waited to the old one', async () => {
    const { version } = await submitEmployed(world, GRADUATE);
    const comingTo = async (openid: string) =>
      dataOf(await world.call(openid, 'graduate', 'home', {})).comingReminders;
    const before = await comingTo(GRADUATE);
    const transferId = world.store.all('transfers')[0]?._id ?? '';
    const decision = {
      transferId,
      version,
      decision: 'return',
      reason: '名称不全',
      seenOnSystem: true,
    } as const;
    dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
    const waiting = () =>
      world.store
        .all('notices')
        .filter(({ accountId, status }) => accountId === GRADUATE && status === 'planned');
    expect(waiting()).toHaveLength(1);
    await unbindAndTell();
    expect(waiting()).toEqual([]);
    dataOf(await signInAgain('oNewPhone'));
    expect(before.length).toBeGreaterThan(0);
    expect((await comingTo('oNewPhone')).map(({ kind }) => kind)).toContain('season-near');
  });

  it('tells nobody what happens while nobody is bound', async () => {
    await submitEmployed(world, GRADUATE);
    dataOf(await unbind('S002'));
    const transfer = world.store.all('transfers')[0];
    const returned = await world.call(TEACHER, 'teacher', 'decide', {
      transferId: transfer?._id ?? '',
      version: transfer?.version ?? 0,
      decision: 'return',
      reason: '组织名称不全',
      seenOnSystem: true,
    });
    expect(errorOf(returned)).toBe('none');
    expect(world.store.all('notices').filter(({ kind }) => kind === 'returned')).toEqual([]);
  });

  it('takes the office of a secretary along, and is audited without the words', async () => {
    dataOf(await unbind('S001'));
    expect(contacts(OPTICS)).toEqual([]);
    const entry = world.store.all('audits').find(({ action }) => action === 'unbind-member');
    expect(entry?.subjectId).toBe(idOf('S001'));
    expect(JSON.stringify(entry)).not.toContain('别人');
    const sealed = String(entry?.facts.reasonSealed);
    expect(world.ports.cipher.open(sealed, idOf('S001'))).toBe('别人登录了他的学号');
  });

  it('lets WeChat look at the reason', async () => {
    world.world.verdict = 'risky';
    expect(errorOf(await unbind('S002'))).toBe('TEXT_REJECTED');
  });

  it('does nothing to somebody who is not bound', async () => {
    dataOf(await unbind('S002'));
    const audits = world.store.all('audits').length;
    dataOf(await unbind('S002'));
    expect(world.store.all('audits')).toHaveLength(audits);
  });
});

const foreign: [string, (memberId: string, branchId: string) => Promise<unknown>][] = [
  ['assignSecretary', (memberId) => world.call(OTHER_TEACHER, 'teacher', 'assignSecretary', { memberId })],
  ['removeSecretary', (memberId) => world.call(OTHER_TEACHER, 'teacher', 'removeSecretary', { memberId })],
  [
    'transferMember',
    (memberId, branchId) => world.call(OTHER_TEACHER, 'teacher', 'transferMember', { memberId, branchId }),
  ],
  [
    'unbindMember',
    (memberId) => world.call(OTHER_TEACHER, 'teacher', 'unbindMember', { memberId, reason: '测试' }),
  ],
];
it.each(foreign)('%s knows nobody of another college', async (_action, call) => {
  const before = JSON.stringify(world.store.all('members'));
  const result = await call(idOf('S001'), branchNamed(MOTORS)?._id ?? '');
  expect(result).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect(JSON.stringify(world.store.all('members'))).toBe(before);
});

it('lets the committee do the same everywhere', async () => {
  dataOf(await world.call(ADMIN, 'teacher', 'assignSecretary', { memberId: idOf('S003') }));
  expect(await rolesOf(CLASSMATE)).toContain('secretary');
});
