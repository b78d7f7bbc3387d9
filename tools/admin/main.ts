/** `npm run admin -- <command> (--env ID | --url URL) …`: maintenance of an environment through @cloudbase/node-sdk. */
import { readArguments } from './arguments';
import { COMMANDS, USAGE, type ExitCode } from './commands';
import { connect, type Environment } from './connect';
import { sentenceOf } from './failures';
import { Refusal } from './refusal';

const open = (env: string | undefined, url: string | undefined): Environment => {
  if (url) return connect({ env: env ?? 'local-env', url, secretId: 'local', secretKey: 'local' });
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!env || !secretId || !secretKey)
    throw new Refusal('真实环境要先设环境变量 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY。');
  return connect({ env, secretId, secretKey });
};

const typed = (args: readonly string[]) => {
  try {
    return readArguments(args, COMMANDS);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(`${error.message}\n\n${USAGE}`) : error;
  }
};

const main = async (): Promise<ExitCode> => {
  const { command, values } = typed(process.argv.slice(2));
  const { env, url } = values;
  return (
    (await COMMANDS[command]?.run({
      environment: () => open(env, url),
      text: (option) => String(values[option] ?? ''),
      has: (option) => values[option] === true,
      fieldKey: process.env['FIELD_KEY'],
      now: Date.now,
      say: (line) => console.log(line),
    })) ?? 0
  );
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(sentenceOf(error));
    process.exit(1);
  },
);
