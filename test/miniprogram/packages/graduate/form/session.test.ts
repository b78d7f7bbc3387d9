import { keepGivenFolder } from '../../../../../miniprogram/memory/given-folder';
import { PICTURES_PER_FOLDER } from '../../../../../miniprogram/domain/transfer/pictures';
import { FormSession, type Saved } from '../../../../../miniprogram/packages/graduate/form/session';
import { workOf } from '../../../../../miniprogram/packages/graduate/form/start';
import { forgetStoredDraft, readStoredDraft } from '../../../../../miniprogram/services/draft-store';
import { draftOf, homeResponse } from '../../../support/home-responses';

interface Upload {
  cloudPath: string;
  filePath: string;
  success(result: { fileID: string }): void;
  fail(): void;
}

/** Copies of pictures on the phone. */
const files = new Set<string>();
const storage = new Map<string, unknown>();
let saves: unknown[] = [];
let online = true;
/** Whether the transfer can still be typed in. */
let open = true;
/** What the cloud says when it kept a draft. */
let savedAt = 1;
let uploads: Upload[] = [];
let folder = '';
let album: { tempFilePath: string; size: number }[] = [];

const replyTo = ({ data }: { data: { action: string; payload: unknown } }) => {
  if (!online) return Promise.reject(new Error('request:fail'));
  if (!open) return Promise.resolve({ result: { ok: false, error: { code: 'TRANSFER_ILLEGAL_STEP' } } });
  if (data.action === 'saveDraft') saves.push(data.payload);
  const bodies: Record<string, unknown> = { saveDraft: { savedAt }, uploadFolder: { folder } };
  return Promise.resolve({ result: { ok: true, data: bodies[data.action] } });
};

beforeAll(() => {
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => storage.set(key, value),
      removeStorageSync: (key: string) => storage.delete(key),
      chooseMedia: ({ success }: { success(chosen: { tempFiles: typeof album }): void }) =>
        success({ tempFiles: album }),
      env: { USER_DATA_PATH: 'wxfile://usr' },
      getFileSystemManager: () => ({
        copyFile: ({ destPath, success }: { destPath: string; success(): void }) => {
          files.add(destPath);
          success();
        },
        unlink: ({ filePath }: { filePath: string }) => files.delete(filePath),
      }),
      getImageInfo: ({ success }: { success(sides: { width: number; height: number }): void }) =>
        success({ width: 1080, height: 2340 }),
      compressImage: ({ src, success }: { src: string; success(r: { tempFilePath: string }): void }) =>
        success({ tempFilePath: src }),
      cloud: {
        callFunction: replyTo,
        uploadFile: (upload: Upload) => {
          uploads.push(upload);
          return { onProgressUpdate: () => undefined };
        },
      },
    },
  });
});

beforeEach(() => {
  jest.useFakeTimers();
  storage.clear();
  files.clear();
  saves = [];
  savedAt = 1;
  uploads = [];
  folder = 'shots/m1';
  online = true;
  open = true;
  album = [{ tempFilePath: '/tmp/a.png', size: 1000 }];
});
afterEach(() => jest.useRealTimers());

const settle = () => jest.advanceTimersByTimeAsync(0);

const begin = (transfer = draftOf()) => {
  const work = workOf(homeResponse({ transfer }), transfer);
  if (!work) throw new Error('no such way');
  const told: (Saved | undefined)[] = [];
  return { session: new FormSession(transfer, work, (saved) => told.push(saved)), told };
};

describe('a sitting at the form', () => {
  it('keeps each letter on the phone at once and sends the pause to the cloud once', async () => {
    const { session, told } = begin();
    session.type({ organisation: '澄' });
    session.type({ organisation: '澄江' });
    expect(readStoredDraft()?.draft.organisation).toBe('澄江');
    expect(saves).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(2000);
    expect(saves).toEqual([{ draft: { organisation: '澄江' }, screenshots: [] }]);
    expect(told.at(-1)).toBe('cloud');
  });

  it('keeps on the phone alone what is too long for the cloud', async () => {
    const { session, told } = begin();
    session.type({ organisation: '团'.repeat(300), studyPlace: '英国' });
    await jest.advanceTimersByTimeAsync(2000);
    expect(saves).toEqual([{ draft: { studyPlace: '英国' }, screenshots: [] }]);
    expect(told.at(-1)).toBe('phone');
    expect(begin().session.work.draft.organisation).toHaveLength(300);
  });

  it('loses nothing without network, and says where it is', async () => {
    const { session, told } = begin();
    online = false;
    session.type({ organisation: '澄江' });
    await jest.advanceTimersByTimeAsync(2000);
    expect(told.at(-1)).toBe('phone');
    expect(begin().session.work.draft.organisation).toBe('澄江');
  });

  it('never writes the parents’ contact to the phone, and says when it is nowhere yet', async () => {
    const { session, told } = begin();
    online = false;
    session.type({ organisation: '澄江', parentContact: { name: '林父', phone: '13900000000' } });
    await jest.advanceTimersByTimeAsync(2000);
    expect(JSON.stringify([...storage.values()])).not.toMatch(/林父|13900000000/);
    expect(readStoredDraft()?.draft).toEqual({ organisation: '澄江' });
    expect(told.at(-1)).toBe('partly');
    online = true;
    await session.save();
    expect(saves.at(-1)).toMatchObject({ draft: { parentContact: { name: '林父' } } });
    expect(JSON.stringify([...storage.values()])).not.toContain('13900000000');
  });

  it('keeps a number of 身份证 nowhere, and everything else as ever', async () => {
    const { session, told } = begin();
    const region = { names: ['上海市', '上海市', '浦东新区'], code: '310115' };
    session.type({
      organisation: '澄江 11010519491231002X',
      region: { ...region, names: [...region.names, '11010519491231002X'] },
      parentContact: { name: '林父', phone: '110105194912310021' },
    });
    await jest.advanceTimersByTimeAsync(2000);
    expect(saves).toEqual([
      { draft: { organisation: '', region, parentContact: { name: '林父', phone: '' } }, screenshots: [] },
    ]);
    expect(JSON.stringify([...storage.values()])).not.toContain('1949');
    expect(told.at(-1)).toBe('withheld');
    session.type({ organisation: '澄江', parentContact: { name: '林父', phone: '' }, region });
    await jest.advanceTimersByTimeAsync(2000);
    expect(told.at(-1)).toBe('cloud');
  });

  it('notices that another phone has handed the transfer in', async () => {
    const { session } = begin();
    open = false;
    session.type({ organisation: '澄江' });
    expect(await session.save()).toBe('closed');
  });

  it('does not bring a draft back that was removed while it was being saved', async () => {
    const { session } = begin();
    session.type({ organisation: '澄江' });
    const saving = session.save();
    forgetStoredDraft();
    await saving;
    expect(readStoredDraft()).toBeNull();
  });

  it('sends what waits when the page is left', async () => {
    const { session } = begin();
    session.type({ organisation: '澄江' });
    session.flush();
    await settle();
    expect(saves).toHaveLength(1);
    session.flush();
    await settle();
    expect(saves).toHaveLength(1);
  });

  it('puts a finished upload into the draft, and lets a failed one be tried again', async () => {
    const { session } = begin();
    const done = session.choose(3);
    await settle();
    uploads[0]?.fail();
    await done;
    expect(session.work.shots[0]?.status).toBe('failed');
    const again = session.retry(session.work.shots[0]?.key ?? '');
    await settle();
    uploads[1]?.success({ fileID: 'cloud://a' });
    await again;
    expect(session.work.shots).toMatchObject([{ status: 'done', fileId: 'cloud://a' }]);
    expect(readStoredDraft()?.shots.map(({ fileId }) => fileId)).toEqual(['cloud://a']);
  });

  it('still has a picture that failed or was on its way when the form is opened again', async () => {
    const { session } = begin();
    void session.choose(3);
    await settle();
    const opened = begin().session;
    expect(opened.work.shots).toMatchObject([{ status: 'failed', src: [...files][0] }]);
    const again = opened.retry(opened.work.shots[0]?.key ?? '');
    await settle();
    expect(uploads.at(-1)?.filePath).toBe([...files][0]);
    uploads.at(-1)?.success({ fileID: 'cloud://a' });
    await again;
    expect(begin().session.work.shots).toMatchObject([{ status: 'done', fileId: 'cloud://a' }]);
    expect(files.size).toBe(0);
  });

  it('leaves no copy of a picture that is not wanted any more, nor of any once the draft is gone', async () => {
    const { session } = begin();
    void session.choose(3);
    await settle();
    session.remove(session.work.shots[0]?.key ?? '');
    expect(files.size).toBe(0);
    expect(begin().session.work.shots).toEqual([]);
    void session.choose(3);
    await settle();
    expect(files.size).toBe(1);
    forgetStoredDraft();
    expect(files.size).toBe(0);
  });

  it('gives every picture a place of its own, and asks for another folder when one is full', async () => {
    const { session } = begin();
    album = [album, album].flat();
    for (let round = 0; round < PICTURES_PER_FOLDER / 2; round += 1) {
      void session.choose(3);
      await settle();
      for (const { key } of session.work.shots) session.remove(key);
    }
    folder = 'shots/m2';
    void session.choose(3);
    await settle();
    const numbers = Array.from({ length: PICTURES_PER_FOLDER }, (_, index) => `shots/m1/${index + 1}.png`);
    expect(uploads.map(({ cloudPath }) => cloudPath)).toEqual([
      ...numbers,
      'shots/m2/1.png',
      'shots/m2/2.png',
    ]);
  });

  it('takes the folder that came along with the way once, and only for that transfer', async () => {
    keepGivenFolder(draftOf().id, 'shots/given');
    const { session } = begin();
    void session.choose(3);
    await settle();
    expect(uploads.map(({ cloudPath }) => cloudPath)).toEqual(['shots/given/1.png']);
    keepGivenFolder('t-of-somebody-else', 'shots/theirs');
    void begin().session.choose(3);
    await settle();
    expect(uploads.map(({ cloudPath }) => cloudPath)).toEqual(['shots/given/1.png', 'shots/m1/1.png']);
  });

  it('drops the answer about a picture that was removed or replaced meanwhile', async () => {
    const { session } = begin();
    const first = session.choose(3);
    await settle();
    const key = session.work.shots[0]?.key ?? '';
    album = [{ tempFilePath: '/tmp/b.png', size: 1000 }];
    const second = session.choose(1, key);
    await settle();
    uploads[1]?.success({ fileID: 'cloud://b' });
    await second;
    uploads[0]?.success({ fileID: 'cloud://a' });
    await first;
    expect(session.work.shots.map(({ fileId, src }) => [fileId, src])).toEqual([['cloud://b', '/tmp/b.png']]);
    const third = session.choose(3);
    await settle();
    session.remove(session.work.shots[1]?.key ?? '');
    uploads[2]?.success({ fileID: 'cloud://c' });
    await third;
    expect(session.work.shots.map(({ fileId }) => fileId)).toEqual(['cloud://b']);
  });
});

describe('where a sitting begins', () => {
  const typed = draftOf({ draft: { organisation: '云' } });

  it('prefers the phone’s draft of this very attempt to the cloud’s', () => {
    begin(typed).session.type({ organisation: '手机' });
    expect(begin(typed).session.work.draft.organisation).toBe('手机');
    expect(begin({ ...typed, attempt: 1 }).session.work.draft.organisation).toBe('云');
    expect(begin({ ...typed, wayId: 'further-study' }).session.work.draft.organisation).toBe('云');
    forgetStoredDraft();
    expect(begin(typed).session.work.draft.organisation).toBe('云');
  });

  it.each([
    ['typed after the cloud’s was saved', 1000, '手机'],
    ['saved in the cloud by this phone before the last letters', 5, '手机'],
    ['older than what another phone saved', undefined, '云'],
  ])('a phone’s draft %s: “%s”', async (_, since, winner) => {
    savedAt = Date.now() + 60_000;
    const { session } = begin();
    session.type({ organisation: '手机' });
    if (since === 5) await session.save();
    const draftSavedAt = since === 1000 ? Date.now() - since : savedAt;
    const inCloud = draftOf({ draft: { organisation: '云' }, draftSavedAt });
    expect(begin(inCloud).session.work.draft.organisation).toBe(winner);
  });

  it('adds the parents’ contact, which only the cloud keeps, to the phone’s newer draft', () => {
    const contact = { name: '林父', phone: '13900000000' };
    begin(typed).session.type({ organisation: '手机' });
    const inCloud = { ...typed, draft: { organisation: '云', parentContact: contact }, draftSavedAt: 5 };
    expect(begin(inCloud).session.work.draft).toEqual({ organisation: '手机', parentContact: contact });
  });

  it('starts after a refusal with the last submission, but a new time and a new screenshot; after a return with its time', () => {
    const refused = draftOf({
      state: 'refused',
      attempt: 1,
      fields: { organisation: '旧支部', initiatedAt: 5 },
      screenshots: [{ fileId: 'cloud://old', url: 'https://old' }],
    });
    const { work } = begin(refused).session;
    expect(work.draft).toEqual({ organisation: '旧支部' });
    expect(work.shots).toEqual([]);
    const returned = begin({ ...refused, state: 'returned' }).session.work;
    expect(returned.shots).toHaveLength(1);
    // Sent back by the school it is still the same request: its time is not replaced.
    expect(returned.draft.initiatedAt).toBe(5);
  });
});
