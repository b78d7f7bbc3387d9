/** What this product declares to its cloud: the only place where the tools learn about it. */
import { COLLECTIONS } from '../../cloudfunctions/_shared/store/collections';
import { PUSH_NAMES } from '../../cloudfunctions/wechat/pushes';
import { SCRATCH } from '../../cloudfunctions/wechat/scratch';
import { TEMPLATES as DECLARED } from '../../miniprogram/domain/reminding/notices/templates';
import { TEMPLATE_KEYS } from '../../miniprogram/domain/reminding/kinds';
import { DOORS, PAGES } from '../../miniprogram/domain/reminding/pages';
import type { CollectionSpec, TemplateSpec } from './types';

/** The id the local WeChat gave to a template; in a real account it comes from the console. */
const templateIdOf = (key: string): string => `tmpl-${key}`;

const templates: readonly TemplateSpec[] = TEMPLATE_KEYS.map((key) => ({
  templateId: templateIdOf(key),
  title: DECLARED[key].title,
  fields: DECLARED[key].facts.flatMap(({ key: field, label }) =>
    field === null ? [] : [{ key: field, label }],
  ),
}));

const collections: readonly CollectionSpec[] = [...COLLECTIONS, SCRATCH];

/** As the console says which events go to which function. */
const pushes = Object.fromEntries(PUSH_NAMES.map((name) => [name, 'wechat']));

export const product = {
  collections,
  templates,
  pages: [...Object.values(PAGES), ...Object.values(DOORS)],
  pushes,
};

/** Environment of the functions on this machine, as the CloudBase console would hold it. */
export const FUNCTION_ENV = {
  // Protects invented people on this machine only; a real environment gets its own from deployment.
  FIELD_KEY: Buffer.alloc(32, 'local-only').toString('base64'),
  ADMIN_CODE: 'local-administrator',
  TEMPLATE_IDS: JSON.stringify(Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, templateIdOf(key)]))),
  OPERATOR_KEY: 'local-operator',
  MINIPROGRAM_STATE: 'developer',
  SCHOOL_NAME: '江汀大学',
  // The emulator's own stand-in for 企业微信.
  WECOM_HOST: '{emulator}/wecom',
} as const;
