/** `npm run emulator -- --port N --data DIR [--fresh] [--functions DIR]` */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmulator } from './index';
import { FUNCTION_ENV, product } from './product';

const ROOT = resolve(__dirname, '../..');

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '7700' },
      data: { type: 'string', default: resolve(ROOT, '.data/emulator') },
      functions: { type: 'string', default: resolve(ROOT, 'dist/cloudfunctions') },
      fresh: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port`);
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
  const emulator = await startEmulator({
    ...readOptions(),
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
