/** The subscribe-message templates: granted, with keys that carry our facts, and as people will read them. */
import { TEMPLATE_KEYS, type TemplateKey } from '../../../miniprogram/domain/reminding/kinds';
import {
  fillingFaults,
  proposeFilling,
  type Filling,
} from '../../../miniprogram/domain/reminding/notices/fill';
import type { GrantedTemplates } from '../../../miniprogram/domain/reminding/notices/granted';
import { TEMPLATES } from '../../../miniprogram/domain/reminding/notices/templates';
import { fieldsIn } from './message-preview';
import type { TemplatesAnswer } from './self-check';

/** What to choose in the console, the most important first. */
const howToChoose = (key: TemplateKey): string => {
  const { title, facts } = TEMPLATES[key];
  const list = facts.map(({ label }) => label).join('、');
  return `公众平台 → 订阅消息 → 公共模板库，选一个意思接近“${title}”的一次性订阅模板（没有就申请），关键词挑能说这些的，越靠前越要紧：${list}；把模板 ID 填到配置的 templates.${key}，再运行一次，会告诉你怎么对应`;
};

const asConfigured = (key: TemplateKey, id: string, fields: Filling): string =>
  `"${key}": ${JSON.stringify({ id, fields })}`;

/** WeChat refuses a message with an empty field, so every granted key has to carry something. */
const mismatches = (held: readonly string[], fields: Filling): string[] => [
  ...Object.keys(fields)
    .filter((key) => !held.includes(key))
    .map((key) => `没有关键词 ${key}，它有的是 ${held.join('、')}`),
  ...held.filter((key) => !(key in fields)).map((key) => `关键词 ${key} 没有写放什么，空着微信会拒收`),
];

/** Keys that no fact fits are to be filled by hand, with a text that always stands there. */
const proposal = (key: TemplateKey, id: string, held: readonly string[]): string => {
  const fields = proposeFilling(key, held);
  const left = held.filter((one) => !(one in fields));
  const byHand =
    left.length > 0 ? `；${left.join('、')} 没有合适的内容：重选模板时不选它，或写成 "=固定的文字"` : '';
  return `配置里可以这样写：${asConfigured(key, id, fields)}${byHand}`;
};

const checkTemplate = (
  key: TemplateKey,
  { id, fields }: GrantedTemplates[TemplateKey],
  granted: TemplatesAnswer['granted'],
): string[] => {
  if (id === '') return [howToChoose(key)];
  const found = granted.find(({ priTmplId }) => priTmplId === id);
  if (!found) return [`模板 ${key} 的 ID ${id} 不在这个小程序里。${howToChoose(key)}`];
  const held = fieldsIn(found.content).map((field) => field.key);
  const faults = [...fillingFaults(key, fields), ...mismatches(held, fields)];
  if (faults.length === 0) return [];
  return [...faults.map((fault) => `模板“${found.title}”（${key}）：${fault}`), proposal(key, id, held)];
};

export const checkTemplates = (
  { refused, granted }: TemplatesAnswer,
  configured: GrantedTemplates,
): string[] =>
  refused === null
    ? TEMPLATE_KEYS.flatMap((key) => checkTemplate(key, configured[key], granted))
    : [`微信没有列出模板（${refused}）：先照上面“云调用权限”一项做好，再运行一次`];
