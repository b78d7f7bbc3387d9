/** What the stand-in answers to the APIs of `wx`, and how a test calls them. */
import type { Page } from 'playwright-core';
import type { Replies } from './open-phone';

const TEMPLATES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'].map((templateId) => ({
  templateId,
  title: `题${templateId}`,
  fields: [],
}));

export const REPLIES: Replies = {
  '/control/templates': () => ({ body: { templates: TEMPLATES } }),
  '/client/subscribe': () => ({ body: {} }),
  '/client/callFunction': ({ body }) => {
    const { name, data } = JSON.parse(body.toString()) as { name: string; data: { code?: number } };
    if (data.code)
      return { body: { errCode: data.code, errMsg: 'FunctionName parameter could not be found' } };
    return { body: { result: { echo: data, name }, requestID: 'r-1' } };
  },
  '/client/uploadFile': ({ path }) => {
    const cloudPath = new URL(path, 'http://x').searchParams.get('cloudPath') ?? '';
    return cloudPath === 'slow' ? 'hang' : { body: { fileID: `cloud://e.1/${cloudPath}`, statusCode: 204 } };
  },
  '/client/getTempFileURL': ({ body }) => {
    const { fileList } = JSON.parse(body.toString()) as { fileList: string[] };
    const toTempFile = (fileID: string) => {
      if (fileID.endsWith('missing'))
        return { fileID, tempFileURL: '', status: -503003, errMsg: 'STORAGE_FILE_NONEXIST' };
      if (fileID.endsWith('foreign'))
        return { fileID, tempFileURL: '', status: -503002, errMsg: 'STORAGE_EXCEED_AUTHORITY' };
      return { fileID, tempFileURL: '/file/a.txt', status: 0, errMsg: 'ok', maxAge: 7200 };
    };
    return { body: { fileList: fileList.map(toTempFile) } };
  },
  '/client/deleteFile': () => ({
    body: { fileList: [{ fileID: 'cloud://e.1/a', status: 0, errMsg: 'ok' }] },
  }),
  '/file/a.txt': () => ({ body: '内容', type: 'text/plain; charset=utf-8' }),
};

/** Runs an expression with `wx` in reach; a rejection comes back as `{ failed }`. */
export const runOn = (page: Page, code: string): Promise<unknown> =>
  page.evaluate(
    (source) =>
      Promise.resolve((0, eval)(`(async () => (${source}))()`)).catch((error: unknown) => ({
        failed: error instanceof Error ? { ...error, message: error.message } : error,
      })),
    code,
  );

/** Runs it inside the tap of a button, where WeChat allows more. */
export const tapOn = async (page: Page, code: string): Promise<unknown> => {
  await page.evaluate((source) => {
    Object.assign(globalThis, { onTap: () => (0, eval)(source) as unknown });
  }, code);
  await page.locator('#run').click();
  const done = await page.waitForFunction(() => (globalThis as { tapped?: unknown }).tapped);
  return done.jsonValue();
};

/** As if the person had agreed to the privacy notice before. */
export const agreeOn = (page: Page): Promise<void> =>
  page.evaluate(() => localStorage.setItem('graduate:o-1:privacy-agreed', '1'));
