/** What each environment id has of its own, documents and files. Functions and phones belong to the first. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataDir } from './data-dir';
import { openDocuments, type DocumentService } from './documents';
import { openFiles, type FileService } from './files';
import { ProtocolError, type CallCounters, type Clock, type CollectionSpec } from './types';

interface Environment {
  readonly documents: DocumentService;
  readonly files: FileService;
}

export interface Environments {
  readonly home: Environment;
  /** Opens it when it is first asked for; without an id, the first. @throws ProtocolError for what is no id */
  of(id: unknown): Promise<Environment>;
  /** Empties the first and forgets the others. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface EnvironmentOptions {
  /** The first environment's id. */
  readonly homeId: string;
  readonly data: DataDir;
  readonly collections: readonly CollectionSpec[];
  readonly clock: Clock;
  readonly counters: CallCounters;
  /** The server's own address; files of another environment have `/env/<id>` behind it. */
  readonly baseUrl: () => string;
}

const ENV_ID = /^[\w-]{1,60}$/;

type Places = Pick<DataDir, 'documents' | 'files'>;

const placesOf = (data: DataDir, id: string): Places => {
  const folder = join(data.environments, id);
  mkdirSync(folder, { recursive: true });
  return { documents: join(folder, 'documents.db'), files: join(folder, 'files') };
};

const closeAll = async ({ documents, files }: Environment): Promise<void> => {
  await files.close();
  await documents.close();
};

export async function openEnvironments(options: EnvironmentOptions): Promise<Environments> {
  const { homeId, data, collections, clock, counters } = options;
  const open = async (id: string, places: Places, baseUrl: () => string): Promise<Environment> => ({
    documents: await openDocuments({ file: places.documents, collections, clock, counters }),
    files: await openFiles({ dir: places.files, clock, env: id, baseUrl }),
  });
  const home = await open(homeId, data, options.baseUrl);
  const others = new Map<string, Promise<Environment>>();

  const openOther = (id: string): Promise<Environment> => {
    const opened = open(id, placesOf(data, id), () => `${options.baseUrl()}/env/${id}`);
    others.set(id, opened);
    return opened;
  };

  async function closeOthers(): Promise<void> {
    const opened = await Promise.all(others.values());
    others.clear();
    await Promise.all(opened.map(closeAll));
  }

  return {
    home,
    async of(id) {
      if (id === undefined || id === '' || id === homeId) return home;
      if (typeof id !== 'string' || !ENV_ID.test(id))
        throw new ProtocolError('INVALID_ENV', `env ${JSON.stringify(id)} is not an environment id`);
      return others.get(id) ?? openOther(id);
    },
    async reset() {
      await home.documents.reset();
      await home.files.reset();
      await closeOthers();
      rmSync(data.environments, { recursive: true, force: true });
    },
    async close() {
      await closeOthers();
      await closeAll(home);
    },
  };
}
