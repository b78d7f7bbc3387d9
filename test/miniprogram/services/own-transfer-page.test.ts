import { forgetOwnTransfer } from '../../../miniprogram/services/own-transfer';
import { ownTransferRefresher } from '../../../miniprogram/services/own-transfer-page';
import { homeResponse } from '../pages/home-responses';
import { answer, installWx, refuse } from './fake-wx';

const openPage = () => {
  const data: { skeleton?: boolean; stale?: string; failure?: string } = {};
  return {
    data,
    setData: (changes: object) => void Object.assign(data, changes),
    render: jest.fn(),
  };
};

describe('a page over the graduate’s own transfer', () => {
  const { fake } = installWx();
  beforeEach(() => forgetOwnTransfer());

  it('shows what the cloud says, without a skeleton for a load that is over at once', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(answer(homeResponse()));
    const page = openPage();
    await ownTransferRefresher()(page);
    expect(page.data).toEqual({ skeleton: false, stale: '', failure: '' });
    expect(page.render).toHaveBeenCalledTimes(1);
  });

  it('keeps older content, and says how old it is, when the cloud does not answer', async () => {
    const page = openPage();
    const refresh = ownTransferRefresher();
    fake.cloud.callFunction.mockReturnValueOnce(answer(homeResponse()));
    await refresh(page);
    fake.cloud.callFunction.mockRejectedValueOnce({ errMsg: 'request:fail' });
    await refresh(page);
    expect(page.data.stale).toContain('网络断了');
    expect(page.data.failure).toBe('');
  });

  it('says what went wrong when there is nothing older', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(refuse({ code: 'INTERNAL' }));
    const page = openPage();
    await ownTransferRefresher()(page);
    expect(page.data.failure).not.toBe('');
    expect(page.data.stale).toBe('');
  });
});
