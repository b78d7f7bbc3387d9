/** An environment seen from outside, through the real @cloudbase/node-sdk: the emulator's or Tencent's. */
import { randomInt } from 'node:crypto';
import tcb from '@cloudbase/node-sdk';
import type { CloudDatabase } from '../../cloudfunctions/_shared/store/cloud-database';
import { createCloudStore } from '../../cloudfunctions/_shared/store/cloud-store';
import { headsAt } from '../../cloudfunctions/_shared/platform/file-heads';
import type { Files } from '../../cloudfunctions/_shared/platform/ports';
import type { Store } from '../../cloudfunctions/_shared/store/ports';
import { openTables } from '../deploy/cloud/database';
import { createPatience, sleep } from '../deploy/cloud/patience';
import { nodeDatabase } from './node-database';

export interface Environment {
  readonly id: string;
  readonly db: CloudDatabase;
  readonly store: Store;
  readonly files: Files;
  /** Of every collection, also those that are not the product's. The emulator has no others and does not tell. */
  readonly names?: () => Promise<readonly string[]>;
  /** Cloud paths of all files below a folder. The emulator keeps no paths and does not tell. */
  readonly pathsIn?: (folder: string) => Promise<readonly string[]>;
}

export interface Address {
  readonly env: string;
  /** Of the emulator's admin protocol; none means Tencent's own. */
  readonly url?: string | undefined;
  readonly secretId: string;
  readonly secretKey: string;
}

const FILES_PER_CALL = 50;

const addressesOf =
  (app: ReturnType<typeof tcb.init>): Files['urls'] =>
  async (fileIds, maxAge = 600) => {
    const fileList = fileIds.map((fileID) => ({ fileID, maxAge }));
    const reply = await app.getTempFileURL({ fileList });
    return Object.fromEntries(reply.fileList.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]));
  };

const filesOf = (app: ReturnType<typeof tcb.init>): Files => ({
  urls: addressesOf(app),
  heads: async (fileIds) => headsAt(await addressesOf(app)(fileIds)),
  download: async (fileID) => {
    try {
      const { fileContent } = await app.downloadFile({ fileID });
      return Buffer.isBuffer(fileContent) ? fileContent : undefined;
    } catch (error) {
      const { code } = (error ?? {}) as { code?: unknown };
      if (code === 'STORAGE_FILE_NONEXIST') return undefined;
      throw error;
    }
  },
  upload: async (cloudPath, fileContent) => (await app.uploadFile({ cloudPath, fileContent })).fileID,
  remove: async (fileIds) => {
    for (let start = 0; start < fileIds.length; start += FILES_PER_CALL)
      await app.deleteFile({ fileList: fileIds.slice(start, start + FILES_PER_CALL) });
  },
});

/** What only Tencent's own interface for operators tells. It is large, so it is loaded where somebody asks for that. */
const listingsOf = (
  env: string,
  keys: { secretId: string; secretKey: string },
): Required<Pick<Environment, 'names' | 'pathsIn'>> => {
  const open = async () => {
    const { default: CloudBase } = await import('@cloudbase/manager-node');
    return new CloudBase({ envId: env, ...keys });
  };
  return {
    names: async () => {
      const manager = await open();
      return openTables(() => manager, createPatience(sleep), env).names();
    },
    pathsIn: async (folder) => (await (await open()).storage.walkCloudDir(folder)).map(({ Key }) => Key),
  };
};

export const connect = ({ env, url, secretId, secretKey }: Address): Environment => {
  // Else the SDK would first ask a machine of Tencent's network who it is.
  if (url) process.env['TENCENTCLOUD'] ??= 'true';
  const app = tcb.init({ env, secretId, secretKey, ...(url ? { serviceUrl: url } : {}) } as Parameters<
    typeof tcb.init
  >[0]);
  const db = nodeDatabase(app.database());
  const pause = (maxMs: number) => new Promise<void>((done) => setTimeout(done, randomInt(1, maxMs + 1)));
  return {
    id: env,
    db,
    store: createCloudStore(db, { pause, now: () => Date.now() }),
    files: filesOf(app),
    ...(url ? {} : listingsOf(env, { secretId, secretKey })),
  };
};
