import { loadDesk } from '../../../miniprogram/services/desk-load';
import { leaveDesk, tellFailure, type Desk } from '../../../miniprogram/services/desk-access';
import { dropTurns } from '../../../miniprogram/services/loading';
import { keepOwnTransfer, recallOwnTransfer } from '../../../miniprogram/services/own-transfer';
import { ownState } from '../../../miniprogram/services/own-state';
import { leaveStranger, rememberRoles } from '../../../miniprogram/services/session';
import type { Role } from '../../../miniprogram/domain/rules/roles';
import { answer, installWx, refuse } from '../support/fake-wx';
import { homeResponse } from '../support/home-responses';

const { fake } = installWx();
const showModal = jest.fn<void, [{ title: string; content: string }]>();
const showToast = jest.fn<void, [{ title: string }]>();
Object.assign(fake, { showModal, showToast });

const FORBIDDEN = { code: 'FORBIDDEN' } as const;
const rolesOf = (roles: readonly Role[]) =>
  roles.map((role) => ({ role, scopeId: 's', scopeName: '通信2201团支部' }));
const cloudKnows = (roles: readonly Role[] | null) =>
  fake.cloud.callFunction.mockImplementation(() =>
    answer({ account: roles && { name: '何牧', roles: rolesOf(roles) } }),
  );
const settled = () => new Promise((resolve) => setImmediate(resolve));
/** Where the phone went, and what it said there. */
const ledTo = () => {
  const options = fake.reLaunch.mock.calls.at(-1)?.[0] as { url: string; complete?: () => void } | undefined;
  options?.complete?.();
  return { url: options?.url, said: showModal.mock.calls.at(-1)?.[0].title };
};
const opens = async (desk: Desk, remembered: readonly Role[], held: readonly Role[] | null) => {
  rememberRoles(rolesOf(remembered));
  cloudKnows(held);
  leaveDesk(desk, FORBIDDEN);
  await settled();
  return ledTo();
};

beforeEach(() => {
  jest.clearAllMocks();
  fake.clearStorageSync();
});

describe('a desk whose office was taken away', () => {
  it.each([
    ['secretary', ['graduate', 'secretary'], ['graduate'], '/pages/home/home', '你现在不是团支书了'],
    ['secretary', ['graduate'], ['graduate'], '/pages/home/home', '这一页是给团支书用的'],
    ['college', ['teacher'], null, '/pages/sign-in/sign-in', '老师权限已经收回'],
    ['college', ['graduate', 'teacher'], ['graduate'], '/pages/home/home', '老师权限已经收回'],
    ['college', ['graduate'], ['graduate'], '/pages/home/home', '这一页是给老师用的'],
  ] as [Desk, Role[], Role[] | null, string, string][])(
    'of the %s, remembered %j and held %j, is left for %s with “%s”',
    async (desk, remembered, held, url, said) => {
      expect(await opens(desk, remembered, held)).toEqual({ url, said });
    },
  );

  it('does not lead back to itself on the next try', async () => {
    await opens('secretary', ['graduate', 'secretary'], ['graduate']);
    expect(await opens('secretary', ['graduate'], ['graduate'])).toMatchObject({ url: '/pages/home/home' });
  });

  it('is not offered by home any more, not even before the cloud has answered', async () => {
    const { member, ...response } = homeResponse();
    keepOwnTransfer({ ...response, member: { ...member, isSecretary: true } });
    await opens('secretary', ['graduate', 'secretary'], ['graduate']);
    expect(recallOwnTransfer()?.response.member.isSecretary).toBe(false);
  });

  it('stays open for who still holds it: a page of the committee is no reason to leave', async () => {
    expect(await opens('college', ['teacher'], ['teacher'])).toEqual({ url: undefined, said: undefined });
  });

  it('stays open while the cloud cannot be asked, and says one sentence however many calls were refused', async () => {
    rememberRoles(rolesOf(['secretary']));
    fake.cloud.callFunction.mockImplementation(() => refuse({ code: 'BUSY' }));
    leaveDesk('secretary', FORBIDDEN);
    await settled();
    expect(fake.reLaunch).not.toHaveBeenCalled();
    cloudKnows(['graduate']);
    for (const _ of [1, 2, 3]) leaveDesk('secretary', FORBIDDEN);
    await settled();
    expect(fake.reLaunch).toHaveBeenCalledTimes(1);
  });

  it('says what failed for any other reason', () => {
    tellFailure('secretary', { code: 'OFFLINE' });
    expect(showToast.mock.calls[0]?.[0].title).toContain('网络');
    expect(fake.cloud.callFunction).not.toHaveBeenCalled();
  });
});

describe('a phone that is not signed in any more', () => {
  it.each([
    [['graduate'], '要重新登录一次'],
    [['graduate', 'secretary'], '要重新登录一次'],
    [['teacher'], '老师权限已经收回'],
    [[], undefined],
  ] as [Role[], string | undefined][])('and remembers %j is told %j', (remembered, said) => {
    rememberRoles(rolesOf(remembered));
    expect(leaveStranger({ code: 'NOT_SIGNED_IN' })).toBe(true);
    expect(ledTo()).toEqual({ url: '/pages/sign-in/sign-in', said });
  });
});

it('keeps nothing of who was unbound, and tells them though it remembers no role', () => {
  keepOwnTransfer({ now: 1, member: { name: '林晚' }, transfer: null } as never);
  leaveStranger({ code: 'NOT_SIGNED_IN' });
  expect(ledTo().said).toBe('要重新登录一次');
  expect(recallOwnTransfer()).toBeNull();
});

describe('loading on a desk', () => {
  const page = () => ({ setData: jest.fn() });
  const shown: string[] = [];
  const show = (data: string) => void shown.push(data);
  beforeEach(() => shown.splice(0));
  const success = (data: string) => Promise.resolve({ ok: true as const, data });
  const failure = Promise.resolve({ ok: false as const, error: { code: 'OFFLINE' as const } });

  it('shows the newest answer only, and none once it is dropped', async () => {
    const one = page();
    let finish = (_: { ok: true; data: string }): void => undefined;
    const slow = loadDesk(one, 'secretary', {
      ask: new Promise<{ ok: true; data: string }>((resolve) => (finish = resolve)),
      isShown: false,
      show,
    });
    await loadDesk(one, 'secretary', { ask: success('second'), isShown: false, show });
    finish({ ok: true, data: 'first' });
    await slow;
    const late = loadDesk(one, 'secretary', { ask: success('third'), isShown: false, show });
    dropTurns(one);
    await late;
    expect(shown).toEqual(['second']);
  });

  it.each([
    [false, 1, 0],
    [true, 0, 1],
  ])('with something shown already (%s) says a failure over it', async (isShown, errors, toasts) => {
    const one = page();
    await loadDesk(one, 'secretary', { ask: failure, isShown, show });
    expect(one.setData).toHaveBeenCalledTimes(errors);
    expect(showToast).toHaveBeenCalledTimes(toasts);
  });
});

it('keeps the state of two pages of one kind apart', () => {
  const own = ownState(() => ({ count: 0 }));
  const [a, b] = [{}, {}];
  own(a).count += 1;
  expect([own(a).count, own(b).count]).toEqual([1, 0]);
});
