/** `npm run admin -- <command> (--env ID | --url URL) …`: maintenance of an environment through @cloudbase/node-sdk. */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createCipher } from '../../cloudfunctions/_shared/cipher';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/collections';
import { backUp } from './backup';
import { check } from './check';
import { connect, type Environment } from './connect';
import { PROBLEMS } from './findings';
import { exportCollection, importCollection } from './lines';
import { migrate } from './migrate';
import { purge } from './purge';
import { rekey } from './rekey';
import { restore } from './restore';

const USAGE = `npm run admin -- <命令> (--url http://127.0.0.1:7700/admin | --env 环境ID)

  backup  --dir 目录                     把全部记录和文件备份到目录；断了再运行会接着来
  restore --dir 目录 [--replace]         恢复；环境里已有数据时要加 --replace
  export  --collection 名 --file 文件     把一个集合写成 .jsonl
  import  --collection 名 --file 文件 [--dry-run]
  check                                  检查每条记录和它们之间的关系；有问题时退出码是 1
  rekey                                  用 FIELD_KEY 里最新的密钥重新加密
  migrate                                把旧版本的记录更新到现在的格式
  purge   --season 毕业季 [--dry-run]     清理已经结束的毕业季

真实环境要先设 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY；rekey 要设 FIELD_KEY。`;

const say = (line: string): void => console.log(line);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    env: { type: 'string' },
    url: { type: 'string' },
    dir: { type: 'string' },
    file: { type: 'string' },
    collection: { type: 'string' },
    season: { type: 'string' },
    replace: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
});

const needed = (name: 'dir' | 'file' | 'season'): string => {
  const value = values[name];
  if (!value) throw new Error(`缺少 --${name}\n\n${USAGE}`);
  return value;
};

const collection = (): CollectionName => {
  const found = COLLECTIONS.find(({ name }) => name === values.collection);
  if (!found) throw new Error(`--collection 要是其中之一：${COLLECTIONS.map(({ name }) => name).join('、')}`);
  return found.name;
};

const fieldKey = (): string | undefined => process.env['FIELD_KEY'] || undefined;
const cipherOf = (key: string) => createCipher(key, randomBytes);

const open = (): Environment => {
  const { env, url } = values;
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!url && !env) throw new Error(USAGE);
  if (!url && (!secretId || !secretKey))
    throw new Error('真实环境要先设环境变量 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY');
  const keys = url
    ? { secretId: 'local', secretKey: 'local' }
    : { secretId: secretId ?? '', secretKey: secretKey ?? '' };
  return connect({ env: env ?? 'local-env', url, ...keys });
};

const COMMANDS: Readonly<Record<string, (environment: Environment) => Promise<void>>> = {
  backup: async (environment) => {
    await backUp(environment, { dir: needed('dir'), takenAt: Date.now(), say });
    say('备份好了。里面有姓名和学号，请放在只有你能打开的地方。');
  },
  restore: async (environment) => {
    await restore(environment, { dir: needed('dir'), replace: values.replace, say });
    say('恢复好了。建议再运行一次 check。');
  },
  export: async (environment) => {
    const count = await exportCollection(environment, { name: collection(), file: needed('file'), say });
    say(`写出了 ${count} 条。`);
  },
  import: async (environment) => {
    const dryRun = values['dry-run'];
    const count = await importCollection(environment, {
      name: collection(),
      file: needed('file'),
      dryRun,
      say,
    });
    say(dryRun ? `${count} 行都可以写入，这次没有写。` : `写入了 ${count} 行。建议再运行一次 check。`);
  },
  check: async (environment) => {
    const key = fieldKey();
    const findings = await check(environment, { cipher: key ? cipherOf(key) : undefined, say });
    for (const { collection: name, id, problem } of findings) say(`✗ ${name} ${id}：${PROBLEMS[problem]}`);
    say(findings.length === 0 ? '没有发现问题。' : `发现 ${findings.length} 处问题。`);
    if (findings.length > 0) process.exitCode = 1;
  },
  rekey: async (environment) => {
    const key = fieldKey();
    if (!key) throw new Error('rekey 要设环境变量 FIELD_KEY，写法是 新名字:新密钥,旧密钥');
    say(`换好了 ${await rekey(environment, cipherOf(key), say)} 条。旧密钥现在可以从 FIELD_KEY 里去掉。`);
  },
  migrate: async (environment) => {
    say(`更新了 ${await migrate(environment, say)} 条。`);
  },
  purge: async (environment) => {
    const dryRun = values['dry-run'];
    const counts = await purge(environment, { seasonId: needed('season'), dryRun, now: Date.now, say });
    say(`${dryRun ? '会清理（这次没有动）' : '清理了'}：${JSON.stringify(counts)}`);
  },
};

const main = async (): Promise<void> => {
  const [name = ''] = positionals;
  const command = COMMANDS[name];
  if (!command) throw new Error(USAGE);
  await command(open());
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
