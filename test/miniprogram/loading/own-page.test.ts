import { loadOwnPage, REFRESH_HANDLERS, refreshOwnTransfer } from '../../../miniprogram/loading/own-page';
import { forgetOwnTransfer } from '../../../miniprogram/services/own-transfer';
import { markLedAway } from '../../../miniprogram/memory/led-away';
import { fail, ok, type Failure, type Result } from '../../../miniprogram/domain/errors';
import { homeResponse } from '../support/home-responses';
import { answer, installWx, refuse } from '../support/fake-wx';

const { fake } = installWx();
const openPage = () => {
  const data: { skeleton?: boolean; stale?: string; failure?: string } = {};
  return {
    data,
    setData: (changes: object) => void Object.assign(data, changes),
    render: jest.fn(),
  };
};

describe('a page over the graduate’s own transfer', () => {
  beforeEach(() => forgetOwnTransfer());

  it('shows what the cloud says, without a skeleton for a load that is over at once', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(answer(homeResponse()));
    const page = openPage();
    await refreshOwnTransfer(page);
    expect(page.data).toEqual({ skeleton: false, stale: '', failure: '' });
    expect(page.render).toHaveBeenCalledTimes(1);
  });

  it('keeps older content, and says how old it is, when the cloud does not answer', async () => {
    const page = openPage();
    fake.cloud.callFunction.mockReturnValueOnce(answer(homeResponse()));
    await refreshOwnTransfer(page);
    fake.cloud.callFunction.mockRejectedValueOnce({ errMsg: 'request:fail' });
    await refreshOwnTransfer(page);
    expect(page.data.stale).toContain('网络断了');
    expect(page.data.failure).toBe('');
  });

  it('says what went wrong when there is nothing older', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(refuse({ code: 'INTERNAL' }));
    const page = openPage();
    await refreshOwnTransfer(page);
    expect(page.data.failure).not.toBe('');
    expect(page.data.stale).toBe('');
  });
});

describe('a page with an answer of its own', () => {
  let kept: string[];
  const load = (page: ReturnType<typeof openPage>, reply: Result<string>) =>
    loadOwnPage(page, {
      ask: Promise.resolve(reply),
      keep: (said) => kept.push(said),
      knownAt: () => (kept.length > 0 ? 0 : null),
    });
  beforeEach(() => {
    kept = [];
  });

  it('keeps the answer before it is drawn, and takes an earlier failure away', async () => {
    const page = openPage();
    await load(page, fail('BUSY'));
    expect(page.data.failure).not.toBe('');
    page.render.mockImplementation(() => expect(kept).toEqual(['here']));
    await load(page, ok('here'));
    expect(page.data).toEqual({ skeleton: false, stale: '', failure: '' });
    expect(page.render).toHaveBeenCalledTimes(2);
  });

  it('draws nothing for who is led away', async () => {
    const page = openPage();
    const error: Failure = { code: 'NOT_SIGNED_IN' };
    markLedAway(error);
    await load(page, { ok: false, error });
    expect(page.render).not.toHaveBeenCalled();
    expect(page.data).toEqual({ skeleton: false });
  });
});

describe('asking for it anew', () => {
  const asking = () => ({
    data: { busy: '' },
    setData(changes: { busy: string }) {
      Object.assign(this.data, changes);
    },
    refresh: jest.fn(() => Promise.resolve()),
    ...REFRESH_HANDLERS,
  });

  it('by pulling: the page springs back when the answer is there', async () => {
    const [page, springBack] = [asking(), jest.fn()];
    Object.assign(fake, { stopPullDownRefresh: springBack });
    const pulled = page.onPullDownRefresh();
    expect(springBack).not.toHaveBeenCalled();
    await pulled;
    expect(springBack).toHaveBeenCalledTimes(1);
  });

  it('by the button, once however often it is tapped', () => {
    const page = asking();
    page.onRetry();
    page.onRetry();
    expect(page.data.busy).toBe('load');
    expect(page.refresh).toHaveBeenCalledTimes(1);
  });
});
