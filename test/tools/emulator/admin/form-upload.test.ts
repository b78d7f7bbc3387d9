/** Uploads as SDKs before 3.1 send them: a form to the signed address, its fields in this order. */
import { startTestEmulator, type Json, type TestEmulator } from '../start-test-emulator';

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator();
});
afterAll(() => emulator.close());

interface Permission {
  readonly url: string;
  readonly authorization: string;
  readonly fileId: string;
}

const ask = async (path: string): Promise<Permission> => {
  const { data } = await emulator.admin({ action: 'storage.getUploadMetadata', path });
  return data as unknown as Permission;
};

/** The old SDKs send a buffer as a field without a file name. */
const formOf = (fields: Readonly<Record<string, string | Buffer>>, boundary: string): Buffer =>
  Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n`),
      Buffer.from(Buffer.isBuffer(value) ? 'Content-Type: application/octet-stream\r\n\r\n' : '\r\n'),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);

const post = async (url: string, fields: Readonly<Record<string, string | Buffer>>): Promise<string> => {
  const boundary = '--------------------------4711';
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const reply = await fetch(url, { method: 'POST', headers, body: new Uint8Array(formOf(fields, boundary)) });
  return reply.text();
};

const stored = async (fileId: string): Promise<Buffer | undefined> => {
  const { data } = await emulator.admin({
    action: 'storage.batchGetDownloadUrl',
    file_list: [{ fileid: fileId }],
  });
  const { tempFileURL } = (data as { download_list: Json[] }).download_list[0] as { tempFileURL: string };
  return tempFileURL === '' ? undefined : Buffer.from(await (await fetch(tempFileURL)).arrayBuffer());
};

const BYTES = Buffer.from([0xff, 0xd8, 0, 10, 13, 0x80, 0xe5]);

it('keeps every byte under the path of the form', async () => {
  const path = '目录/照片 1.jpg';
  const { url, authorization, fileId } = await ask(path);
  const fields = { Signature: authorization, 'x-cos-security-token': 'local', key: path, file: BYTES };
  expect(await post(url, fields)).toBe('');
  expect(await stored(fileId)).toEqual(BYTES);
});

it('takes a file above 8 MB', async () => {
  const { url, authorization, fileId } = await ask('large.bin');
  const file = Buffer.alloc(9 * 1024 * 1024, 7);
  expect(await post(url, { Signature: authorization, key: 'large.bin', file })).toBe('');
  expect((await stored(fileId))?.length).toBe(file.length);
});

it.each<[string, Record<string, string | Buffer>, RegExp]>([
  ['the signature of another path', { key: 'other.bin', file: BYTES }, /STORAGE_EXCEED_AUTHORITY/],
  ['no file', { key: 'mine.bin' }, /INVALID_PARAM/],
])('refuses %s', async (_name, fields, words) => {
  const { url, authorization, fileId } = await ask('mine.bin');
  expect(await post(url, { Signature: authorization, ...fields })).toMatch(words);
  expect(await stored(fileId)).toBeUndefined();
});
