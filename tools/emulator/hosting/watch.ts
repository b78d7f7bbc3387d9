/** Notices rebuilt functions. */
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** A build writes several files: they count as one change. */
const SETTLE_MS = 120;

/**
 * Calls `onChange` with the names of the functions whose `index.js` or `config.json` changed.
 * Resolves when watching has begun, with the function that ends it.
 */
export async function watchFunctions(
  functionsDir: string,
  onChange: (names: string[]) => void,
): Promise<() => Promise<void>> {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(functionsDir, { ignoreInitial: true, depth: 1 });
  watcher.on('all', (_event, path) => {
    const [name, file] = relative(functionsDir, path).split(sep);
    if (!name || (file !== 'index.js' && file !== 'config.json')) return;
    changed.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      onChange([...changed]);
      changed.clear();
    }, SETTLE_MS);
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
