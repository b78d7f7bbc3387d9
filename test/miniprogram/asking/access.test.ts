import { contract, type ActionName, type FunctionName } from '../../../miniprogram/contract';
import type { ErrorCode } from '../../../miniprogram/domain/errors';
import type { Role } from '../../../miniprogram/domain/rules/roles';
import { call } from '../../../miniprogram/asking/call';
import { toast } from '../../../miniprogram/services/display';
import { readStoredDraft, storeDraft } from '../../../miniprogram/services/draft-store';
import { keepOwnTransfer, recallOwnTransfer } from '../../../miniprogram/services/own-transfer';
import { knownRoles, rememberRoles } from '../../../miniprogram/services/session';
import { sayFailure } from '../../../miniprogram/loading/say-failure';
import { answer, installWx, refuse } from '../support/fake-wx';
import { homeResponse } from '../support/home-responses';

const { fake } = installWx();
const showModal = jest.fn<void, [{ title: string; content: string }]>();
const showToast = jest.fn<void, [{ title: string }]>();
Object.assign(fake, { showModal, showToast });

const HOME = '/pages/home/home';
const TEACHER = '/packages/teacher/desk/desk';
const SECRETARY = '/packages/secretary/desk/desk';

type Scoped = Role | `${Role}@${string}`;
const rolesOf = (roles: readonly Scoped[]) =>
  roles.map((held) => {
    const [role, scopeId = 's'] = held.split('@') as [Role, string?];
    return { role, scopeId, scopeName: '通信2201团支部' };
  });

/** The cloud refuses everything but to say who this is. */
const cloudKnows = (roles: readonly Scoped[] | null, code: ErrorCode = 'FORBIDDEN') =>
  fake.cloud.callFunction.mockImplementation(({ data }) =>
    data.action === 'whoAmI'
      ? answer({ account: roles && { name: '何牧', roles: rolesOf(roles) } })
      : refuse({ code }),
  );
const asked = (action: string) =>
  fake.cloud.callFunction.mock.calls.filter(([{ data }]) => data.action === action).length;

/** As every button does: whatever the failure says stands over the page. */
const tap = async <F extends FunctionName>(name: F, action: ActionName<F>): Promise<void> => {
  const reply = await call(name, action, {} as never);
  if (!reply.ok) toast(sayFailure(reply.error));
};
const arrive = (): void => {
  for (const [{ complete }] of fake.reLaunch.mock.calls as [{ complete?: () => void }][]) complete?.();
};
const ledTo = () => {
  arrive();
  const urls = (fake.reLaunch.mock.calls as [{ url: string }][]).map(([{ url }]) => url);
  const said = showModal.mock.calls.map(([{ title }]) => title);
  return { urls, said: [...said, ...showToast.mock.calls.map(([{ title }]) => title)] };
};

beforeEach(() => {
  arrive();
  jest.clearAllMocks();
  fake.clearStorageSync();
});

const LOST: Record<FunctionName, [before: Scoped[], held: Scoped[], url: string, said: string]> = {
  account: [['teacher'], [], HOME, '老师权限已经收回'],
  graduate: [['graduate', 'teacher'], ['teacher'], TEACHER, '你自己的学号已经解绑'],
  secretary: [['graduate', 'secretary'], ['graduate'], HOME, '你现在不是团支书了'],
  teacher: [['graduate', 'teacher'], ['graduate'], HOME, '老师权限已经收回'],
};
const ACTIONS = (Object.keys(contract) as FunctionName[]).flatMap((name) =>
  Object.keys(contract[name])
    .filter((action) => action !== 'whoAmI')
    .flatMap((action) =>
      (['FORBIDDEN', 'NOT_SIGNED_IN'] as const).map((code) => [name, action, code] as const),
    ),
);

describe('whoever lost the right while the page was open', () => {
  it.each(ACTIONS)('is led away by %s.%s answering %s, and told why once', async (name, action, code) => {
    const [before, held, url, said] = LOST[name];
    rememberRoles(rolesOf(before));
    cloudKnows(held, code);
    await tap(name, action as never);
    expect(ledTo()).toEqual({ urls: [url], said: [said] });
    expect(knownRoles()).toEqual(rolesOf(held));
    expect(asked('whoAmI')).toBe(1);
  });
});

describe('where a refused person belongs', () => {
  it.each([
    ['graduate', ['graduate'], null, HOME, '要重新登录一次'],
    ['graduate', ['graduate', 'secretary'], null, HOME, '要重新登录一次'],
    ['graduate', ['graduate', 'committee'], ['committee'], TEACHER, '你自己的学号已经解绑'],
    ['graduate', ['teacher'], ['teacher'], TEACHER, '这一页是给毕业生用的'],
    ['graduate', [], ['teacher'], TEACHER, undefined],
    ['graduate', [], ['secretary'], SECRETARY, undefined],
    ['graduate', [], null, HOME, '登录以后才有内容'],
    ['secretary', ['graduate'], ['graduate'], HOME, '这一页是给团支书用的'],
    ['secretary', ['graduate', 'secretary'], null, HOME, '要重新登录一次'],
    ['secretary', ['secretary@a'], ['secretary@b'], SECRETARY, '你的权限刚刚有变化'],
    ['teacher', ['teacher'], null, HOME, '老师权限已经收回'],
    ['teacher', ['committee'], null, HOME, '老师权限已经收回'],
    ['teacher', ['committee', 'teacher'], ['teacher'], TEACHER, '校团委的权限已经收回'],
    ['teacher', ['teacher@a'], ['teacher@b'], TEACHER, '你的权限刚刚有变化'],
    ['teacher', ['graduate'], ['graduate'], HOME, '这一页是给老师用的'],
    ['teacher', [], null, HOME, '登录以后才有内容'],
    ['account', [], ['teacher'], TEACHER, '你的权限刚刚有变化'],
  ] as [FunctionName, Scoped[], Scoped[] | null, string, string | undefined][])(
    'by %s, remembered %j and held %j, is %s, and “%s” stands there',
    async (name, before, held, url, said) => {
      rememberRoles(rolesOf(before));
      cloudKnows(held);
      await tap(name, 'any' as never);
      expect(ledTo()).toEqual({ urls: [url], said: said ? [said] : [] });
    },
  );

  it('is the page itself when nothing has changed: the page says what was refused', async () => {
    rememberRoles(rolesOf(['teacher']));
    cloudKnows(['teacher', 'graduate']);
    await tap('teacher', 'accounts');
    expect(ledTo()).toEqual({ urls: [], said: [sayFailure({ code: 'FORBIDDEN' })] });
    expect(knownRoles()).toHaveLength(2);
  });

  it('is the page itself while the cloud cannot be asked', async () => {
    rememberRoles(rolesOf(['teacher']));
    fake.cloud.callFunction.mockImplementation(({ data }) =>
      refuse({ code: data.action === 'whoAmI' ? 'OFFLINE' : 'FORBIDDEN' }),
    );
    await tap('teacher', 'board');
    expect(ledTo()).toEqual({ urls: [], said: [sayFailure({ code: 'FORBIDDEN' })] });
    expect(knownRoles()).toHaveLength(1);
  });

  it('is not asked about after any other failure', async () => {
    cloudKnows(null, 'OFFLINE');
    await tap('teacher', 'board');
    expect(asked('whoAmI')).toBe(0);
  });
});

describe('one sentence', () => {
  it('is enough for calls that are refused at once, whatever they asked', async () => {
    rememberRoles(rolesOf(['graduate', 'teacher']));
    cloudKnows(['graduate']);
    await Promise.all([tap('teacher', 'board'), tap('teacher', 'roster'), tap('secretary', 'branchBoard')]);
    expect(ledTo()).toEqual({ urls: [HOME], said: ['老师权限已经收回'] });
    expect(asked('whoAmI')).toBe(1);
  });

  it('is enough for what the page left behind sends while it closes, and for an answer that comes late', async () => {
    rememberRoles(rolesOf(['graduate', 'teacher']));
    cloudKnows(['graduate']);
    let late = (_: { result: unknown }): void => undefined;
    fake.cloud.callFunction.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
    const waiting = tap('teacher', 'queue');
    await tap('teacher', 'board');
    await tap('teacher', 'roster');
    arrive();
    late({ result: { ok: false, error: { code: 'FORBIDDEN' } } });
    await waiting;
    expect(ledTo().urls).toEqual([HOME]);
    expect(new Set(ledTo().said)).toEqual(new Set(['老师权限已经收回']));
    expect(asked('whoAmI')).toBe(1);
  });
});

describe('what a phone keeps of who lost a right', () => {
  const draft = { transferId: 't-1', draft: { organisation: '某团支部' } } as ReturnType<
    typeof readStoredDraft
  >;

  it('is nothing but what was typed, when they were unbound', async () => {
    rememberRoles(rolesOf(['graduate']));
    keepOwnTransfer(homeResponse());
    storeDraft(draft!);
    fake.setStorageSync('way-answers', { where: 'home' });
    cloudKnows(null, 'NOT_SIGNED_IN');
    await tap('graduate', 'saveDraft');
    expect([recallOwnTransfer(), fake.getStorageSync('way-answers')]).toEqual([null, '']);
    expect(readStoredDraft()).toEqual(draft);
  });

  it('tells them also when it remembers no role, only a transfer of their own', async () => {
    keepOwnTransfer(homeResponse());
    cloudKnows(null, 'NOT_SIGNED_IN');
    await tap('account', 'messages');
    expect(ledTo()).toEqual({ urls: [HOME], said: ['要重新登录一次'] });
  });

  it('is their own transfer, when an office ended: home offers the desk no more before the cloud answers', async () => {
    const { member, ...response } = homeResponse();
    keepOwnTransfer({ ...response, member: { ...member, isSecretary: true } });
    rememberRoles(rolesOf(['graduate', 'secretary']));
    cloudKnows(['graduate']);
    await tap('secretary', 'branchBoard');
    expect(recallOwnTransfer()?.response.member.isSecretary).toBe(false);
  });
});
