/** The templates WeChat granted, as a configuration writes them: an id, or an id with what its keys carry. */
import * as v from 'valibot';
import { TEMPLATE_KEYS, type TemplateKey } from '../kinds';
import { fillingFaults, usualFilling, type Filling } from './fill';

export interface GrantedTemplate {
  /** Empty while WeChat has not granted it. */
  readonly id: string;
  readonly fields: Filling;
}

export type GrantedTemplates = Readonly<Record<TemplateKey, GrantedTemplate>>;

/** One entry as it is written: `"id"` or `{ "id": "…", "fields": { "thing2": "about" } }`. */
const writtenTemplate = (template: TemplateKey) =>
  v.pipe(
    v.union(
      [v.string(), v.strictObject({ id: v.string(), fields: v.optional(v.record(v.string(), v.string())) })],
      '要写模板 ID，或 {"id":"模板ID","fields":{"thing1":"about"}}',
    ),
    v.transform((written): GrantedTemplate => {
      const { id, fields } = typeof written === 'string' ? { id: written, fields: undefined } : written;
      return { id, fields: fields ?? usualFilling(template) };
    }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const message of fillingFaults(template, dataset.value.fields)) addIssue({ message });
    }),
  );

const template = (key: TemplateKey) => v.optional(writtenTemplate(key), '');

/** All templates; one that is not named has not been granted yet. */
export const grantedTemplates = v.strictObject({
  progress: template('progress'),
  deadline: template('deadline'),
  code: template('code'),
  task: template('task'),
} satisfies Record<TemplateKey, ReturnType<typeof template>>);

export const templateIdsOf = ({
  progress,
  deadline,
  code,
  task,
}: GrantedTemplates): Record<TemplateKey, string> => ({
  progress: progress.id,
  deadline: deadline.id,
  code: code.id,
  task: task.id,
});

const isUsual = (template: TemplateKey, fields: Filling): boolean =>
  JSON.stringify(fields) === JSON.stringify(usualFilling(template));

/** As an environment variable holds them: no room is spent on what holds anyway. */
export const writeTemplates = (templates: GrantedTemplates): string => {
  const written = TEMPLATE_KEYS.filter((key) => templates[key].id !== '').map((key) => {
    const { id, fields } = templates[key];
    return [key, isUsual(key, fields) ? id : { id, fields }];
  });
  return JSON.stringify(Object.fromEntries(written));
};
