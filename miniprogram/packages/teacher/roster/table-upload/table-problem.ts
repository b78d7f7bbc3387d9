import { MEGABYTE, ROSTER_FILE_MEGABYTES } from '../../../../domain/rules/file-sizes';

/** Why a chosen file cannot be a roster; empty when it may be one. */
export const tableProblem = ({ name, size }: { readonly name: string; readonly size: number }): string => {
  if (/\.xls$/i.test(name)) return '这是旧的 .xls 格式。在电脑上另存为 .xlsx，再传一次';
  const other = /\.(et|xlsm|xlsb|ods|numbers)$/i.exec(name);
  if (other) return `这是 ${other[0].toLowerCase()} 格式。在电脑上用 WPS 或 Excel 另存为 .xlsx，再传一次`;
  if (!/\.(xlsx|csv)$/i.test(name)) return '只能读 .xlsx 和 .csv 的表格，请换一个文件';
  if (size > ROSTER_FILE_MEGABYTES * MEGABYTE) {
    const megabytes = Math.round(size / MEGABYTE);
    return `这个文件有 ${megabytes} MB，最大 ${ROSTER_FILE_MEGABYTES} MB。删掉图片和多余的工作表，或者分成几份`;
  }
  return size === 0 ? '这个文件是空的，请换一个' : '';
};
