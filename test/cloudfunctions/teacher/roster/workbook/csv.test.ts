import iconv from 'iconv-lite';
import { readWorkbook } from '../../../../../cloudfunctions/teacher/roster/workbook/read-workbook';
import { dataOf } from '../../../support/world';

const rowsOf = async (bytes: Buffer) => dataOf(await readWorkbook(bytes)).sheets[0]?.rows;

const TEXT = '学号,姓名\r\n2210310101,李慧敏\r\n2210310102,𠮷野\r\n2210310103,刘䶮\r\n';
const ROWS = [
  { row: 1, cells: ['学号', '姓名'] },
  { row: 2, cells: ['2210310101', '李慧敏'] },
  { row: 3, cells: ['2210310102', '𠮷野'] },
  { row: 4, cells: ['2210310103', '刘䶮'] },
];
const encodings: [string, Buffer][] = [
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 as Excel saves it', iconv.encode(TEXT, 'utf16le', { addBOM: true })],
  ['UTF-16 the other way round', iconv.encode(TEXT, 'utf16be', { addBOM: true })],
  ['UTF-16 without a mark', iconv.encode(TEXT, 'utf16le')],
  ['UTF-16 the other way round without a mark', iconv.encode(TEXT, 'utf16be')],
  ['GB18030', iconv.encode(TEXT, 'gb18030')],
  ['GB18030 with a mark', Buffer.concat([Buffer.from('84319533', 'hex'), iconv.encode(TEXT, 'gb18030')])],
];
it.each(encodings)('reads %s, rare characters too', async (_case, bytes) => {
  expect(await rowsOf(bytes)).toEqual(ROWS);
});

it('keeps what was lost in sight', async () => {
  const gbk = iconv.encode('学号,姓名\n1,𠮷野\n2,李慧敏\n', 'gbk');
  const half = Buffer.concat([iconv.encode('学号,姓名\n1,王强\n2,李', 'gbk'), Buffer.from([0xbb])]);
  const cut = Buffer.from('学号,姓名\n1,李慧敏\n2,王强\n3,张').subarray(0, -1);
  expect((await rowsOf(gbk))?.[1]?.cells[1]).toMatch(/^\?+野$/);
  expect((await rowsOf(half))?.[2]?.cells[1]).toBe('李\ufffd');
  expect((await rowsOf(cut))?.[3]?.cells[1]).toBe('\ufffd');
});

const refused: [string, Buffer, object][] = [
  [
    'an encoding of Taiwan',
    iconv.encode('學號,姓名,團支部\n2210310101,李慧敏,機制2201團支部\n', 'big5'),
    { code: 'FILE_ENCODING' },
  ],
  [
    'an encoding of Japan',
    iconv.encode('学籍番号,氏名\n1,こんにちは、ありがとう\n', 'shift_jis'),
    { code: 'FILE_ENCODING' },
  ],
  [
    'four bytes a character',
    iconv.encode('学号,姓名\n1,王强\n', 'utf32le', { addBOM: true }),
    { code: 'FILE_NO_TABLE' },
  ],
  ['a text with zeros in it', Buffer.from('学号,姓名\n1,王\0强\n2,王\0强\n'), { code: 'FILE_NO_TABLE' }],
  [
    'a web page with a mark',
    Buffer.from('\ufeff<table><tr><td>学号</td></tr></table>'),
    { code: 'FILE_OTHER_FORMAT' },
  ],
  ['XML of Excel 2003', Buffer.from('<?xml version="1.0"?><Workbook/>'), { code: 'FILE_OTHER_FORMAT' }],
  [
    'a quote that is not closed',
    Buffer.from('学号,姓名\n\n1,王强\n2,"李\n3,张\n'),
    { code: 'FILE_QUOTE_OPEN', detail: { row: 4 } },
  ],
  ['nothing but blank lines', Buffer.from('\n , \n\t\n'), { code: 'FILE_EMPTY' }],
];
it.each(refused)('says what is wrong with %s', async (_case, bytes, error) => {
  expect(await readWorkbook(bytes)).toMatchObject({ ok: false, error });
});

it('counts rows as a spreadsheet does, the blank ones included', async () => {
  expect(await rowsOf(Buffer.from('\n学号,姓名\n\n,\n1,"王\n强"\n2,李\n'))).toEqual([
    { row: 2, cells: ['学号', '姓名'] },
    { row: 5, cells: ['1', '王\n强'] },
    { row: 6, cells: ['2', '李'] },
  ]);
});
