import { createHash } from 'node:crypto';
import { ProtocolError, type ActionReply, type ActionService, type Clock } from '../types';
import { Addresses, assertCloudPath } from './addresses';
import { contentTypeOf } from './content-type';
import { copyFiles } from './copies';
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

const MAX_BATCH = 50;
const DEFAULT_MAX_AGE_SECONDS = 7200;

type Request = Readonly<Record<string, unknown>>;

const invalidParam = (message: string) => new ProtocolError('INVALID_PARAM', message);
const MISSING = { code: 'STORAGE_FILE_NONEXIST', message: 'storage file not exists' } as const;
/** What CloudBase calls it: docs.cloudbase.net/error-code/basic/STORAGE_EXCEED_AUTHORITY. */
const FOREIGN = { code: 'STORAGE_EXCEED_AUTHORITY', message: 'no permission to the storage file' } as const;

/** Whether whoever asks may read, replace and delete the file at a path. */
type May = (path: string) => boolean;

const cosIdOf = (path: string) => createHash('sha256').update(path).digest('base64url');

function batchOf(request: Request, member: string): readonly unknown[] {
  const list = request[member];
  if (!Array.isArray(list) || list.length === 0) throw invalidParam(`${member} must be a non-empty array`);
  if (list.length > MAX_BATCH) throw invalidParam(`${member} must not hold more than ${MAX_BATCH} files`);
  return list;
}

function downloadOf(item: unknown): { fileId: string; maxAge: number } {
  if (typeof item !== 'object' || item === null || !('fileid' in item) || typeof item.fileid !== 'string') {
    throw invalidParam('a file needs a fileid');
  }
  const asked = 'max_age' in item ? item.max_age : undefined;
  const maxAge = typeof asked === 'number' && asked > 0 ? Math.ceil(asked) : DEFAULT_MAX_AGE_SECONDS;
  return { fileId: item.fileid, maxAge };
}

/** Opens cloud storage: the `storage.*` actions over files in one folder. */
export function openFiles({ dir, clock, env, baseUrl }: FileOptions): FileService {
  const disk = new Disk(dir);
  const addresses = new Addresses(openSignatures(disk.secret()), clock, baseUrl);
  const prefix = `cloud://${env}.6c6f-${env}-1250000000/`;
  const idOf = (path: string) => prefix + path;
  /** The path of a file that exists. */
  const storedPath = (fileId: unknown): string | undefined => {
    if (typeof fileId !== 'string' || !fileId.startsWith(prefix)) return undefined;
    const path = fileId.slice(prefix.length);
    return disk.has(path) ? path : undefined;
  };

  function uploadMetadata({ path }: Request): ActionReply {
    assertCloudPath(path);
    const cosFileId = createHash('sha256').update(path).digest('base64url');
    const data = {
      ...addresses.upload(path),
      token: 'local',
      fileId: idOf(path),
      cosFileId,
      download_url: '',
    };
    return { data };
  }

  function downloadUrls(request: Request, may: May): ActionReply {
    const list = batchOf(request, 'file_list').map(downloadOf);
    const download_list = list.map(({ fileId, maxAge }) => {
      const path = storedPath(fileId);
      if (path === undefined) return { ...MISSING, fileID: fileId, tempFileURL: '' };
      if (!may(path)) return { ...FOREIGN, fileID: fileId, tempFileURL: '' };
      return { code: 'SUCCESS', fileID: fileId, tempFileURL: addresses.download(path, maxAge), maxAge };
    });
    return { data: { download_list } };
  }

  function deleteFiles(request: Request, may: May): ActionReply {
    const delete_list = batchOf(request, 'fileid_list').map((fileId) => {
      const path = storedPath(fileId);
      if (path !== undefined && !may(path)) return { ...FOREIGN, fileID: fileId };
      return path !== undefined && disk.remove(path)
        ? { code: 'SUCCESS', fileID: fileId }
        : { ...MISSING, fileID: fileId };
    });
    return { data: { delete_list } };
  }

  /** Who may do what with a file; the server SDKs act as administrator, so everything that exists is open. */
  function fileAuthority(request: Request): ActionReply {
    const data = batchOf(request, 'fileList').map((item) => {
      const fileId = typeof item === 'object' && item !== null && 'path' in item ? item.path : undefined;
      const path = storedPath(fileId);
      return { path: fileId, cosFileId: path === undefined ? '' : cosIdOf(path), read: path !== undefined };
    });
    return { data };
  }

  const actions: Readonly<Record<string, (request: Request, may: May) => ActionReply>> = {
    'storage.getUploadMetadata': uploadMetadata,
    'storage.batchGetDownloadUrl': downloadUrls,
    'storage.batchDeleteFile': deleteFiles,
    'storage.getFileAuthority': fileAuthority,
    'storage.batchCopyFile': ({ file_list }) => copyFiles(disk, file_list, idOf),
  };

  const run = (action: string, request: Request, may: May): ActionReply => {
    const perform = actions[action];
    if (!perform) throw invalidParam(`unknown action ${action}`);
    return perform(request, may);
  };
  const isOwn = (openid: string, path: string) => disk.ownerOf(path) === openid;

  return {
    actions: Object.keys(actions),
    handle: async (action, request) => run(action, request, () => true),
    handleFor: async (openid, action, request) => run(action, request, (path) => isOwn(openid, path)),
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
      return idOf(cloudPath);
    },
    reset: async () => disk.clear(),
    close: async () => undefined,
  };
}
