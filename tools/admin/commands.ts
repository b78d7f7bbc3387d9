/** What `npm run admin` can do: what each command takes, how it is described, what it does. */
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { formatChina } from '../../miniprogram/domain/calendar/china-time';
import type { Form, Option } from './arguments';
import { backUp } from './backup';
import type { Say } from './say';
import { check } from './check';
import type { Environment } from './connect';
import { PROBLEMS } from './findings';
import { keysOf, type Keys } from './keys';
import { readManifest } from './folder';
import { exportCollection, importCollection } from './lines';
import { migrate } from './migrate';
import { privacyGuide } from './privacy-guide';
import { cipherOf, portsOf, purge, purgedWords } from './purge';
import { Refusal } from './refusal';
import { makeReviewer, removeReviewer } from './reviewer';
import { rekey } from './rekey';
import { restore } from './restore';
import { lacksOf, verify } from './verify';

/** 1: refused, failed, or problems were found. 2: done, but not all could be saved or brought back. */
export type ExitCode = 0 | 1 | 2;

interface Given {
  readonly environment: () => Environment;
  /** The value of an option the command needs. */
  readonly text: (option: Option) => string;
  readonly has: (option: Option) => boolean;
  /** Of `FIELD_KEY`; undefined when it is not set. */
  readonly fieldKey: string | undefined;
  /** Epoch ms. */
  readonly now: () => number;
  readonly say: Say;
}

export interface Command extends Form {
  /** What stands after the name. */
  readonly shape: string;
  readonly says: string;
  readonly run: (given: Given) => Promise<ExitCode>;
}

const collectionOf = ({ text }: Given): CollectionName => {
  const found = COLLECTIONS.find(({ name }) => name === text('collection'));
  if (!found)
    throw new Refusal(`--collection 要是其中之一：${COLLECTIONS.map(({ name }) => name).join('、')}。`);
  return found.name;
};

const keysIn = ({ fieldKey }: Given): Keys | undefined => (fieldKey ? keysOf(fieldKey) : undefined);

/** What is lacking comes last, where it cannot be overlooked. */
const ending = (lacks: readonly string[], say: Say, done: string): ExitCode => {
  say(done);
  for (const lack of lacks) say(`⚠ ${lack}`);
  return lacks.length === 0 ? 0 : 2;
};

export const COMMANDS: Readonly<Record<string, Command>> = {
  backup: {
    shape: '--dir 新目录',
    says: '把全部记录和文件备份到新目录；断了再运行会接着来；退出码 2 是做完了但有缺',
    needs: ['dir'],
    may: [],
    run: async ({ environment, text, now, say }) => {
      const manifest = await backUp(environment(), { dir: text('dir'), takenAt: now(), say });
      return ending(lacksOf(manifest), say, '备份好了。里面有姓名和学号，请放在只有你能打开的地方。');
    },
  },
  verify: {
    shape: '--dir 目录',
    says: '把一份备份读一遍，看它和自己的清单是不是一样',
    needs: ['dir'],
    may: [],
    offline: true,
    run: async ({ text, say }) => {
      const manifest = await readManifest(text('dir'));
      await verify(text('dir'), manifest, say);
      const taken = formatChina(manifest.takenAt, 'YYYY-MM-DD HH:mm');
      return ending(lacksOf(manifest), say, `这是环境 ${manifest.env} 在 ${taken} 的备份。`);
    },
  },
  restore: {
    shape: '--dir 目录 [--replace]',
    says: '恢复；环境里已有别的数据时要加 --replace',
    needs: ['dir'],
    may: ['replace'],
    run: async ({ environment, text, has, say }) => {
      const lacks = await restore(environment(), { dir: text('dir'), replace: has('replace'), say });
      return ending(lacks, say, '恢复好了。建议再运行一次 check。');
    },
  },
  export: {
    shape: '--collection 名 --file 文件',
    says: '把一个集合写成 .jsonl；文件要是新的',
    needs: ['collection', 'file'],
    may: [],
    run: async (given) => {
      const wanted = { name: collectionOf(given), file: given.text('file'), say: given.say };
      given.say(`写出了 ${await exportCollection(given.environment(), wanted)} 条。`);
      return 0;
    },
  },
  import: {
    shape: '--collection 名 --file 文件 [--dry-run]',
    says: '把 .jsonl 的每一行写回去；--dry-run 只检查',
    needs: ['collection', 'file'],
    may: ['dry-run'],
    run: async (given) => {
      const dryRun = given.has('dry-run');
      const { say, now } = given;
      const wanted = { name: collectionOf(given), file: given.text('file'), dryRun, now: now(), say };
      const count = await importCollection(given.environment(), wanted);
      given.say(
        dryRun
          ? `${count} 行都可以写入，这次没有写。`
          : `写入了 ${count} 行，读回来核对过。建议再运行一次 check。`,
      );
      return 0;
    },
  },
  check: {
    shape: '',
    says: '检查每条记录和它们之间的关系；有问题时退出码是 1',
    needs: [],
    may: [],
    run: async (given) => {
      const { environment, now, say } = given;
      const findings = await check(environment(), { cipher: keysIn(given)?.all, now: now(), say });
      for (const { collection, id, problem } of findings) say(`✗ ${collection} ${id}：${PROBLEMS[problem]}`);
      say(findings.length === 0 ? '没有发现问题。' : `发现 ${findings.length} 处问题。`);
      return findings.length === 0 ? 0 : 1;
    },
  },
  rekey: {
    shape: '[--leave-unopened]',
    says: '用 FIELD_KEY 里最新的密钥重新加密，并看它单独能不能打开全部',
    needs: [],
    may: ['leave-unopened'],
    run: async (given) => {
      const keys = keysIn(given);
      if (!keys)
        throw new Refusal(
          'rekey 要先设环境变量 FIELD_KEY，写法是 新名字:新密钥,旧名字:旧密钥，和云函数里的一样。',
        );
      const leaveUnopened = given.has('leave-unopened');
      return (await rekey(given.environment(), { keys, leaveUnopened, say: given.say })) ? 0 : 1;
    },
  },
  migrate: {
    shape: '',
    says: '把旧版本的记录更新到现在的格式；退出码 2 是有的记录没能动，最后几行说是哪些',
    needs: [],
    may: [],
    run: async ({ environment, say }) => {
      const { changed, left } = await migrate(environment(), say);
      const total = [...changed.values()].reduce((sum, count) => sum + count, 0);
      const lacks = left.map(({ collection, id, words }) => `${collection} ${id}：${words}`);
      return ending(lacks, say, total === 0 ? '没有要更新的。' : `更新了 ${total} 条。`);
    },
  },
  'privacy-guide': {
    shape: '',
    says: '写出要填到公众平台的《用户隐私保护指引》',
    needs: [],
    may: [],
    offline: true,
    run: async ({ say }) => {
      privacyGuide().forEach(say);
      return 0;
    },
  },
  reviewer: {
    shape: '[--remove]',
    says: '给微信审核员编造一个同学、团支书和老师，不进任何数字和名单；--remove 连同留下的一起删掉',
    needs: [],
    may: ['remove'],
    run: async (given) => {
      const { environment, has, now, say } = given;
      const env = environment();
      if (has('remove')) {
        await removeReviewer(portsOf(env, now, await cipherOf(env, keysIn(given))));
        say('审核用的三个身份和留下的内容都删掉了。');
        return 0;
      }
      const { graduate, secretary, inviteCode, teacher } = await makeReviewer(env, now());
      say('提交审核时，把这几行填进“测试账号”一栏：');
      for (const [role, { studentNumber, name }] of Object.entries({ 同学: graduate, 团支书: secretary }))
        say(`  ${role}：学号 ${studentNumber}　姓名 ${name}　支部邀请码 ${inviteCode}`);
      say(`  老师：登录页选“我是老师”，姓名 ${teacher.name}　邀请码 ${teacher.code}`);
      return 0;
    },
  },
  purge: {
    shape: '--season 毕业季 [--dry-run]',
    says: '清理已经结束的毕业季；--dry-run 只数一数',
    needs: ['season'],
    may: ['dry-run'],
    run: async (given) => {
      const { environment, text, has, now, say } = given;
      const dryRun = has('dry-run');
      const wanted = { seasonId: text('season'), dryRun, keys: keysIn(given), now, say };
      const words = purgedWords(await purge(environment(), wanted));
      say(dryRun ? `会清理（这次什么都没有动）：${words}。` : `清理了：${words}。建议再运行一次 check。`);
      return 0;
    },
  },
};

const NAME_WIDTH = 9;
/** In letters; a Chinese one stands as wide as two. */
const FORM_WIDTH = 52;

const widthOf = (text: string): number => text.replace(/[^\x00-\xff]/g, '  ').length;

export const USAGE = [
  'npm run admin -- <命令> (--url http://127.0.0.1:7700/admin | --env 环境ID)',
  '',
  ...Object.entries(COMMANDS).map(([name, { shape, says }]) => {
    const form = `${name.padEnd(NAME_WIDTH)}${shape}`;
    return `  ${form}${' '.repeat(Math.max(2, FORM_WIDTH - widthOf(form)))}${says}`;
  }),
  '',
  '真实环境要先设 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY；rekey 和 purge 要设 FIELD_KEY，check 设了它就连密文一起查。',
].join('\n');
