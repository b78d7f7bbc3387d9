/** WeChat's “总是保持以上选择，不再询问”: no sheet comes any more; every call is answered at once and is one send more. */
import type { FunctionName } from '../../../miniprogram/contract';
import { askForReminders } from '../../../miniprogram/asking/subscribe';
import { rememberSubscription } from '../../../miniprogram/memory/subscription';
import { CLASSMATE, GRADUATE, openUniversity, SECRETARY } from '../../cloudfunctions/support/people';
import { dataOf, type World } from '../../cloudfunctions/support/world';
import { installWx } from '../support/fake-wx';

interface Asking {
  readonly tmplIds: readonly string[];
  success(answers: object): void;
}

const { fake } = installWx();
let world: World;
/** What WeChat would still send to the secretary, by template id. */
let allowed: Map<string, number>;

const creditsOf = async () => {
  const { subscription } = dataOf(await world.call(SECRETARY, 'account', 'whoAmI', {}));
  return subscription?.credits;
};

beforeEach(async () => {
  ({ world } = await openUniversity());
  allowed = new Map();
  fake.cloud.callFunction.mockImplementation(async ({ name, data }) => ({
    result: await world.invoke(SECRETARY, name as FunctionName, data),
  }));
  // Kept on the first sheet: what the college's work brings, and not the codes.
  fake.requestSubscribeMessage.mockImplementation(({ tmplIds, success }: Asking) => {
    const answers = Object.fromEntries(tmplIds.map((id) => [id, id === 'tmpl-t' ? 'accept' : 'reject']));
    for (const id of tmplIds) if (answers[id] === 'accept') allowed.set(id, (allowed.get(id) ?? 0) + 1);
    success({ errMsg: 'requestSubscribeMessage:ok', ...answers });
  });
  world.world.answer = () => {
    const left = (allowed.get('tmpl-t') ?? 0) - 1;
    allowed.set('tmpl-t', left);
    return left < 0 ? { kind: 'no-credit', code: 43101 } : { kind: 'sent' };
  };
  rememberSubscription(dataOf(await world.call(SECRETARY, 'account', 'whoAmI', {})));
});

it('counts one credit for each call it accepts, and none for what it does not', async () => {
  for (let tap = 1; tap <= 3; tap += 1) {
    const { accepted, subscription } = await askForReminders(['task', 'code']);
    expect(accepted).toEqual(['task']);
    expect(subscription?.credits).toMatchObject({ task: tap, code: 0 });
  }
  expect(await creditsOf()).toEqual({ progress: 0, deadline: 0, code: 0, task: allowed.get('tmpl-t') });
});

it('is spent one message at a time: the second is not tried where one call was accepted', async () => {
  await askForReminders(['task', 'code']);
  for (const openid of [GRADUATE, CLASSMATE])
    dataOf(await world.call(openid, 'graduate', 'requestResetCode', {}));
  expect(await world.tick()).toMatchObject({ delivered: { sent: 1, 'not-asked': 1 } });
  expect(await creditsOf()).toMatchObject({ task: 0 });
  expect(allowed.get('tmpl-t')).toBe(0);
});
