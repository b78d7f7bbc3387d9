import { loadOwnTransfer } from '../../../miniprogram/asking/ask-own-transfer';
import { readStoredDraft, storeDraft, type StoredDraft } from '../../../miniprogram/services/draft-store';
import {
  changeOwnTransfer,
  forgetOwnTransfer,
  recallOwnTransfer,
} from '../../../miniprogram/services/own-transfer';
import { homeResponse } from '../support/home-responses';
import { answer, installWx, refuse } from '../support/fake-wx';

describe('the graduate’s own state on the phone', () => {
  const { fake, stored } = installWx();
  beforeEach(() => forgetOwnTransfer());

  it('is kept without the parents’ contact and without the draft', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(answer(homeResponse()));
    await loadOwnTransfer();
    const text = JSON.stringify(stored.get('own-transfer'));
    expect(text).not.toContain('13800000000');
    expect(text).not.toContain('林母');
    expect(text).toContain('"draft":{}');
    expect(text).toContain('澄江智能装备（上海）有限公司团支部');
  });

  it('is shown with the failure when the network is gone', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(answer(homeResponse()));
    await loadOwnTransfer();
    fake.cloud.callFunction.mockRejectedValueOnce({ errMsg: 'request:fail' });
    const { snapshot, failure } = await loadOwnTransfer();
    expect(snapshot?.response.member.name).toBe('林晚');
    expect(failure).toEqual({ code: 'OFFLINE' });
  });

  it('is nothing before the first load', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(refuse({ code: 'INTERNAL' }));
    expect(await loadOwnTransfer()).toEqual({ snapshot: null, failure: { code: 'INTERNAL' } });
    expect(changeOwnTransfer({ unread: 0 })).toBeNull();
  });

  it.each([
    ['stays for who typed it', homeResponse().transfer?.id ?? '', true],
    ['goes when somebody else has signed in', 'of-somebody-else', false],
  ])('a draft %s', async (_, transferId, stays) => {
    storeDraft({ transferId, draft: {} } as StoredDraft);
    fake.cloud.callFunction.mockReturnValueOnce(answer(homeResponse()));
    await loadOwnTransfer();
    expect(readStoredDraft() !== null).toBe(stays);
  });

  it('takes changes over and keeps the rest', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(answer(homeResponse()));
    await loadOwnTransfer();
    changeOwnTransfer({ unread: 0 });
    expect(recallOwnTransfer()?.response).toMatchObject({ unread: 0, member: { name: '林晚' } });
  });
});
