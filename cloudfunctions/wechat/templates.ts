/** The subscribe-message templates that this mini-program was granted, as WeChat lists them. */
import cloud from 'wx-server-sdk';
import * as v from 'valibot';

const listed = v.object({
  data: v.array(v.object({ priTmplId: v.string(), title: v.string(), content: v.string() })),
});

export interface TemplatesReport {
  /** WeChat's number when it does not list them. */
  readonly refused: number | null;
  readonly granted: v.InferOutput<typeof listed>['data'];
}

type List = (request: object) => Promise<unknown>;

export const reportTemplates = async (): Promise<TemplatesReport> => {
  const { subscribeMessage } = cloud.openapi as unknown as { subscribeMessage: { getTemplateList: List } };
  try {
    return { refused: null, granted: v.parse(listed, await subscribeMessage.getTemplateList({})).data };
  } catch (error) {
    const { errCode } = (error ?? {}) as { errCode?: unknown };
    if (typeof errCode !== 'number') throw error;
    return { refused: errCode, granted: [] };
  }
};
