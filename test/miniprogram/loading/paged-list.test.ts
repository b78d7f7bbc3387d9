import { listHandlers, pagedLoader, type List } from '../../../miniprogram/loading/paged-list';
import { installWx } from '../support/fake-wx';

const { fake } = installWx();
const showToast = jest.fn<void, [{ title: string }]>();
Object.assign(fake, { showToast });
beforeEach(() => jest.clearAllMocks());

interface Part {
  readonly rows: readonly string[];
  readonly next: string | null;
}

/** A list over what the cloud holds by cursor; `''` is the first page. */
const listOf = (parts: Record<string, Part>) => {
  const data = { rows: null as string[] | null, loadingMore: false, error: '' };
  const page = { data, setData: (change: object) => void Object.assign(data, change) };
  const asked: (string | undefined)[] = [];
  const list: List<Part> = {
    ask: ({ cursor }) => {
      asked.push(cursor);
      const part = parts[cursor ?? ''];
      return Promise.resolve(part ? { ok: true, data: part } : { ok: false, error: { code: 'BUSY' } });
    },
    nextOf: ({ next }) => next,
    isShown: () => data.rows !== null,
    show: ({ rows }, isFirst) => {
      data.rows = [...(isFirst ? [] : (data.rows ?? [])), ...rows];
      return rows.length;
    },
  };
  return { page, list, data, asked };
};

it('goes on where the last page ended, to the end and no further', async () => {
  const { page, list, data, asked } = listOf({
    '': { rows: ['甲'], next: 'a' },
    a: { rows: ['乙'], next: null },
  });
  const loader = pagedLoader();
  await loader.begin(page, list);
  await loader.goOn(page, list);
  await loader.goOn(page, list);
  expect(data.rows).toEqual(['甲', '乙']);
  expect(asked).toEqual([undefined, 'a']);
});

it('fetches one page however often the end is reached', async () => {
  const { page, list, asked } = listOf({ '': { rows: ['甲'], next: 'a' }, a: { rows: ['乙'], next: 'b' } });
  const loader = pagedLoader();
  await loader.begin(page, list);
  await Promise.all([loader.goOn(page, list), loader.goOn(page, list)]);
  expect(asked).toEqual([undefined, 'a']);
});

it('passes over pages in which nobody was found, but not for ever', async () => {
  const found = listOf({ '': { rows: [], next: 'a' }, a: { rows: ['甲'], next: 'b' } });
  await pagedLoader().begin(found.page, found.list);
  expect(found.data.rows).toEqual(['甲']);
  const never = listOf({ '': { rows: [], next: 'a' }, a: { rows: [], next: 'a' } });
  await pagedLoader().begin(never.page, never.list);
  expect(never.asked).toHaveLength(10);
});

it('drops what an earlier beginning brings late', async () => {
  const { page, list, data } = listOf({ '': { rows: ['新'], next: null } });
  const loader = pagedLoader();
  let finish = (_: { ok: true; data: Part }): void => undefined;
  const slow: List<Part> = { ...list, ask: () => new Promise((resolve) => (finish = resolve)) };
  const early = loader.begin(page, slow);
  await loader.begin(page, list);
  finish({ ok: true, data: { rows: ['旧'], next: 'a' } });
  await early;
  expect(data.rows).toEqual(['新']);
});

it('says a failure in place of the list, or over it, and lets one try again', async () => {
  const parts: Record<string, Part> = {};
  const { page, list, data } = listOf(parts);
  const loader = pagedLoader();
  await loader.begin(page, list);
  expect(data.error).toContain('再试');
  parts[''] = { rows: ['甲'], next: 'a' };
  await loader.begin(page, list);
  await loader.goOn(page, list);
  expect(showToast).toHaveBeenCalledTimes(1);
  expect(data).toMatchObject({ rows: ['甲'], loadingMore: false });
  parts.a = { rows: ['乙'], next: null };
  await loader.goOn(page, list);
  expect(data.rows).toEqual(['甲', '乙']);
});

it('keeps two pages of one kind apart: each goes on where it stands itself', async () => {
  const parts = { '': { rows: ['甲'], next: 'a' }, a: { rows: ['乙'], next: null } };
  const handlers = listHandlers();
  const open = () => {
    const { page, list, data } = listOf(parts);
    return { ...page, data, ...handlers, list: () => list };
  };
  const [below, above] = [open(), open()];
  await below.load();
  await above.load();
  await above.loadMore();
  expect(above.data.rows).toEqual(['甲', '乙']);
  expect(below.data.rows).toEqual(['甲']);
  below.onReachBottom();
  await new Promise(setImmediate);
  expect(below.data.rows).toEqual(['甲', '乙']);
});
