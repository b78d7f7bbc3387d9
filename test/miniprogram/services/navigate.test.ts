import { call } from '../../../miniprogram/asking/call';
import type { FunctionName } from '../../../miniprogram/contract';
import { openPage } from '../../../miniprogram/services/navigate';
import { forgetLostPerson, forgetPerson, isGraduate } from '../../../miniprogram/services/session';
import { answer, installWx, refuse } from '../support/fake-wx';

const { fake } = installWx();
const showModal = jest.fn();
Object.assign(fake, { showModal });

beforeEach(() => {
  forgetPerson();
  jest.clearAllMocks();
});

const isAskedToSignIn = () => showModal.mock.calls.length > 0;

/** What a page asks that was opened by a link, on a phone that remembers nobody. */
const ASKED = {
  account: () => call('account', 'whoAmI', {}),
  graduate: () => call('graduate', 'cardPass', {}),
  secretary: () => call('secretary', 'branchBoard', {}),
  teacher: () => call('teacher', 'season', {}),
} satisfies Record<FunctionName, () => unknown>;

const opensByLink = async (name: FunctionName): Promise<void> => {
  fake.cloud.callFunction.mockReturnValueOnce(answer({ people: [] }));
  await ASKED[name]();
};

test('a visitor who taps towards what is each person’s own is asked to sign in', () => {
  openPage('changed');
  expect(isAskedToSignIn()).toBe(true);
  expect(fake.navigateTo).not.toHaveBeenCalled();
});

test.each([
  ['graduate', 'changed'],
  ['secretary', 'secretaryPerson'],
  ['teacher', 'teacherPerson'],
] as const)(
  'whom the cloud has answered as %s is known, whatever the phone remembers',
  async (name, page) => {
    await opensByLink(name);
    openPage(page);
    expect(isAskedToSignIn()).toBe(false);
    expect(fake.navigateTo).toHaveBeenCalledTimes(1);
    expect(isGraduate()).toBe(name === 'graduate');
  },
);

test('what answers everybody makes nobody known, and a refusal neither', async () => {
  await opensByLink('account');
  fake.cloud.callFunction.mockReturnValueOnce(refuse({ code: 'TRANSFER_ILLEGAL_STEP' }));
  await ASKED.graduate();
  openPage('changed');
  expect(isAskedToSignIn()).toBe(true);
});

test.each([
  ['deleted their data', forgetPerson],
  ['lost what they held', forgetLostPerson],
])('who has %s is a visitor again', async (_, forget) => {
  await opensByLink('graduate');
  forget();
  openPage('changed');
  expect(isAskedToSignIn()).toBe(true);
});
