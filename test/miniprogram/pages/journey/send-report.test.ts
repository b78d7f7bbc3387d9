import { sendReport } from '../../../../miniprogram/pages/journey/send-report';
import { forgetOwnTransfer, keepOwnTransfer } from '../../../../miniprogram/services/own-transfer';
import { answer, installWx, refuse } from '../../support/fake-wx';
import { homeResponse } from '../../support/home-responses';

const openPage = () => {
  const data = { busy: '', question: { asked: true } as unknown, questionError: '' };
  return {
    data,
    setData: (changes: object) => void Object.assign(data, changes),
    refresh: jest.fn(() => Promise.resolve()),
    render: jest.fn(),
  };
};
const REPORT = { outcome: 'accepted', reason: '' } as const;

describe('the answer of the report dialog', () => {
  const { fake } = installWx();
  const showToast = jest.fn();
  beforeEach(() => {
    Object.assign(fake, { showToast });
    forgetOwnTransfer();
    keepOwnTransfer(homeResponse());
  });

  it('closes the dialog and shows the new state, after the page has let go of the old', async () => {
    const { transfer } = homeResponse();
    fake.cloud.callFunction.mockReturnValueOnce(answer({ transfer }));
    const page = openPage();
    const taken = jest.fn(() => expect(page.render).not.toHaveBeenCalled());
    await sendReport(page, REPORT, taken);
    expect(taken).toHaveBeenCalledTimes(1);
    expect(page.render).toHaveBeenCalledTimes(1);
    expect(page.data).toEqual({ busy: '', question: null, questionError: '' });
  });

  it.each([
    ['TRANSFER_VERSION_STALE', 1],
    ['TEXT_REJECTED', 0],
  ])('stays open with the reason of %s, and loads anew where somebody was faster', async (code, loads) => {
    fake.cloud.callFunction.mockReturnValueOnce(refuse({ code }));
    const page = openPage();
    await sendReport(page, REPORT);
    expect(page.data.questionError).not.toBe('');
    expect(page.data).toMatchObject({ busy: '', question: { asked: true } });
    expect(page.refresh).toHaveBeenCalledTimes(loads);
  });

  it('is sent once however often the button is tapped', async () => {
    fake.cloud.callFunction.mockClear();
    fake.cloud.callFunction.mockReturnValue(answer({ transfer: homeResponse().transfer }));
    const page = openPage();
    await Promise.all([sendReport(page, REPORT), sendReport(page, REPORT)]);
    expect(fake.cloud.callFunction).toHaveBeenCalledTimes(1);
  });
});
