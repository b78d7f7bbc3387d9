/** What each command is given, what it says at its end, and the exit code by which a script knows how it went. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createCipher } from '../../../cloudfunctions/_shared/kernel/cipher';
import { COMMANDS, USAGE } from '../../../tools/admin/commands';
import type { Environment } from '../../../tools/admin/connect';
import { putDocuments, type Document } from '../../../tools/admin/documents';
import { PROBLEMS } from '../../../tools/admin/findings';
import { FUNCTION_ENV } from '../../../tools/emulator/product';
import { linesOf, openFolder } from './backup-folder';
import { OLD_SEASON } from '../../cloudfunctions/support/old-records';
import { START } from './college';
import { addRecord } from './damages';
import { openEmpty, openSmallCollege } from './memory-environment';

let environment: Environment;
let goBack: () => void;
beforeAll(async () => {
  ({ environment, goBack } = await openSmallCollege());
});
beforeEach(() => goBack());
const folder = openFolder();

type Typed = Readonly<Record<string, string | boolean>>;
interface Around {
  readonly into?: Environment;
  readonly fieldKey?: string;
}

/** Runs a command as the shell does; what it said last, all it said, and its exit code. */
const run = async (name: string, typed: Typed = {}, { into = environment, fieldKey }: Around = {}) => {
  const lines: string[] = [];
  let isAsked = false;
  const code = await COMMANDS[name]?.run({
    environment: () => {
      isAsked = true;
      return into;
    },
    text: (option) => String(typed[option] ?? ''),
    has: (option) => typed[option] === true,
    fieldKey,
    now: () => START,
    say: (line) => void lines.push(line),
  });
  return { code, last: lines.at(-1), lines, text: lines.join('\n'), isAsked };
};
const stored = async (name: 'members' | 'colleges' | 'transfers' | 'locks' | 'branches') =>
  (await environment.db.collection(name).limit(999).get()).data as Document[];
const spoilMember = async () => {
  const [member] = await stored('members');
  await putDocuments(environment.db, 'members', [{ ...(member as Document), name: 7 }]);
  return String(member?._id);
};
const losePicture = async () =>
  environment.files.remove((await stored('transfers')).flatMap(({ screenshots }) => screenshots as string[]));

describe('backup, verify and restore', () => {
  it('end with 0 when all is there', async () => {
    const dir = folder('whole');
    expect(await run('backup', { dir })).toMatchObject({ code: 0, last: expect.stringMatching(/^备份好了/) });
    expect(await run('verify', { dir })).toMatchObject({
      code: 0,
      last: '这是环境 memory 在 2027-05-10 10:00 的备份。',
      isAsked: false,
    });
    const { environment: into, store } = openEmpty();
    expect(await run('restore', { dir }, { into })).toMatchObject({
      code: 0,
      last: '恢复好了。建议再运行一次 check。',
    });
    expect(store.all('members')).toHaveLength(30);
  });

  it('end with 2 and say last what is lacking', async () => {
    await losePicture();
    const dir = folder('lacking');
    for (const name of ['backup', 'verify', 'restore'])
      expect([name, await run(name, { dir, replace: true })]).toEqual([
        name,
        expect.objectContaining({ code: 2, last: expect.stringMatching(/^⚠ 缺 1 个文件/) }),
      ]);
  });

  it('replaces nothing unless it is told to', async () => {
    const dir = folder('first');
    await run('backup', { dir });
    await putDocuments(environment.db, 'locks', [{ _id: 'l', recordVersion: 2 }]);
    await expect(run('restore', { dir })).rejects.toThrow('--replace');
    expect(await stored('locks')).toHaveLength(1);
    expect(await run('restore', { dir, replace: true })).toMatchObject({ code: 0 });
    expect(await stored('locks')).toEqual([]);
  });
});

describe('export and import', () => {
  const named = () => ({ collection: 'members', file: folder('members.jsonl') });

  it('write a collection out and back, and say how many', async () => {
    expect(await run('export', named())).toMatchObject({ code: 0, last: '写出了 30 条。' });
    const text = readFileSync(named().file, 'utf8').replace('团员7', '团员七');
    writeFileSync(named().file, text);
    expect(await run('import', { ...named(), 'dry-run': true })).toMatchObject({
      code: 0,
      last: '30 行都可以写入，这次没有写。',
    });
    expect((await stored('members')).map(({ name }) => name)).not.toContain('团员七');
    expect(await run('import', named())).toMatchObject({
      code: 0,
      last: '写入了 30 行，读回来核对过。建议再运行一次 check。',
    });
    expect((await stored('members')).map(({ name }) => name)).toContain('团员七');
  });

  it('know the collections, and name them all where another is typed', async () => {
    const typed = { ...named(), collection: 'people' };
    await expect(run('export', typed)).rejects.toThrow(/要是其中之一：accounts、members、.*、locks/);
    expect(existsSync(named().file)).toBe(false);
    await run('export', { ...named(), collection: 'branches' });
    expect(linesOf(named().file)).toEqual(await stored('branches'));
    rmSync(named().file);
  });
});

describe('check', () => {
  it('ends with 0 only when it has found nothing', async () => {
    expect(await run('check')).toMatchObject({ code: 0, last: '没有发现问题。' });
    const id = await spoilMember();
    const { code, last, lines } = await run('check');
    expect([code, last]).toEqual([1, '发现 1 处问题。']);
    expect(lines).toContain(`✗ members ${id}：${PROBLEMS.malformed}`);
  });

  it('tries the sealed texts where it is given the keys', async () => {
    const fieldKey = `other:${Buffer.alloc(32, 7).toString('base64')}`;
    expect(await run('check', {}, { fieldKey: FUNCTION_ENV.FIELD_KEY })).toMatchObject({ code: 0 });
    const { code, text } = await run('check', {}, { fieldKey });
    expect(code).toBe(1);
    expect(text).toContain(PROBLEMS['broken-seal']);
  });
});

describe('migrate', () => {
  it('says how much it has changed', async () => {
    expect(await run('migrate')).toMatchObject({ code: 0, lines: ['没有要更新的。'] });
    for (const member of (await stored('members')).slice(0, 2))
      await putDocuments(environment.db, 'members', [{ ...member, nameKey: 'x' }]);
    expect(await run('migrate')).toMatchObject({
      code: 0,
      lines: ['  members：更新了 2 条', '更新了 2 条。'],
    });
  });

  it('ends with 2 and names last what it has left', async () => {
    const id = await spoilMember();
    expect(await run('migrate')).toMatchObject({ code: 2, last: `⚠ members ${id}：${PROBLEMS.malformed}` });
  });
});

describe('rekey', () => {
  const NEW = `2028:${Buffer.alloc(32, 8).toString('base64')}`;

  it('needs the keys', async () => {
    await expect(run('rekey')).rejects.toThrow('rekey 要先设环境变量 FIELD_KEY');
  });

  it('ends with 1 while an older key is needed, with 0 when it can go', async () => {
    const [college] = await stored('colleges');
    const foreign = createCipher(NEW.replace('2028', 'lost'), (size) => Buffer.alloc(size));
    const webhookSealed = foreign.seal('https://x', String(college?._id));
    await putDocuments(environment.db, 'colleges', [{ ...(college as Document), webhookSealed }]);
    const fieldKey = `${NEW},${FUNCTION_ENV.FIELD_KEY}`;
    await expect(run('rekey', {}, { fieldKey })).rejects.toThrow('什么都没有改');
    expect(await run('rekey', { 'leave-unopened': true }, { fieldKey })).toMatchObject({ code: 1 });
    await putDocuments(environment.db, 'colleges', [college as Document]);
    expect(await run('rekey', {}, { fieldKey })).toMatchObject({ code: 0 });
  });
});

describe('purge', () => {
  it('passes on what it was given, and needs the keys unless it only counts', async () => {
    await expect(run('purge', { season: '1999', 'dry-run': true })).rejects.toThrow('没有 1999 这个毕业季');
    await expect(run('purge', { season: '2027' })).rejects.toThrow('FIELD_KEY');
  });

  it('says in the same words what would go and what has gone, and what to do next', async () => {
    const open = (id: string, openedAt: number) =>
      addRecord('seasons', { ...OLD_SEASON, _id: id, openedAt } as Document)(environment);
    await open('2027', START - 1);
    await open('2028', START);
    const counted = await run('purge', { season: '2027', 'dry-run': true });
    expect(counted).toMatchObject({
      code: 0,
      last: expect.stringMatching(/^会清理（这次什么都没有动）：同学 \d+ 人，.*。$/),
    });
    const [, words] = /：(.*)。$/.exec(counted.last ?? '') ?? [];
    const done = await run('purge', { season: '2027' }, { fieldKey: FUNCTION_ENV.FIELD_KEY });
    expect(done).toMatchObject({ code: 0, last: `清理了：${words}。建议再运行一次 check。` });
  });
});

describe('reviewer', () => {
  const fieldKey = FUNCTION_ENV.FIELD_KEY;

  it('says what the three sign in with, and takes them away again with the keys alone', async () => {
    const { code, text } = await run('reviewer');
    expect(code).toBe(0);
    const [made] = (await stored('branches')).filter(({ _id }) => _id === 'b-made-up');
    expect(text).toContain(
      `同学：学号 REVIEW0001　姓名 审核体验　支部邀请码 ${String(made?.['inviteCode'])}`,
    );
    expect(text).toMatch(
      /团支书：学号 REVIEW0002[^]*老师：登录页选“我是老师”，姓名 审核老师　邀请码 \w{12}$/,
    );
    await expect(run('reviewer', { remove: true })).rejects.toThrow('FIELD_KEY');
    expect(await stored('members')).toHaveLength(32);
    expect(await run('reviewer', { remove: true }, { fieldKey })).toMatchObject({
      code: 0,
      lines: ['审核用的三个身份和留下的内容都删掉了。'],
    });
    expect(await stored('members')).toHaveLength(30);
  });
});

it('writes the guide for the platform without any environment', async () => {
  const { code, isAsked, text } = await run('privacy-guide');
  expect([code, isAsked]).toEqual([0, false]);
  expect(text).toMatch(/用户隐私保护指引[^]*1\. [^]*不收集：/);
});

it('names every command with its options in its help', () => {
  for (const [name, { shape, says, needs, may }] of Object.entries(COMMANDS)) {
    const line = USAGE.split('\n').find((one) => one.startsWith(`  ${name}`));
    expect(line).toContain(`${shape}`);
    expect(says).not.toBe('');
    expect(line).toContain(says);
    for (const option of [...needs, ...may]) expect(line).toContain(`--${option}`);
  }
});
