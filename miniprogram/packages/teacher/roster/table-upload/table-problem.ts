/** As the cloud allows; said here before a large file is sent for nothing. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Why a chosen file cannot be a roster; empty when it may be one. */
export const tableProblem = ({ name, size }: { readonly name: string; readonly size: number }): string => {
  if (/\.xls$/i.test(name)) return '这是旧的 .xls 格式。在电脑上另存为 .xlsx，再传一次';
  if (!/\.(xlsx|csv)$/i.test(name)) return '只能读 .xlsx 和 .csv 的表格，请换一个文件';
  if (size > MOST_BYTES) {
    const megabytes = Math.round(size / 1024 / 1024);
    return `这个文件有 ${megabytes} MB，最大 5 MB。删掉图片和多余的工作表，或者分成几份`;
  }
  return size === 0 ? '这个文件是空的，请换一个' : '';
};
