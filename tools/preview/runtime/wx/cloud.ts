/** `wx.cloud` over the emulator's client endpoints. */
import type { RuntimeHost } from '../host';
import { asyncApi, type Options } from './async-api';
import { callCloud, CloudError, offlineError } from './cloud-transport';
import { filesOf } from './file-store';
import { startUpload } from './upload-task';

interface TempFile {
  fileID: string;
  tempFileURL: string;
  status: number;
  errMsg: string;
}

/** STORAGE_FILE_NONEXIST */
const FILE_MISSING = -503003;

const NOT_STARTED = "Cloud API isn't enabled, please call wx.cloud.init first";

function requireOption(api: string, options: Options, name: string): unknown {
  if (options[name] === undefined || options[name] === null || options[name] === '') {
    throw new CloudError(-501001, `${api}:fail parameter.${name} is required`);
  }
  return options[name];
}

async function temporaryUrls(host: RuntimeHost, api: string, fileList: unknown): Promise<TempFile[]> {
  const reply = await callCloud(host, api, '/client/getTempFileURL', { fileList });
  return reply.fileList as TempFile[];
}

async function downloadFile(host: RuntimeHost, options: Options): Promise<object> {
  const api = 'cloud.downloadFile';
  const [file] = await temporaryUrls(host, api, [requireOption(api, options, 'fileID')]);
  if (!file) throw new CloudError(FILE_MISSING, `${api}:fail file not found`);
  if (file.status !== 0) throw new CloudError(file.status, `${api}:fail ${file.errMsg}`);
  const reply = await fetch(filesOf(host).urlOf(file.tempFileURL)).catch(() => {
    throw offlineError(api);
  });
  if (!reply.ok) throw new CloudError(-503002, `${api}:fail HTTP ${reply.status}`);
  const name = file.fileID.split('/').pop() ?? '';
  return { tempFilePath: filesOf(host).keep(await reply.blob(), name), statusCode: reply.status };
}

async function callFunction(host: RuntimeHost, options: Options): Promise<object> {
  const api = 'cloud.callFunction';
  const name = requireOption(api, options, 'name');
  const { result, requestID } = await callCloud(host, api, '/client/callFunction', {
    name,
    data: options.data ?? {},
  });
  return { result, requestID };
}

const UNUSED = ['database', 'CloudID', 'callContainer', 'connectContainer', 'getServices', 'extend', 'Cloud'];

/** Only the calls a client may make: the database is for cloud functions alone. */
export function createCloud(host: RuntimeHost): object {
  let started = false;
  const whenStarted = (run: (options: Options) => unknown) => (options: Options) => {
    if (!started) throw new CloudError(-1, NOT_STARTED);
    return run(options);
  };
  const cloudApi = (name: string, run: (options: Options) => unknown) =>
    asyncApi(`cloud.${name}`, whenStarted(run));
  return {
    ...Object.fromEntries(
      UNUSED.map((name) => [
        name,
        () => {
          throw new Error(`wx.cloud.${name} is not in the preview`);
        },
      ]),
    ),
    init: () => {
      started = true;
    },
    callFunction: cloudApi('callFunction', (options) => callFunction(host, options)),
    downloadFile: cloudApi('downloadFile', (options) => downloadFile(host, options)),
    getTempFileURL: cloudApi('getTempFileURL', async (options) => ({
      fileList: await temporaryUrls(
        host,
        'cloud.getTempFileURL',
        requireOption('cloud.getTempFileURL', options, 'fileList'),
      ),
    })),
    deleteFile: cloudApi('deleteFile', async (options) => {
      const fileList = requireOption('cloud.deleteFile', options, 'fileList');
      return {
        fileList: (await callCloud(host, 'cloud.deleteFile', '/client/deleteFile', { fileList })).fileList,
      };
    }),
    uploadFile: (options: Options = {}) => {
      if (!started) return cloudApi('uploadFile', () => undefined)(options);
      return startUpload(host, options);
    },
  };
}
