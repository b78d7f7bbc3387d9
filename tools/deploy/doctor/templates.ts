/** The subscribe-message templates: granted, and with the fields the messages fill in. */
import { TEMPLATES } from '../../../miniprogram/domain/reminding/notices/templates';
import { TEMPLATE_KEYS, type TemplateKey } from '../../../miniprogram/domain/reminding/kinds';
import type { TemplatesAnswer } from './self-check';

/** `{{thing1.DATA}}` stands behind each label. */
const FIELD = /\{\{(\w+)\.DATA\}\}/g;
const fieldsIn = (content: string): string[] => [...content.matchAll(FIELD)].flatMap(([, key]) => key ?? []);

/** What to apply for in the console, in the words of its form. */
const howToApply = (key: TemplateKey): string => {
  const { title, fields } = TEMPLATES[key];
  const list = fields.map((field) => `${field.label}（${field.key}）`).join('、');
  return `公众平台 → 订阅消息 → 选用模板（没有就申请）：标题“${title}”，一次性订阅，关键词依次为 ${list}；把得到的模板 ID 填到配置的 templates.${key}`;
};

export const checkTemplates = (
  { refused, granted }: TemplatesAnswer,
  configured: Readonly<Partial<Record<TemplateKey, string>>>,
): string[] => {
  if (refused !== null) return [`微信没有列出模板（${refused}）：先照上面“云调用权限”一项做好，再运行一次`];
  return TEMPLATE_KEYS.flatMap((key) => {
    const id = configured[key];
    if (!id) return [howToApply(key)];
    const found = granted.find(({ priTmplId }) => priTmplId === id);
    if (!found) return [`模板 ${key} 的 ID ${id} 不在这个小程序里。${howToApply(key)}`];
    const held = fieldsIn(found.content);
    const missing = TEMPLATES[key].fields.filter((field) => !held.includes(field.key));
    if (missing.length === 0) return [];
    const names = missing.map((field) => `${field.label}（${field.key}）`).join('、');
    return [
      `模板“${found.title}”缺关键词 ${names}，它现有 ${held.join('、')}。请重新申请：关键词的类型和顺序决定编号。`,
    ];
  });
};
