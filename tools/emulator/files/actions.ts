/** The `storage.*` actions of the admin protocol, as documented for CloudBase, over the files of one environment. */
import { createHash } from 'node:crypto';
import { ProtocolError, type ActionReply } from '../types';
import { assertCloudPath, type Addresses } from './addresses';
import { copyFiles } from './copies';
import type { Disk } from './disk';

export type Request = Readonly<Record<string, unknown>>;

/** Whether whoever asks may read, replace and delete the file at a path. */
type May = (path: string) => boolean;

/** The files of one environment: where they lie, where they are fetched and sent, and what they are called. */
export interface Files {
  readonly disk: Disk;
  readonly addresses: Addresses;
  /** What the file ids of this environment begin with; the cloud path follows. */
  readonly prefix: string;
}

type Action = (files: Files, request: Request, may: May) => ActionReply;

const MAX_BATCH = 50;
const DEFAULT_MAX_AGE_SECONDS = 7200;

const invalidParam = (message: string) => new ProtocolError('INVALID_PARAM', message);
export const MISSING = { code: 'STORAGE_FILE_NONEXIST', message: 'storage file not exists' } as const;
/** What CloudBase calls it: docs.cloudbase.net/error-code/basic/STORAGE_EXCEED_AUTHORITY. */
export const FOREIGN = {
  code: 'STORAGE_EXCEED_AUTHORITY',
  message: 'no permission to the storage file',
} as const;

const cosIdOf = (path: string) => createHash('sha256').update(path).digest('base64url');

export const idOf = ({ prefix }: Pick<Files, 'prefix'>, path: string): string => prefix + path;

/** The path of a file that exists. */
function storedPath({ disk, prefix }: Files, fileId: unknown): string | undefined {
  if (typeof fileId !== 'string' || !fileId.startsWith(prefix)) return undefined;
  const path = fileId.slice(prefix.length);
  return disk.has(path) ? path : undefined;
}

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

const uploadMetadata: Action = (files, { path }) => {
  assertCloudPath(path);
  const data = {
    ...files.addresses.upload(path),
    token: 'local',
    fileId: idOf(files, path),
    cosFileId: cosIdOf(path),
    download_url: '',
  };
  return { data };
};

const downloadUrls: Action = (files, request, may) => {
  const list = batchOf(request, 'file_list').map(downloadOf);
  const download_list = list.map(({ fileId, maxAge }) => {
    const path = storedPath(files, fileId);
    if (path === undefined) return { ...MISSING, fileID: fileId, tempFileURL: '' };
    if (!may(path)) return { ...FOREIGN, fileID: fileId, tempFileURL: '' };
    return { code: 'SUCCESS', fileID: fileId, tempFileURL: files.addresses.download(path, maxAge), maxAge };
  });
  return { data: { download_list } };
};

const deleteFiles: Action = (files, request, may) => {
  const delete_list = batchOf(request, 'fileid_list').map((fileId) => {
    const path = storedPath(files, fileId);
    if (path !== undefined && !may(path)) return { ...FOREIGN, fileID: fileId };
    return path !== undefined && files.disk.remove(path)
      ? { code: 'SUCCESS', fileID: fileId }
      : { ...MISSING, fileID: fileId };
  });
  return { data: { delete_list } };
};

/** Who may do what with a file; the server SDKs act as administrator, so everything that exists is open. */
const fileAuthority: Action = (files, request) => {
  const data = batchOf(request, 'fileList').map((item) => {
    const fileId = typeof item === 'object' && item !== null && 'path' in item ? item.path : undefined;
    const path = storedPath(files, fileId);
    return { path: fileId, cosFileId: path === undefined ? '' : cosIdOf(path), read: path !== undefined };
  });
  return { data };
};

const copies: Action = (files, { file_list }) =>
  copyFiles(files.disk, file_list, (path) => idOf(files, path));

const ACTIONS: Readonly<Record<string, Action>> = {
  'storage.getUploadMetadata': uploadMetadata,
  'storage.batchGetDownloadUrl': downloadUrls,
  'storage.batchDeleteFile': deleteFiles,
  'storage.getFileAuthority': fileAuthority,
  'storage.batchCopyFile': copies,
};

export const ACTION_NAMES: readonly string[] = Object.keys(ACTIONS);

/** Throws INVALID_PARAM for an action that is none of storage's, or a request that is none of the action's. */
export function runAction(files: Files, action: string, request: Request, may: May): ActionReply {
  const perform = ACTIONS[action];
  if (!perform) throw invalidParam(`unknown action ${action}`);
  return perform(files, request, may);
}
