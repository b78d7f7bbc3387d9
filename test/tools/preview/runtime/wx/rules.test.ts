import { asyncApi, failure } from '../../../../../tools/preview/runtime/wx/async-api';
import { toCloudError } from '../../../../../tools/preview/runtime/wx/cloud-transport';
import { extensionOf, FileStore } from '../../../../../tools/preview/runtime/wx/file-store';
import { PhoneStorage } from '../../../../../tools/preview/runtime/wx/storage';
import { chooseTemplates } from '../../../../../tools/preview/runtime/wx/subscribe';

class MemoryStore {
  private readonly map = new Map<string, string>();
  get length() {
    return this.map.size;
  }
  getItem = (key: string) => this.map.get(key) ?? null;
  setItem = (key: string, value: string) => void this.map.set(key, value);
  removeItem = (key: string) => void this.map.delete(key);
  key = (index: number) => [...this.map.keys()][index] ?? null;
}

describe('storage of a phone', () => {
  it('stops at 10 MB in total and lets an entry replace itself', () => {
    const storage = new PhoneStorage('a:', new MemoryStore());
    const almostOne = 'x'.repeat(1024 * 1024 - 100);
    for (let index = 0; index < 10; index += 1) storage.set('setStorage', `k${index}`, almostOne);
    const refusal = expect.objectContaining({ errMsg: 'setStorage:fail storage limit reached' }) as object;
    let thrown: unknown;
    try {
      storage.set('setStorage', 'more', 'x'.repeat(2000));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toEqual(refusal);
    expect(() => storage.set('setStorage', 'k0', almostOne)).not.toThrow();
    expect(storage.info()).toMatchObject({ limitSize: 10240, currentSize: 10240 });
  });

  it('clears its own keys only', () => {
    const store = new MemoryStore();
    const [one, two] = [new PhoneStorage('a:', store), new PhoneStorage('b:', store)];
    one.set('setStorage', 'x', 1);
    two.set('setStorage', 'x', 2);
    one.clear();
    expect([one.get('x'), two.get('x')?.data, two.keys()]).toEqual([undefined, 2, ['x']]);
  });
});

describe('template ids of a consent', () => {
  const known = [
    { templateId: 'a', title: '进度', fields: [] },
    { templateId: 'b', title: '进度', fields: [] },
    { templateId: 'c', title: '截止', fields: [] },
  ];

  it('lead to one template per title', () => {
    expect(chooseTemplates(['a', 'b', 'c'], known).map(({ templateId }) => templateId)).toEqual(['b', 'c']);
  });

  it.each([
    [[], 10001],
    [['a', 'b', 'c', 'a', 'b', 'c'], 20003],
    [['z'], 20001],
  ])('%j fail with %d', (ids, errCode) => {
    expect(() => chooseTemplates(ids, known)).toThrow(expect.objectContaining({ errCode }) as Error);
  });
});

describe('errors', () => {
  it('become WeChat’s, whatever was thrown', async () => {
    const api = asyncApi('doIt', () => {
      throw new Error('broken');
    });
    await expect(api()).rejects.toEqual({ errMsg: 'doIt:fail broken' });
    const refused = asyncApi('doIt', () => Promise.reject(failure('doIt', 'cancel', { errCode: 3 })));
    await expect(refused()).rejects.toEqual({ errMsg: 'doIt:fail cancel', errCode: 3 });
  });

  it('of the cloud keep a text that is already complete', () => {
    const complete = 'cloud.callFunction:fail errCode: -504002';
    expect(toCloudError('cloud.callFunction', { errCode: -504002, errMsg: complete }).errMsg).toBe(complete);
  });
});

describe('files', () => {
  it.each([
    ['a.XLSX', '', 'xlsx'],
    ['', 'image/jpeg', 'jpg'],
    ['', 'x/y', 'bin'],
  ])('named %j of type %j end with %s', (name, type, extension) =>
    expect(extensionOf(name, type)).toBe(extension),
  );

  it('of the package are looked up beside the page, links are left alone', () => {
    const store = new FileStore(() => 0);
    const links = ['https://a/b.png', 'data:image/png;base64,AA', '/file/signed.png'];
    expect(links.map((link) => store.urlOf(link))).toEqual(links);
    expect(store.urlOf('/images/a.png')).toBe('images/a.png');
    expect(store.urlOf('http://127.0.0.1:4000/file/a.png?sign=1')).toBe('/file/a.png?sign=1');
  });
});
