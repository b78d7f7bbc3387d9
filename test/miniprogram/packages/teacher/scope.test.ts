import type * as Scope from '../../../../miniprogram/packages/teacher/scope';
import type * as Known from '../../../../miniprogram/loading/known-rulebook';
import { answer, installWx } from '../../support/fake-wx';

const ACCOUNT = {
  id: 'o-1',
  name: '周岚',
  roles: [{ role: 'teacher', scopeId: 'c', scopeName: '信息工程学院' }],
};

/** The mini-program opened anew on the same phone. */
const opened = () => {
  const parts: Partial<{ scope: typeof Scope; known: typeof Known }> = {};
  jest.isolateModules(() => {
    parts.scope = jest.requireActual('../../../../miniprogram/packages/teacher/scope');
    parts.known = jest.requireActual('../../../../miniprogram/loading/known-rulebook');
  });
  return {
    loadScope: () => parts.scope?.loadScope(),
    rules: () => parts.known?.knownRulebook()?.id,
  };
};

it('knows the season’s rules on a new phone that a message led to the desk, and after that without a call', async () => {
  const { fake } = installWx();
  fake.cloud.callFunction.mockReturnValue(answer({ account: ACCOUNT, season: { rulebookId: 'usst-2020' } }));
  const first = opened();
  expect(await first.loadScope()).toMatchObject({ collegeId: 'c', committee: false });
  expect(first.rules()).toBe('usst-2020');

  const later = opened();
  await later.loadScope();
  expect(fake.cloud.callFunction).toHaveBeenCalledTimes(1);
  expect(later.rules()).toBe('usst-2020');
});
