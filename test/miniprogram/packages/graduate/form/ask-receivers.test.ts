import { askReceivers, keepReceivers } from '../../../../../miniprogram/packages/graduate/form/ask-receivers';
import { keepOwnTransfer } from '../../../../../miniprogram/services/own-transfer';
import { answer, installWx } from '../../../support/fake-wx';
import { draftOf, homeResponse } from '../../../support/home-responses';

const { fake } = installWx();
const receivers = [{ name: '澄江智能装备有限公司团支部', people: 2, verified: true }];

it('asks once for the three pages that show them, and anew for another way', async () => {
  keepOwnTransfer(homeResponse({ transfer: draftOf() }));
  fake.cloud.callFunction.mockRejectedValueOnce({ errMsg: 'request:fail' });
  expect(await askReceivers()).toEqual([]);
  fake.cloud.callFunction.mockReturnValue(answer({ receivers }));
  expect(await askReceivers()).toEqual(receivers);
  expect(await askReceivers()).toEqual(receivers);
  expect(fake.cloud.callFunction).toHaveBeenCalledTimes(2);
  keepOwnTransfer(homeResponse({ transfer: { ...draftOf(), wayId: 'further-study' } }));
  await askReceivers();
  expect(fake.cloud.callFunction).toHaveBeenCalledTimes(3);
});

it('does not ask for what came along with the choice', async () => {
  keepOwnTransfer(homeResponse({ transfer: { ...draftOf(), wayId: 'army' } }));
  keepReceivers([]);
  fake.cloud.callFunction.mockClear();
  expect(await askReceivers()).toEqual([]);
  expect(fake.cloud.callFunction).not.toHaveBeenCalled();
});
