import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkPortIsFree, portOf } from '../command-line/port';
import { readTyped } from '../command-line/typed';
import { DataInUse } from '../emulator/data-dir';
import { startPreview } from './preview';

const USAGE = '用法：npm start -- [--port 端口] [--no-open] [--fresh] [--data 目录]';

const openInBrowser = (url: string): void => {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  // A machine without a desktop has no such command; the printed address is enough there.
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
};

const readOptions = () => {
  const { values } = readTyped({
    usage: USAGE,
    options: {
      port: { type: 'string', default: '8700' },
      data: { type: 'string', default: path.resolve(__dirname, '../../.data/preview') },
      fresh: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const { port, data, fresh } = values;
  return { port: portOf(port), dataDir: path.resolve(data), fresh, open: !values['no-open'] };
};

/** `npm start`: builds, starts the emulator, seeds it on the first run and opens the three phones. */
const main = async (): Promise<void> => {
  const { open, ...options } = readOptions();
  await checkPortIsFree(options.port, 'npm start');
  const preview = await startPreview({ ...options, watch: true, log: console.log });
  console.log(`三部手机：${preview.url}`);
  if (open) openInBrowser(preview.url);
  const stop = () => void preview.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
};

const explain = (error: unknown): string => {
  if (error instanceof DataInUse)
    return '另一个 npm start 正用着这些数据：先关掉它，或者用 --data 换一个目录。';
  return error instanceof Error ? error.message : String(error);
};

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
