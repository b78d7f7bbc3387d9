/** CloudBase on one machine: puts the parts together behind one HTTP server. */
import { adminRoutes } from './admin/routes';
import { bytesRoutes } from './admin/bytes';
import { clientRoutes } from './client/routes';
import { controlRoutes } from './control/routes';
import { openDataDir, type DataDir } from './data-dir';
import type { Route } from './exchange';
import { readFunctions } from './hosting/catalog';
import { watchFunctions } from './hosting/watch';
import { APP_ID, closeParts, openParts, reloadFunctions, resetParts, type Parts } from './parts';
import { openServer } from './server';
import type { Emulator, EmulatorOptions } from './types';
import { wecomRoutes } from './wecom/routes';

export type { Emulator, EmulatorOptions } from './types';

/**
 * Starts an emulator and resolves when it serves.
 * @throws Error when the port or the data folder is taken, or a function's `config.json` is refused.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  readFunctions(options.functionsDir);
  const data = openDataDir(options.dataDir, options.fresh ?? false);
  try {
    return await serve(options, data);
  } catch (error) {
    data.release();
    throw error;
  }
}

async function serve(options: EmulatorOptions, data: DataDir): Promise<Emulator> {
  let url = '';
  const parts = await openParts(options, data, () => url);
  const server = await openServer(options.port, routesOf(parts, options), parts.log).catch(
    async (error: unknown) => {
      await closeParts(parts);
      throw error;
    },
  );
  url = server.url;
  const endWatch = options.watch
    ? watchFunctions(options.functionsDir, (names) => void reloadFunctions(parts, names))
    : undefined;

  async function close(): Promise<void> {
    endWatch?.();
    await server.close();
    await closeParts(parts);
    data.release();
  }
  return { url, adminUrl: `${url}/admin`, close };
}

function routesOf(parts: Parts, { templates, onAction }: EmulatorOptions): Route[] {
  const { environments, host, faults, counters, clock, robots, tell } = parts;
  return [
    ...adminRoutes({
      ...parts,
      servicesOf: async (env) => {
        const of = await environments.of(env);
        const functions = of === environments.home ? [host] : [];
        return [of.documents, of.files, ...functions];
      },
      ownerOf: host.ownerOf,
      onAction,
    }),
    ...bytesRoutes(async (env) => (await environments.of(env)).files, faults),
    ...clientRoutes({
      ...parts,
      files: environments.home.files,
      templates,
      push: tell,
      appId: APP_ID,
      onVisit: (openid) => void parts.visits.set(openid, clock.now()),
    }),
    ...wecomRoutes(robots, { faults, counters }),
    ...controlRoutes({ ...parts, templates, reset: () => resetParts(parts) }),
  ];
}
