/** `wx.cloud.uploadFile`: a task with progress and abort, and a promise when no callback is given. */
import type { RuntimeHost } from '../host';
import { asyncApi, requireText, type Options } from './async-api';
import { CloudError, offlineError, personHeaders, toCloudError } from './cloud-transport';
import { filesOf } from './file-store';

const API = 'cloud.uploadFile';
/** STORAGE_REQUEST_FAIL */
const REFUSED = -503001;

interface UploadProgress {
  /** 0 to 100 */
  progress: number;
  totalBytesSent: number;
  totalBytesExpectedToSend: number;
}

type Listener = (progress: UploadProgress) => void;

export interface UploadTask {
  onProgressUpdate(listener: Listener): void;
  offProgressUpdate(listener?: Listener): void;
  abort(): void;
}

function send(host: RuntimeHost, request: XMLHttpRequest, cloudPath: string, file: Blob): Promise<object> {
  return new Promise((resolve, reject) => {
    request.open('POST', `/client/uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    for (const [name, value] of Object.entries(personHeaders(host))) request.setRequestHeader(name, value);
    request.onerror = () => reject(offlineError(API));
    request.onabort = () => reject(new CloudError(-1, `${API}:fail abort`));
    request.onload = () => {
      try {
        const reply = JSON.parse(request.responseText) as {
          fileID?: string;
          statusCode?: number;
          errCode?: number;
        };
        if (reply.fileID) resolve({ fileID: reply.fileID, statusCode: reply.statusCode ?? request.status });
        else reject(toCloudError(API, reply));
      } catch {
        reject(toCloudError(API, { errMsg: `HTTP ${request.status}` }));
      }
    };
    request.send(file);
  });
}

/** With callbacks the task itself is returned; without, a promise that is also the task. */
export function startUpload(
  host: RuntimeHost,
  options: Options,
): (UploadTask & Promise<object>) | UploadTask {
  const request = new XMLHttpRequest();
  const listeners = new Set<Listener>();
  let aborted = false;
  request.upload.onprogress = ({ loaded, total }) => {
    const progress = {
      progress: total ? Math.floor((loaded / total) * 100) : 0,
      totalBytesSent: loaded,
      totalBytesExpectedToSend: total,
    };
    for (const listener of listeners) host.guard(() => listener(progress));
  };
  const run = asyncApi(API, async (given) => {
    const cloudPath = requireText(API, given, 'cloudPath');
    const path = requireText(API, given, 'filePath');
    if (!host.isOnline()) throw offlineError(API);
    if (host.conditions.has('no-upload')) throw new CloudError(REFUSED, `${API}:fail storage request fail`);
    const file = await filesOf(host).read(path);
    if (!file) throw new CloudError(-1, `${API}:fail file not found: ${path}`);
    if (aborted) throw new CloudError(-1, `${API}:fail abort`);
    return send(host, request, cloudPath, file);
  });
  const task: UploadTask = {
    onProgressUpdate: (listener) => void listeners.add(listener),
    offProgressUpdate: (listener) => (listener ? void listeners.delete(listener) : listeners.clear()),
    abort: () => {
      aborted = true;
      request.abort();
    },
  };
  const work = run(options);
  return work ? Object.assign(work, task) : task;
}
