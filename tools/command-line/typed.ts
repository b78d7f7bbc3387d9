/** What was typed behind a command of `tools/`. A mistake is answered by a sentence and by how the command is typed. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Something was typed that the command does not take. The message is all that is shown: no stack helps here. */
export class Mistyped extends Error {}

/** What is wrong with what was typed, as a sentence. `error` is what `parseArgs` threw for these options. */
export const mistakeIn = (error: unknown, options: Options): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  const typed = /'(-[\w-]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有 ${typed} 这个选项。`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return `多写了 ${/'(.*?)'/.exec(message)?.[1]}：这里只认选项。`;
  const isSwitch = options[typed.replace(/^-+/, '')]?.type === 'boolean';
  return isSwitch ? `${typed} 后面不能有值。` : `${typed} 后面要有值。`;
};

interface Form<O extends Options> {
  /** How the command is typed. `--help` prints it. */
  readonly usage: string;
  readonly options?: O;
  /** Whether names may stand behind the options. */
  readonly takesNames?: boolean;
}

interface Typed<O extends Options> {
  readonly values: ReturnType<typeof parseArgs<{ options: O }>>['values'];
  readonly names: readonly string[];
}

/**
 * The options and names typed behind the command.
 * @throws Mistyped for what the command does not take
 */
export const readTyped = <O extends Options = Record<never, never>>(
  { usage, options = {} as O, takesNames = false }: Form<O>,
  args: readonly string[] = process.argv.slice(2),
): Typed<O> => {
  if (args.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: takesNames });
    return { values, names: positionals };
  } catch (error) {
    throw new Mistyped(`${mistakeIn(error, options)}\n${usage}`);
  }
};

/** @throws Mistyped when it is no whole number of `least` to `most` */
export const wholeNumber = (
  option: string,
  typed: string,
  { least = 1, most = Number.MAX_SAFE_INTEGER } = {},
): number => {
  const number = /^\d+$/.test(typed) ? Number(typed) : NaN;
  if (number >= least && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? `不小于 ${least} ` : `${least} 到 ${most} `;
  throw new Mistyped(`--${option} 要是${range}的整数，不是 ${typed}。`);
};

/** Ends the command as failed: in one sentence where somebody mistyped, else with all that helps to find the fault. */
export const reportFailure = (error: unknown): void => {
  console.error(error instanceof Mistyped ? error.message : error);
  process.exitCode = 1;
};
