import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFiles, type FileService } from '../../../../tools/emulator/files';

const BASE = 'http://127.0.0.1:1';
const ANNA = 'oAnna';
const BEN = 'oBen';
const START = Date.UTC(2026, 5, 1);

let dir: string;
let clock: { time: number };
let files: FileService;
const open = () =>
  openFiles({ dir, clock: { now: () => clock.time }, env: 'local-env', baseUrl: () => BASE });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'files-'));
  clock = { time: START };
  files = open();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

interface Download {
  code: string;
  fileID: string;
  tempFileURL: string;
  maxAge?: number;
}

async function metadata(path: unknown) {
  const { data } = await files.handle('storage.getUploadMetadata', { path });
  return data as { url: string; authorization: string; fileId: string; token: string; cosFileId: string };
}
async function urls(...fileIds: (string | { fileid: string; max_age: number })[]): Promise<Download[]> {
  const file_list = fileIds.map((item) => (typeof item === 'string' ? { fileid: item } : item));
  const { data } = await files.handle('storage.batchGetDownloadUrl', { file_list });
  return (data as { download_list: Download[] }).download_list;
}
async function urlOf(fileId: string, maxAge?: number): Promise<string> {
  const [found] = await urls(maxAge === undefined ? fileId : { fileid: fileId, max_age: maxAge });
  return found?.tempFileURL ?? '';
}
const target = (url: string) => url.slice(BASE.length);
const forbidden = { code: 'STORAGE_EXCEED_AUTHORITY' };

describe('copies', () => {
  const copy = async (...file_list: object[]) => {
    const { data } = await files.handle('storage.batchCopyFile', { file_list });
    return (data as { copy_list: { code: string; fileId: string }[] }).copy_list;
  };
  const textOf = async (fileId: string) => (await files.get(target(await urlOf(fileId)))).bytes.toString();

  test('stand beside what they were made of, and belong to the administrators', async () => {
    const id = await files.upload(ANNA, 'in/a.txt', Buffer.from('hi'));
    const [made] = await copy({ src_path: 'in/a.txt', dst_path: 'out/a.txt' });
    expect(made?.code).toBe('SUCCESS');
    expect([await textOf(id), await textOf(made?.fileId ?? '')]).toEqual(['hi', 'hi']);
    const request = { fileid_list: [made?.fileId] };
    const { data } = await files.handleFor(ANNA, 'storage.batchDeleteFile', request);
    expect(data).toMatchObject({ delete_list: [forbidden] });
  });

  test('take the place of the original when asked', async () => {
    const id = await files.upload(ANNA, 'in/a.txt', Buffer.from('hi'));
    await copy({ src_path: 'in/a.txt', dst_path: 'out/a.txt', remove_original: true });
    expect(await urls(id)).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }]);
  });

  test('leave a file that is there, unless told to overwrite it, and say what is missing', async () => {
    await files.upload(ANNA, 'in/a.txt', Buffer.from('new'));
    const old = await files.upload(ANNA, 'out/a.txt', Buffer.from('old'));
    const pair = { src_path: 'in/a.txt', dst_path: 'out/a.txt' };
    expect(await copy({ ...pair, overwrite: false }, { ...pair, src_path: 'in/none.txt' })).toMatchObject([
      { code: 'STORAGE_FILE_EXIST' },
      { code: 'STORAGE_FILE_NONEXIST' },
    ]);
    expect(await textOf(old)).toBe('old');
  });

  test('need paths', async () => {
    await expect(copy({ src_path: 'in/a.txt' })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    await expect(copy()).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });
});

describe('an upload', () => {
  test('with its authorization is stored under its file id', async () => {
    const path = '目录/a b+1|测试#?.txt';
    const { url, authorization, fileId } = await metadata(path);
    expect(url.startsWith(`${BASE}/cos/`)).toBe(true);
    expect(decodeURIComponent(new URL(url).pathname)).toBe(`/cos/${path}`);
    expect(new URL(url).searchParams.get('sign')).toBe(authorization);
    expect(fileId).toMatch(/^cloud:\/\/local-env\.[\w-]+\/目录\/a b\+1\|测试#\?\.txt$/);
    await files.put(path, Buffer.from('hi'), authorization);
    expect((await files.get(target(await urlOf(fileId)))).bytes.toString()).toBe('hi');
  });

  test.each<[string, string, (sign: string) => string, number]>([
    ['no authorization', 'a.txt', () => '', 0],
    ['a changed authorization', 'a.txt', (sign) => sign.replace(/.$/, (end) => (end === '0' ? '1' : '0')), 0],
    [
      'a changed expiry',
      'a.txt',
      (sign) => sign.replace(/^\d+/, (seconds) => String(Number(seconds) + 1)),
      0,
    ],
    ['the authorization of another path', 'b.txt', (sign) => sign, 0],
    ['an expired authorization', 'a.txt', (sign) => sign, 901_000],
  ])('with %s is refused and stores nothing', async (_name, path, change, later) => {
    const { authorization } = await metadata('a.txt');
    const { fileId } = await metadata(path);
    clock.time += later;
    await expect(files.put(path, Buffer.from('x'), change(authorization))).rejects.toMatchObject(forbidden);
    expect(await urls(fileId)).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }]);
  });

  test('replaces what was there', async () => {
    const id = await files.upload(ANNA, 'a.txt', Buffer.from('old'));
    await files.upload(ANNA, 'a.txt', Buffer.from('new'));
    expect((await files.get(target(await urlOf(id)))).bytes.toString()).toBe('new');
  });

  test.each([
    ['an empty path', ''],
    ['a leading slash', '/a'],
    ['an empty segment', 'a//b'],
    ['a way out of its folder', '../../a'],
    ['a control character', 'a\nb'],
    ['a very long path', 'x'.repeat(851)],
    ['no text', 5],
  ])('with %s is refused', async (_name, path) => {
    await expect(metadata(path)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    if (typeof path === 'string')
      await expect(files.upload(ANNA, path, Buffer.from('x'))).rejects.toMatchObject({
        code: 'INVALID_PARAM',
      });
  });
});

describe('a download address', () => {
  test('opens until it expires on the emulator’s clock', async () => {
    const url = await urlOf(await files.upload(ANNA, 'a.txt', Buffer.from('x')), 60);
    expect(Number(new URL(url).searchParams.get('t'))).toBe(START / 1000 + 60);
    clock.time += 59_000;
    await expect(files.get(target(url))).resolves.toMatchObject({ contentType: 'text/plain; charset=utf-8' });
    clock.time += 1_000;
    await expect(files.get(target(url))).rejects.toMatchObject(forbidden);
  });

  test('lasts two hours unless asked otherwise', async () => {
    const id = await files.upload(ANNA, 'a.txt', Buffer.from('x'));
    expect(await urls(id, { fileid: id, max_age: 5 })).toMatchObject([{ maxAge: 7200 }, { maxAge: 5 }]);
  });

  test('opens as well when a client encodes it once more', async () => {
    const url = await urlOf(await files.upload(ANNA, '目录/a b%41.txt', Buffer.from('x')));
    expect((await files.get(target(encodeURI(url)))).bytes.toString()).toBe('x');
  });

  test.each<[string, (url: string) => string]>([
    ['without signature', (url) => url.replace(/\?.*/, '')],
    ['with a changed signature', (url) => url.replace(/sign=./, 'sign=g')],
    [
      'with a later expiry',
      (url) => url.replace(/t=(\d+)/, (_all, seconds: string) => `t=${Number(seconds) + 1}`),
    ],
    ['for another file', (url) => url.replace('a.txt', 'b.txt')],
    ['with a malformed path', (url) => url.replace('a.txt', '%E0%A4%A')],
  ])('%s is refused', async (_name, change) => {
    const url = await urlOf(await files.upload(ANNA, 'a.txt', Buffer.from('x')));
    await files.upload(ANNA, 'b.txt', Buffer.from('y'));
    await expect(files.get(target(change(url)))).rejects.toMatchObject(forbidden);
  });

  test('of a file deleted since finds nothing', async () => {
    const id = await files.upload(ANNA, 'a.txt', Buffer.from('x'));
    const url = await urlOf(id);
    await files.handle('storage.batchDeleteFile', { fileid_list: [id] });
    await expect(files.get(target(url))).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  test('still opens after a restart', async () => {
    const url = await urlOf(await files.upload(ANNA, 'a.txt', Buffer.from('x')));
    await files.close();
    files = open();
    expect((await files.get(target(url))).bytes.toString()).toBe('x');
  });
});

describe('batches', () => {
  test('answer for each file on its own', async () => {
    const id = await files.upload(ANNA, 'a.txt', Buffer.from('x'));
    const other = id.replace('local-env', 'other-env');
    expect((await urls(id, 'cloud://nope/x', other)).map(({ code }) => code)).toEqual([
      'SUCCESS',
      'STORAGE_FILE_NONEXIST',
      'STORAGE_FILE_NONEXIST',
    ]);
    const { data } = await files.handle('storage.batchDeleteFile', { fileid_list: [id, id] });
    expect(data).toMatchObject({
      delete_list: [
        { code: 'SUCCESS', fileID: id },
        { code: 'STORAGE_FILE_NONEXIST', fileID: id },
      ],
    });
  });

  test.each([
    ['storage.batchGetDownloadUrl', 'file_list', { fileid: 'x' }],
    ['storage.batchDeleteFile', 'fileid_list', 'x'],
  ])('%s takes 50 files and not one more', async (action, member, item) => {
    await expect(files.handle(action, { [member]: Array(50).fill(item) })).resolves.toBeDefined();
    await expect(files.handle(action, { [member]: Array(51).fill(item) })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
    await expect(files.handle(action, { [member]: [] })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });
});

/** 仅创建者及管理员可读写: docs.cloudbase.net/storage/data-permission */
describe('the storage rule', () => {
  const ask = async (openid: string, action: string, member: string, item: unknown) => {
    const { data } = await files.handleFor(openid, action, { [member]: [item] });
    return Object.values(data as Record<string, unknown[]>)[0];
  };
  const link = (openid: string, fileid: string) =>
    ask(openid, 'storage.batchGetDownloadUrl', 'file_list', { fileid });
  const remove = (openid: string, fileId: string) =>
    ask(openid, 'storage.batchDeleteFile', 'fileid_list', fileId);

  test('keeps a file from everybody but its creator and the administrators', async () => {
    const id = await files.upload(ANNA, 'a.txt', Buffer.from('x'));
    expect(await link(BEN, id)).toEqual([
      { ...forbidden, message: expect.any(String), fileID: id, tempFileURL: '' },
    ]);
    expect(await remove(BEN, id)).toMatchObject([forbidden]);
    await expect(files.upload(BEN, 'a.txt', Buffer.from('y'))).rejects.toMatchObject(forbidden);
    expect((await files.get(target(await urlOf(id)))).bytes.toString()).toBe('x');
    expect(await link(ANNA, id)).toMatchObject([{ code: 'SUCCESS' }]);
    await files.upload(ANNA, 'a.txt', Buffer.from('z'));
    expect(await remove(ANNA, id)).toMatchObject([{ code: 'SUCCESS' }]);
  });

  test('keeps the administrators’ files from every phone', async () => {
    const { authorization, fileId } = await metadata('a.txt');
    await files.put('a.txt', Buffer.from('x'), authorization);
    expect(await link(ANNA, fileId)).toMatchObject([forbidden]);
    expect(await remove(ANNA, fileId)).toMatchObject([forbidden]);
    await expect(files.upload(ANNA, 'a.txt', Buffer.from('y'))).rejects.toMatchObject(forbidden);
  });

  test('lets the administrators take a file over', async () => {
    const id = await files.upload(ANNA, 'a.txt', Buffer.from('x'));
    await files.put('a.txt', Buffer.from('y'), (await metadata('a.txt')).authorization);
    expect(await link(ANNA, id)).toMatchObject([forbidden]);
  });

  test('leaves nothing of an owner behind a file that was removed', async () => {
    const id = await files.upload(ANNA, 'a.txt', Buffer.from('x'));
    await remove(ANNA, id);
    await files.upload(BEN, 'a.txt', Buffer.from('y'));
    expect(await link(BEN, id)).toMatchObject([{ code: 'SUCCESS' }]);
    expect(await link(ANNA, id)).toMatchObject([forbidden]);
  });

  test('still knows the owner after a restart', async () => {
    const id = await files.upload(ANNA, 'a.txt', Buffer.from('x'));
    files = open();
    expect(await link(ANNA, id)).toMatchObject([{ code: 'SUCCESS' }]);
    expect(await link(BEN, id)).toMatchObject([forbidden]);
  });
});

describe('the content type', () => {
  const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  test.each([
    ['photo', '89504e470d0a1a0a00', 'image/png'],
    ['photo.png', 'ffd8ffe0', 'image/jpeg'],
    ['photo', '524946460000000057454250', 'image/webp'],
    ['paper', '255044462d312e37', 'application/pdf'],
    ['list.XLSX', '504b0304', XLSX],
    ['list.csv', '61', 'text/csv; charset=utf-8'],
    ['page.html', '3c68746d6c3e', 'application/octet-stream'],
    ['unknown', '00', 'application/octet-stream'],
  ])('of %s beginning with %s is %s', async (path, hex, contentType) => {
    const id = await files.upload(ANNA, path, Buffer.from(hex, 'hex'));
    expect(await files.get(target(await urlOf(id)))).toMatchObject({ contentType });
  });
});

test('a reset removes every file, and half-written ones go at the next start', async () => {
  const id = await files.upload(ANNA, 'a.txt', Buffer.from('x'));
  await files.reset();
  expect(await urls(id)).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }]);
  writeFileSync(join(dir, 'objects', 'half.part'), 'x');
  open();
  expect(readdirSync(join(dir, 'objects'))).toEqual([]);
});
