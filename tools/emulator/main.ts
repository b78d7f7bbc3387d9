/** `npm run emulator`: CloudBase alone, without phones. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkPortIsFree, portOf } from '../command-line/port';
import { readTyped } from '../command-line/typed';
import { startEmulator } from './index';
import { FUNCTION_ENV, product } from './product';

const USAGE = '用法：npm run emulator -- [--port 端口] [--data 目录] [--functions 目录] [--fresh]';
const ROOT = resolve(__dirname, '../..');

function readOptions() {
  const { values } = readTyped({
    usage: USAGE,
    options: {
      port: { type: 'string', default: '7700' },
      data: { type: 'string', default: resolve(ROOT, '.data/emulator') },
      functions: { type: 'string', default: resolve(ROOT, 'dist/cloudfunctions') },
      fresh: { type: 'boolean', default: false },
    },
  });
  const port = portOf(values.port);
  if (!existsSync(values.functions))
    throw new Error(
      `--functions ${values.functions} does not exist: build the functions first (npm run build)`,
    );
  return {
    port,
    dataDir: resolve(values.data),
    functionsDir: resolve(values.functions),
    fresh: values.fresh,
  };
}

async function main(): Promise<void> {
  const options = readOptions();
  await checkPortIsFree(options.port, 'npm run emulator');
  const emulator = await startEmulator({
    ...options,
    ...product,
    functionEnv: FUNCTION_ENV,
    watch: true,
  });
  console.log(`CloudBase emulator: ${emulator.adminUrl}`);
  const stop = () => void emulator.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
