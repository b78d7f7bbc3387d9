/** A backup that is not as it was taken is refused by name, before anything is touched. */
import { cpSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { readManifest, sha256 } from '../../../tools/admin/folder';
import { restore } from '../../../tools/admin/restore';
import { lacksOf, verify } from '../../../tools/admin/verify';
import { changeManifest, cutShort, openFolder, spoilLine } from './backup-folder';
import { openEmpty } from './memory-environment';
import { SMALL_COLLEGE } from './small-college';

const say = (): void => undefined;
const folder = openFolder();
const rewrite = (name: string, change: (text: string) => string): void =>
  writeFileSync(folder(name), change(readFileSync(folder(name), 'utf8')));
const halfOf = (line: string): string => line.slice(0, line.length / 2);
const theFile = (): string => folder(`b/files/${readdirSync(folder('b/files'))[0]}`);

const touched: [string, () => void, string | RegExp][] = [
  [
    'a changed line',
    () => rewrite('b/members.jsonl', (text) => text.replace('团员3', '团员X')),
    /^[^]*members\.jsonl 和清单对不上（有 30 条，清单里是 30 条）$/,
  ],
  [
    'a line too few',
    () => rewrite('b/members.jsonl', (text) => text.slice(text.indexOf('\n') + 1)),
    '有 29 条，清单里是 30 条',
  ],
  [
    'a count that is not the one of its lines',
    () =>
      changeManifest(
        folder('b'),
        ({ collections: { members } }) => void Object.assign(members ?? {}, { count: 31 }),
      ),
    '有 30 条，清单里是 31 条',
  ],
  ['half a line', () => spoilLine(folder('b'), halfOf), 'members.jsonl 第 3 行断了'],
  [
    'half a line that its manifest knows',
    () => {
      spoilLine(folder('b'), halfOf);
      changeManifest(
        folder('b'),
        ({ collections: { members } }) =>
          void Object.assign(members ?? {}, { sha256: sha256(readFileSync(folder('b/members.jsonl'))) }),
      );
    },
    /：\n {2}members\.jsonl 第 3 行断了，或不是一条完整的记录$/,
  ],
  ['a line that is no record', () => spoilLine(folder('b'), () => '[1]'), 'members.jsonl 第 3 行断了'],
  ['a file cut short', () => cutShort(folder('b')), /members\.jsonl 第 \d+ 行断了/],
  ['a lost collection', () => unlinkSync(folder('b/accounts.jsonl')), '少了 accounts.jsonl'],
  [
    'a collection from elsewhere',
    () => writeFileSync(folder('b/strange.jsonl'), ''),
    'strange.jsonl 不在清单里',
  ],
  ['a lost file', () => rmSync(folder('b/files'), { recursive: true }), '少了 files/'],
  ['a changed file', () => writeFileSync(theFile(), 'x'), /files\/[0-9a-f]+ 和清单对不上（cloud:/],
  ['a spoilt manifest', () => writeFileSync(folder('b/manifest.json'), '{}'), '不是备份的清单'],
  ['half a manifest', () => rewrite('b/manifest.json', halfOf), '不是备份的清单'],
  [
    'a manifest of another form',
    () => rewrite('b/manifest.json', (text) => text.replace('"format": 1', '"format": 2')),
    '不是备份的清单',
  ],
  ['no manifest', () => unlinkSync(folder('b/manifest.json')), '没有完整的备份'],
];
it.each(touched)('with %s is refused by name before anything is touched', async (_what, touch, words) => {
  cpSync(SMALL_COLLEGE, folder('b'), { recursive: true });
  touch();
  await expect(
    readManifest(folder('b')).then((manifest) => verify(folder('b'), manifest, say)),
  ).rejects.toThrow(words);
  const { environment, store, files } = openEmpty();
  await expect(restore(environment, { dir: folder('b'), replace: true, say })).rejects.toThrow(words);
  expect([store.raw().size, files.size]).toEqual([0, 0]);
});

it('says how much of a whole one was compared, and that nothing is lacking', async () => {
  const said: string[] = [];
  const manifest = await readManifest(SMALL_COLLEGE);
  await verify(SMALL_COLLEGE, manifest, (line) => said.push(line));
  expect(said).toEqual(['读回来核对过：75 条记录、1 个文件，都和清单一样。']);
  expect(lacksOf(manifest)).toEqual([]);
});

it('names everything that is wrong at once', async () => {
  cpSync(SMALL_COLLEGE, folder('b'), { recursive: true });
  unlinkSync(folder('b/accounts.jsonl'));
  writeFileSync(theFile(), 'x');
  writeFileSync(folder('b/strange.jsonl'), '');
  await expect(verify(folder('b'), await readManifest(folder('b')), say)).rejects.toThrow(
    /备份坏了，用另一份：\n {2}strange.*\n {2}少了 accounts.*\n {2}files/,
  );
});
