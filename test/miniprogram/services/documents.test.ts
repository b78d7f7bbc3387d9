/** Tables on their way from the phone: ID numbers in a .csv never leave it. */
import { uploadTable, writtenTable } from '../../../miniprogram/services/documents';

const ID = '330106200401012345';
let files: Map<string, string>;
let sent: string[];

beforeEach(() => {
  files = new Map();
  sent = [];
  const manager = {
    readFileSync: (path: string) => files.get(path) ?? '',
    writeFileSync: (path: string, text: string) => void files.set(path, text),
  };
  Object.assign(global, {
    wx: {
      env: { USER_DATA_PATH: 'own' },
      getFileSystemManager: () => manager,
      cloud: {
        uploadFile: ({ filePath, success }: { filePath: string; success: (reply: object) => void }) => {
          sent.push(filePath);
          success({ fileID: 'cloud://x' });
          return {};
        },
      },
    },
  });
});

const send = (name: string, path = 'chosen') =>
  uploadTable({ path, name, size: 1 }, 'rosters/a', () => undefined);

it('strikes ID numbers out of a .csv, whatever its Chinese is encoded as', async () => {
  files.set('chosen', `\u00d1\u00a7\u00ba\u00c5,\u00d0\u00d5\u00c3\u00fb\n2203310101,\u00d0\u00ed,${ID}\n`);
  await send('名单.csv');
  expect(sent).toEqual(['own/struck.csv']);
  expect(files.get('own/struck.csv')).toBe(
    '\u00d1\u00a7\u00ba\u00c5,\u00d0\u00d5\u00c3\u00fb\n2203310101,\u00d0\u00ed,\n',
  );
});

it.each(['名单.csv', '名单.xlsx'])(
  'sends %s as it is where there is nothing to strike, or it cannot be read',
  async (name) => {
    files.set('chosen', '学号\n2203310101');
    await send(name);
    expect(sent).toEqual(['chosen']);
  },
);

it('writes a table of its own, one cell beside the other, whatever stands in them', () => {
  const table = writtenTable('新.csv', [
    ['学号', '姓名'],
    ['', '罗,一"帆'],
    ['2203310101\n2203310102', '许宁'],
  ]);
  expect(files.get(table?.path ?? '')).toBe('学号,姓名\n,"罗,一""帆"\n"2203310101\n2203310102",许宁');
});
