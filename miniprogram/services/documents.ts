import { fail, ok, type Result } from '../domain/errors';
import { withoutIdNumbers } from '../domain/text/id-number';
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

/** As a .csv writes it: in quotes where it holds a sign of the .csv's own. */
const cellText = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

/** A table the phone makes itself, as a .csv; null when it could not be written. */
export const writtenTable = (name: string, rows: readonly (readonly string[])[]): ChosenTable | null => {
  const text = rows.map((cells) => cells.map(cellText).join(',')).join('\n');
  const path = `${wx.env.USER_DATA_PATH}/${rosterFileName('.csv')}`;
  try {
    wx.getFileSystemManager().writeFileSync(path, text, 'utf8');
    return { path, name, size: text.length };
  } catch {
    return null;
  }
};

const suffixOf = (name: string): RosterFileSuffix =>
  ROSTER_FILE_SUFFIXES.find((suffix) => name.toLowerCase().endsWith(suffix)) ?? '.xlsx';

/**
 * A .csv is read on the phone, and ID numbers in it never leave it. It is read byte by byte: digits are the same in UTF-8
 * and GBK. What the phone cannot read goes as it is; the cloud strikes them then.
 */
const withoutIds = (table: ChosenTable): string => {
  if (suffixOf(table.name) !== '.csv') return table.path;
  const files = wx.getFileSystemManager();
  try {
    const text = files.readFileSync(table.path, 'binary');
    const kept = typeof text === 'string' ? withoutIdNumbers(text) : text;
    if (typeof kept !== 'string' || kept === text) return table.path;
    const path = `${wx.env.USER_DATA_PATH}/struck.csv`;
    files.writeFileSync(path, kept, 'binary');
    return path;
  } catch {
    return table.path;
  }
};

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
      filePath: withoutIds(table),
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
