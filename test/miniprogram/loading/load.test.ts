import { fail, ok, type Failure, type Result } from '../../../miniprogram/domain/errors';
import { dropTurns, load, once } from '../../../miniprogram/loading/load';

describe('a page’s lock', () => {
  const page = () => {
    const data = { busy: '' };
    return { data, setData: (change: { busy: string }) => void Object.assign(data, change) };
  };

  it('lets a double tap work once and opens again', async () => {
    const one = page();
    const work = jest.fn(() => Promise.resolve());
    await Promise.all([once(one, 'send', work), once(one, 'send', work)]);
    expect(work).toHaveBeenCalledTimes(1);
    expect(one.data.busy).toBe('');
  });

  it('opens again when the work throws', async () => {
    const one = page();
    await expect(once(one, 'send', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
    expect(one.data.busy).toBe('');
  });
});

describe('loads that overtake each other', () => {
  const slow = () => {
    let finish = (_: Result<string>): void => undefined;
    const ask = new Promise<Result<string>>((resolve) => (finish = resolve));
    return { ask, finish };
  };
  const into = (shown: string[]) => ({
    show: (said: string) => void shown.push(said),
    fail: ({ code }: Failure) => void shown.push(code),
  });

  it('show the newest only', async () => {
    const [one, shown, { ask, finish }] = [{}, [] as string[], slow()];
    const first = load(one, { ask, ...into(shown) });
    await load(one, { ask: Promise.resolve(ok('second')), ...into(shown) });
    finish(ok('first'));
    await first;
    expect(shown).toEqual(['second']);
  });

  it('do not say the failure of an older one', async () => {
    const [one, shown, { ask, finish }] = [{}, [] as string[], slow()];
    const first = load(one, { ask, ...into(shown) });
    await load(one, { ask: Promise.resolve(ok('second')), ...into(shown) });
    finish(fail('OFFLINE'));
    await first;
    expect(shown).toEqual(['second']);
  });

  it('do not overtake those of another page', async () => {
    const [shown, { ask, finish }] = [[] as string[], slow()];
    const below = load({}, { ask, ...into(shown) });
    await load({}, { ask: Promise.resolve(ok('above')), ...into(shown) });
    finish(ok('below'));
    await below;
    expect(shown).toEqual(['above', 'below']);
  });

  it('show nothing any more once the page is gone', async () => {
    const [one, shown] = [{}, [] as string[]];
    const late = load(one, { ask: Promise.resolve(ok('late')), ...into(shown) });
    dropTurns(one);
    await late;
    expect(shown).toEqual([]);
  });
});
