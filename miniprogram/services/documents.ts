import { fail, ok, type Result } from '../domain/errors';
import { ROSTER_FILE_SUFFIXES, rosterFileName, type RosterFileSuffix } from '../domain/people/roster-file';
import { toast } from './display';

/** A table somebody picked from a chat. */
export interface ChosenTable {
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Lets the person pick a .xlsx or .csv from a WeChat chat; null when they changed their mind. */
export const chooseTable = (): Promise<ChosenTable | null> =>
  new Promise((resolve) => {
    wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['xlsx', 'csv'],
      success: ({ tempFiles }) => {
        const [file] = tempFiles;
        resolve(file ? { path: file.path, name: file.name, size: file.size } : null);
      },
      fail: ({ errMsg }) => {
        if (!/cancel/.test(errMsg)) toast('没能打开聊天里的文件，请看看微信的隐私授权');
        resolve(null);
      },
    });
  });

const suffixOf = (name: string): RosterFileSuffix =>
  ROSTER_FILE_SUFFIXES.find((suffix) => name.toLowerCase().endsWith(suffix)) ?? '.xlsx';

/**
 * Uploads a table into a folder the cloud gave out for it alone.
 * @param onProgress percent, 0 to 100
 */
export const uploadTable = (
  table: ChosenTable,
  folder: string,
  onProgress: (percent: number) => void,
): Promise<Result<{ fileId: string }>> =>
  new Promise((resolve) => {
    const task = wx.cloud.uploadFile({
      cloudPath: `${folder.replace(/\/$/, '')}/${rosterFileName(suffixOf(table.name))}`,
      filePath: table.path,
      success: ({ fileID }) => resolve(ok({ fileId: fileID })),
      fail: () => resolve(fail('OFFLINE')),
    });
    task.onProgressUpdate?.(({ progress }) => onProgress(progress));
  });

const download = (url: string): Promise<string | null> =>
  new Promise((resolve) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => resolve(statusCode === 200 ? tempFilePath : null),
      fail: () => resolve(null),
    });
  });

const show = (filePath: string): Promise<boolean> =>
  new Promise((resolve) => {
    wx.openDocument({
      filePath,
      fileType: 'xlsx',
      showMenu: true,
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });

const share = (filePath: string, fileName: string): Promise<boolean> =>
  new Promise((resolve) => {
    wx.shareFileMessage({
      filePath,
      fileName,
      success: () => resolve(true),
      // Turning back from the list of chats is no failure of the file.
      fail: ({ errMsg }) => resolve(/cancel/.test(errMsg)),
    });
  });

/** Fetches a table and opens it, or hands it on to a chat; false when the phone could not. */
export const openTable = async (url: string): Promise<boolean> => {
  const path = await download(url);
  return path !== null && show(path);
};

export const shareTable = async (url: string, fileName: string): Promise<boolean> => {
  const path = await download(url);
  return path !== null && share(path, fileName);
};
