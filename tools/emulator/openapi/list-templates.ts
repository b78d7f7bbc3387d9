/** `subscribeMessage.getTemplateList`: the templates of the account, with the keys of their fields in the content. */
import type { ApiReply } from './codec';
import type { WeChat } from './wechat';

const ONE_TIME = 2;

export function listTemplates({ templates }: WeChat): ApiReply {
  const data = templates.map(({ templateId, title, fields }) => ({
    priTmplId: templateId,
    title,
    content: fields.map(({ key, label }) => `${label}:{{${key}.DATA}}\n`).join(''),
    example: '',
    type: ONE_TIME,
  }));
  return { json: { errcode: 0, errmsg: 'ok', data } };
}
