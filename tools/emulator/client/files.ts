/** Cloud storage as `wx.cloud` words it. */
import * as v from 'valibot';
import type { FileService } from '../files';
import { ProtocolError } from '../types';
import { toClientCode } from './errors';

export const UPLOAD_LIMIT_BYTES = 50 * 1024 * 1024;

const DownloadRequest = v.looseObject({
  fileList: v.array(
    v.union([v.string(), v.looseObject({ fileID: v.string(), maxAge: v.optional(v.number()) })]),
  ),
});
const DownloadReply = v.object({
  download_list: v.array(
    v.looseObject({
      code: v.string(),
      fileID: v.string(),
      tempFileURL: v.optional(v.string(), ''),
      maxAge: v.optional(v.number(), 0),
    }),
  ),
});
const DeleteRequest = v.looseObject({ fileList: v.array(v.string()) });
const DeleteReply = v.object({
  delete_list: v.array(v.looseObject({ code: v.string(), fileID: v.string() })),
});

export async function tempFileUrls(files: FileService, openid: string, input: unknown): Promise<unknown> {
  const parsed = v.safeParse(DownloadRequest, input);
  if (!parsed.success) throw new ProtocolError('INVALID_PARAM', 'fileList must be a list of file ids');
  const asked = parsed.output.fileList.map((one) => (typeof one === 'string' ? { fileID: one } : one));
  const file_list = asked.map((one) => ({
    fileid: one.fileID,
    ...('maxAge' in one && { max_age: one.maxAge }),
  }));
  const { data } = await files.handleFor(openid, 'storage.batchGetDownloadUrl', { file_list });
  const { download_list: found } = v.parse(DownloadReply, data);
  return {
    fileList: found.map(({ code, fileID, tempFileURL, maxAge }) => ({
      fileID,
      tempFileURL,
      maxAge,
      ...toStatus(code),
    })),
  };
}

export async function deleteFiles(files: FileService, openid: string, input: unknown): Promise<unknown> {
  const parsed = v.safeParse(DeleteRequest, input);
  if (!parsed.success) throw new ProtocolError('INVALID_PARAM', 'fileList must be a list of file ids');
  const request = { fileid_list: parsed.output.fileList };
  const { data } = await files.handleFor(openid, 'storage.batchDeleteFile', request);
  const { delete_list: deleted } = v.parse(DeleteReply, data);
  return { fileList: deleted.map(({ code, fileID }) => ({ fileID, ...toStatus(code) })) };
}

function toStatus(code: string): { status: number; errMsg: string } {
  return code === 'SUCCESS' ? { status: 0, errMsg: 'ok' } : { status: toClientCode(code), errMsg: code };
}
