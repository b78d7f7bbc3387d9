import path from 'node:path';
import { watch } from 'chokidar';
import { buildCharts } from '../build/charts';
import { compileMiniprogram, formatProblem } from './compile';

const ROOT = path.resolve(__dirname, '../..');
const SOURCES = path.join(ROOT, 'miniprogram');

/** Compiles the mini-program into the phone page; answers what went wrong, as readable lines. */
export const buildPhone = async (outDir: string): Promise<string[]> => {
  await buildCharts();
  const { errors } = await compileMiniprogram({
    root: SOURCES,
    outDir,
    nodeModules: path.join(ROOT, 'node_modules'),
  });
  return errors.map(formatProblem);
};

const SETTLE_MS = 80;

/** Compiles again after every save; saves that come while it compiles lead to one more round. */
export const watchPhone = async (
  outDir: string,
  onBuilt: (errors: string[]) => void,
): Promise<{ stop(): Promise<void> }> => {
  const watcher = watch(SOURCES, { ignoreInitial: true, ignored: /miniprogram_npm/ });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(async () => onBuilt(await buildPhone(outDir)));
    }, SETTLE_MS);
  });
  return {
    stop: async () => {
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
};
