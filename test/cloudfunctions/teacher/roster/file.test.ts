import iconv from 'iconv-lite';
import { ROSTER_RUN } from '../../../../cloudfunctions/_shared/roster/limits';
import { MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { foundUniversity, OTHER_TEACHER, TEACHER, type University } from '../../support/people';
import { HEADINGS, line, openSheet, putFile, sheet, upload } from '../../support/sheets';
import { xlsx, xlsxEntries, zip } from '../../support/xlsx-parts';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

const check = async (rows: string[][], headings: readonly string[] = HEADINGS) =>
  dataOf(await upload(world, TEACHER, university.collegeId, await sheet(rows, headings))).run;

const csvFiles: [string, (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['GBK', (text) => iconv.encode(text, 'gbk')],
  ['two bytes a character', (text) => iconv.encode(text, 'utf16le', { addBOM: true })],
  ['tabs in place of commas', (text) => Buffer.from(text.replace(/,/g, '\t'))],
];
it.each(csvFiles)('reads a .csv in %s', async (_case, encode) => {
  const text = `${HEADINGS.join(',')}\r\n${line('S010', '张一').join(',')}\r\n`;
  const { run } = dataOf(await upload(world, TEACHER, university.collegeId, encode(text)));
  expect(run).toMatchObject({ badCells: 0, added: 1, examples: { added: { after: { name: '张一' } } } });
});

it('finds the headings below a title', async () => {
  const bytes = await sheet([[...HEADINGS], line('S010', '张一')], ['光电学院2027届团员名单']);
  expect(dataOf(await upload(world, TEACHER, university.collegeId, bytes)).run).toMatchObject({
    added: 1,
    rows: 1,
  });
});

const container = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')]);
const locked = container('EncryptedPackage');
const lockedZip = zip(xlsxEntries({ sheets: [''] }).map((one) => ({ ...one, isLocked: true })));
const unreadable: [string, Buffer, string][] = [
  ['an empty file', Buffer.alloc(0), 'FILE_EMPTY'],
  ['an .xlsx whose sheet is empty', xlsx({ sheets: [''] }), 'FILE_EMPTY'],
  ['a table saved with a password', locked, 'FILE_PASSWORD'],
  ['a .zip with a password', lockedZip, 'FILE_PASSWORD'],
  ['an old .xls', container(''), 'FILE_OTHER_FORMAT'],
  ['a binary .xlsb', zip([{ name: 'xl/workbook.bin', bytes: Buffer.from('x') }]), 'FILE_OTHER_FORMAT'],
  ['a .docx', zip([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]), 'FILE_NO_TABLE'],
  ['a .zip of tables', zip([{ name: 'a.xlsx', bytes: xlsx({ sheets: [''] }) }]), 'FILE_NO_TABLE'],
  ['a broken .xlsx', Buffer.from('PK\u0003\u0004 but no more'), 'FILE_UNREADABLE'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'FILE_NO_TABLE'],
  ['a document', Buffer.from('%PDF-1.7\n1 0 obj'), 'FILE_NO_TABLE'],
  [
    'a web page called .xls',
    Buffer.from('\r\n<html><table><tr><td>学号</td></tr></table></html>'),
    'FILE_OTHER_FORMAT',
  ],
  ['a file of 50 MB', Buffer.alloc(50 * 1024 * 1024, 'a'), 'FILE_TOO_LARGE'],
  ['a file that is too large', Buffer.alloc(6 * 1024 * 1024, 'a'), 'FILE_TOO_LARGE'],
];
it.each(unreadable)('refuses %s, and keeps nothing of it', async (_case, bytes, code) => {
  expect(errorOf(await upload(world, TEACHER, university.collegeId, bytes))).toBe(code);
  expect(world.stored.size).toBe(0);
  expect(world.store.all('rosterRuns')).toEqual([]);
});

it('refuses an .xlsx that unpacks to more than the memory can hold', async () => {
  const bytes = await sheet([line('S010', '张一')]);
  const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(0x7fffffff, entry + 24);
  expect(errorOf(await upload(world, TEACHER, university.collegeId, bytes))).toBe('FILE_TOO_LARGE');
});

it('refuses more than ten thousand rows', async () => {
  const text = [HEADINGS.join(','), ...Array.from({ length: 10_010 }, (_, i) => `X${i},a,b,,2027-06,,`)].join(
    '\n',
  );
  expect(errorOf(await upload(world, TEACHER, university.collegeId, Buffer.from(text)))).toBe(
    'FILE_TOO_LARGE',
  );
});

it('keeps nothing of a file that was meant for another college', async () => {
  const bytes = await sheet([line('S010', '张一')]);
  expect(errorOf(await upload(world, OTHER_TEACHER, university.collegeId, bytes))).toBe('COLLEGE_UNKNOWN');
  expect(world.stored.size).toBe(0);
});

it('says that a file never came', async () => {
  const { folder } = dataOf(await world.call(TEACHER, 'teacher', 'rosterFolder', {}));
  const fileId = `cloud://env.bucket/${folder}/nothing.xlsx`;
  const { collegeId } = university;
  expect(errorOf(await world.call(TEACHER, 'teacher', 'rosterUpload', { fileId, collegeId }))).toBe(
    'FILE_MISSING',
  );
});

it('takes the file out of the storage before it looks into it', async () => {
  const bytes = await sheet([line('S010', '张一')]);
  const seen: number[] = [];
  const look = Object.assign(Buffer.from(bytes), {
    subarray: (...args: [number, number]) => {
      seen.push(world.stored.size);
      return Buffer.prototype.subarray.apply(bytes, args);
    },
  });
  const { download } = world.ports.files;
  jest
    .spyOn(world.ports.files, 'download')
    .mockImplementation(async (fileId) => ((await download(fileId)) ? look : undefined));
  await upload(world, TEACHER, university.collegeId, bytes);
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen)).toEqual(new Set([0]));
});

describe('a file on its way', () => {
  const notes = () => world.store.all('uploads');

  it('has a folder of its own, and leaves no note once it is taken in', async () => {
    const folders = await Promise.all(
      [1, 2].map(async () => dataOf(await world.call(TEACHER, 'teacher', 'rosterFolder', {})).folder),
    );
    expect(new Set(folders).size).toBe(2);
    expect(notes()).toHaveLength(2);
    const { collegeId } = university;
    for (const folder of folders) {
      const fileId = await world.ports.files.upload(
        `${folder}/roster.xlsx`,
        await sheet([line('S010', '张一')]),
      );
      dataOf(await world.call(TEACHER, 'teacher', 'rosterUpload', { fileId, collegeId }));
    }
    expect([notes(), world.stored.size]).toEqual([[], 0]);
  });

  it.each(['roster.xlsx', 'roster.csv'])(
    'goes within the hour or so when the phone went off before it was taken in: %s',
    async (name) => {
      await world.tick();
      world.world.now += MINUTE_MS;
      await putFile(world, TEACHER, Buffer.from('names'), name);
      world.world.now += MINUTE_MS;
      await world.tick();
      expect([notes().length, world.stored.size]).toEqual([1, 1]);
      world.world.now += ROSTER_RUN.uploadKeptMs;
      await world.tick();
      expect([notes(), world.stored.size]).toEqual([[], 0]);
    },
  );
});

it('takes files from the own folder only', async () => {
  const { collegeId } = university;
  const foreign = await putFile(world, OTHER_TEACHER, await sheet([line('S010', '张一')]));
  const tricks = [foreign, 'cloud://env.bucket/rosters/a.xlsx', 'cloud://env.bucket/screenshots/m-1/a.png'];
  for (const fileId of tricks)
    expect(errorOf(await world.call(TEACHER, 'teacher', 'rosterUpload', { fileId, collegeId }))).toBe(
      'FILE_FOREIGN',
    );
});

it('is for the own college, and so is every look at it', async () => {
  const bytes = await sheet([line('S010', '张一')]);
  expect(errorOf(await upload(world, OTHER_TEACHER, university.collegeId, bytes))).toBe('COLLEGE_UNKNOWN');
  const { id: runId } = await check([line('S010', '张一')]);
  const foreign = [
    await world.call(OTHER_TEACHER, 'teacher', 'rosterApply', { runId }),
    await world.call(OTHER_TEACHER, 'teacher', 'rosterProgress', { runId }),
    await world.call(OTHER_TEACHER, 'teacher', 'rosterRows', { runId, only: 'added' }),
  ];
  expect(foreign.map(errorOf)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
});

it('gives out a template whose headings it understands', async () => {
  const { fileId, url } = dataOf(await world.call(TEACHER, 'teacher', 'rosterTemplate', {}));
  expect(url).toContain(fileId);
  const [headings = []] = await openSheet(world.stored.get(fileId));
  expect(await check([line('S010', '张一')], headings)).toMatchObject({ badCells: 0, added: 1 });
});
