/** What was typed, checked against what the command takes: an option that would change nothing is refused. */
import { parseArgs } from 'node:util';
import { mistakeIn } from '../command-line/typed';
import { Refusal } from './refusal';

const OPTIONS = {
  env: { type: 'string' },
  url: { type: 'string' },
  dir: { type: 'string' },
  file: { type: 'string' },
  collection: { type: 'string' },
  season: { type: 'string' },
  replace: { type: 'boolean' },
  remove: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'leave-unopened': { type: 'boolean' },
} as const;

export type Option = keyof typeof OPTIONS;
type Values = { readonly [O in Option]?: (typeof OPTIONS)[O]['type'] extends 'string' ? string : boolean };

/** What a command takes besides the environment. */
export interface Form {
  readonly needs: readonly Option[];
  readonly may: readonly Option[];
  /** It works on a folder alone. */
  readonly offline?: boolean;
}

const WHERE: readonly Option[] = ['env', 'url'];

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new Refusal(mistakeIn(error, OPTIONS));
  }
};

const refuseStrange = (command: string, { needs, may, offline }: Form, values: Values): void => {
  const taken = [...needs, ...may, ...(offline ? [] : WHERE)];
  const given = Object.keys(values) as Option[];
  const strange = given.find((option) => !taken.includes(option));
  if (strange) throw new Refusal(`${command} 不用 --${strange}：去掉它再运行，这次什么都没有做。`);
  const missing = needs.find((option) => !values[option]);
  if (missing) throw new Refusal(`${command} 缺少 --${missing}。`);
  const { env, url } = values;
  if (offline) return;
  if (!env && !url)
    throw new Refusal('没有说是哪个环境：加 --env 环境ID，或本机的 --url http://127.0.0.1:7700/admin。');
  if (url && !URL.canParse(url))
    throw new Refusal(`--url 不是一个网址：${url}。本机的模拟器是 http://127.0.0.1:7700/admin。`);
};

/** @throws Refusal */
export const readArguments = (
  args: readonly string[],
  forms: Readonly<Record<string, Form>>,
): { command: string; values: Values } => {
  const { values, positionals } = parsed(args);
  const [command = '', ...rest] = positionals;
  const form = Object.hasOwn(forms, command) ? forms[command] : undefined;
  if (!form) throw new Refusal(command ? `没有 ${command} 这个命令。` : '没有说要做什么。');
  if (rest.length > 0) throw new Refusal(`多写了 ${rest.join(' ')}：目录和文件写在 --dir、--file 后面。`);
  refuseStrange(command, form, values);
  return { command, values };
};
