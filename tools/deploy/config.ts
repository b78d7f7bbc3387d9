import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { grantedTemplates } from '../../miniprogram/domain/reminding/notices/granted';

const ROOT = path.resolve(__dirname, '../..');

/** What a college says about its own WeChat account; secrets are not in it, and the file is not in the repository. */
const file = v.strictObject({
  appid: v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/, 'appid 应为 wx 加 16 位，在公众平台“开发管理”里看')),
  /** Path of the key that signs uploads, from the repository's folder. */
  uploadKey: v.string(),
  /** The subscribe-message templates and what their keys carry; one may be missing until WeChat has granted it. */
  templates: grantedTemplates,
  /** Whom the mini-program serves, for its first page. */
  school: v.optional(v.string(), ''),
  /** Which build the messages open. */
  state: v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal'),
  /** Where Tencent Cloud keeps the environment; those opened from WeChat are in Shanghai. */
  region: v.optional(v.string(), 'ap-shanghai'),
});

export interface DeployConfig extends v.InferOutput<typeof file> {
  readonly env: string;
  /** Absolute. */
  readonly uploadKey: string;
}

const configFileOf = (env: string): string => path.join(ROOT, '.deploy', `${env}.json`);

const issueText = (issue: v.BaseIssue<unknown>): string =>
  `${v.getDotPath(issue) ?? '整个文件'}：${issue.message}`;

/** Throws with words for a person when the file is missing or wrong. */
export const readConfig = (env: string, configFile = configFileOf(env)): DeployConfig => {
  if (!existsSync(configFile))
    throw new Error(
      `没有配置文件 ${configFile}。\n把 tools/deploy/config.example.json 复制成它，照说明填上你们的 AppID 和模板 ID。`,
    );
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), file), readFileSync(configFile, 'utf8'));
  if (!parsed.success)
    throw new Error([`${configFile} 要改：`, ...parsed.issues.map(issueText)].join('\n  '));
  return { ...parsed.output, uploadKey: path.resolve(ROOT, parsed.output.uploadKey), env };
};
