import { ProtocolError, type ActionReply, type ActionService, type Clock } from '../types';
import { ACTION_NAMES, FOREIGN, idOf, MISSING, runAction, type Files, type Request } from './actions';
import { Addresses, assertCloudPath } from './addresses';
import { contentTypeOf } from './content-type';
import { Disk } from './disk';
import { openSignatures } from './signatures';

export interface FileOptions {
  readonly dir: string;
  readonly clock: Clock;
  readonly env: string;
  /** The server's own address, e.g. `http://127.0.0.1:7700`, asked for when an address is given out. */
  readonly baseUrl: () => string;
}

interface FileContent {
  readonly bytes: Buffer;
  readonly contentType: string;
}

/**
 * Cloud storage under the permission “仅创建者及管理员可读写”: a phone reads, replaces and deletes what it has uploaded
 * itself, functions and administrators everything (docs.cloudbase.net/storage/data-permission).
 */
export interface FileService extends ActionService {
  /** An action as somebody with a phone asks for it: files of others are refused. */
  handleFor(openid: string, action: string, request: Request): Promise<ActionReply>;
  /** Stores an upload; `signature` is the authorization of `storage.getUploadMetadata`. */
  put(path: string, bytes: Buffer, signature: string): Promise<void>;
  /** Opens a signed address (path and query) of `storage.batchGetDownloadUrl`. */
  get(target: string): Promise<FileContent>;
  /** Stores a phone's upload and returns its file id; throws STORAGE_EXCEED_AUTHORITY over the file of another. */
  upload(openid: string, cloudPath: string, bytes: Buffer): Promise<string>;
  reset(): Promise<void>;
}

/** Opens cloud storage: the `storage.*` actions over files in one folder. */
export function openFiles({ dir, clock, env, baseUrl }: FileOptions): FileService {
  const disk = new Disk(dir);
  const addresses = new Addresses(openSignatures(disk.secret()), clock, baseUrl);
  const files: Files = { disk, addresses, prefix: `cloud://${env}.6c6f-${env}-1250000000/` };
  const isOwn = (openid: string, path: string) => disk.ownerOf(path) === openid;
  return {
    actions: ACTION_NAMES,
    handle: async (action, request) => runAction(files, action, request, () => true),
    handleFor: async (openid, action, request) =>
      runAction(files, action, request, (path) => isOwn(openid, path)),
    put: async (path, bytes, signature) => {
      addresses.checkUpload(path, signature);
      disk.write(path, bytes);
    },
    get: async (target) => {
      const path = addresses.openDownload(target);
      const bytes = disk.read(path);
      if (!bytes) throw new ProtocolError(MISSING.code, MISSING.message);
      return { bytes, contentType: contentTypeOf(path, bytes) };
    },
    upload: async (openid, cloudPath, bytes) => {
      assertCloudPath(cloudPath);
      if (disk.has(cloudPath) && !isOwn(openid, cloudPath))
        throw new ProtocolError(FOREIGN.code, FOREIGN.message);
      disk.write(cloudPath, bytes, openid);
      return idOf(files, cloudPath);
    },
    reset: async () => disk.clear(),
    close: async () => undefined,
  };
}
