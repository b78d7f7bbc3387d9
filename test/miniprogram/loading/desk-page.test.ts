import { loadDesk } from '../../../miniprogram/loading/desk-page';
import { dropTurns } from '../../../miniprogram/loading/load';
import { installWx } from '../support/fake-wx';

const { fake } = installWx();
const showToast = jest.fn<void, [{ title: string }]>();
Object.assign(fake, { showToast });

beforeEach(() => jest.clearAllMocks());

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
    const slow = loadDesk(one, {
      ask: new Promise<{ ok: true; data: string }>((resolve) => (finish = resolve)),
      isShown: false,
      show,
    });
    await loadDesk(one, { ask: success('second'), isShown: false, show });
    finish({ ok: true, data: 'first' });
    await slow;
    const late = loadDesk(one, { ask: success('third'), isShown: false, show });
    dropTurns(one);
    await late;
    expect(shown).toEqual(['second']);
  });

  it.each([
    [false, 1, 0],
    [true, 0, 1],
  ])('with something shown already (%s) says a failure over it', async (isShown, errors, toasts) => {
    const one = page();
    await loadDesk(one, { ask: failure, isShown, show });
    expect(one.setData).toHaveBeenCalledTimes(errors);
    expect(showToast).toHaveBeenCalledTimes(toasts);
  });
});
