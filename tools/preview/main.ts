import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPreview } from './preview';

const openInBrowser = (url: string): void => {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  // A machine without a desktop has no such command; the printed address is enough there.
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
};

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8700' },
      data: { type: 'string', default: path.resolve(__dirname, '../../.data/preview') },
      fresh: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port}: not a port`);
  return { port, dataDir: path.resolve(values.data), fresh: values.fresh, open: !values['no-open'] };
};

/** `npm start`: builds, starts the emulator, seeds it on the first run and opens the three phones. */
const main = async (): Promise<void> => {
  const { open, ...options } = readOptions();
  const preview = await startPreview({ ...options, watch: true, log: console.log });
  console.log(`三部手机：${preview.url}`);
  if (open) openInBrowser(preview.url);
  const stop = () => void preview.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
};

const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  return code === 'EADDRINUSE' ? `端口 ${port} 已被占用，换一个：npm start -- --port 8701` : error.message;
};

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
