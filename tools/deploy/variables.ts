/** Environment variables of the functions: what is a secret stays in the cloud and is never replaced here. */
import { randomBytes } from 'node:crypto';
import type { DeployConfig } from './config';

export type Variables = Readonly<Record<string, string>>;

const FIELD_KEY_BYTES = 32;
const ADMIN_CODE_BYTES = 9;

/** What a new environment gets; asked only for what no function holds yet. */
const GENERATED: Readonly<Record<string, () => string>> = {
  FIELD_KEY: () => randomBytes(FIELD_KEY_BYTES).toString('base64'),
  ADMIN_CODE: () => randomBytes(ADMIN_CODE_BYTES).toString('base64url'),
};
const SECRET_NAMES = Object.keys(GENERATED);

/** Fingerprint of the uploaded code, so that the same code is not uploaded twice. */
export const BUILD_VARIABLE = 'BUILD';

/** Secrets on which the functions differ: nobody but the college can say which is right. */
export const conflicting = (deployed: readonly Variables[]): string[] =>
  SECRET_NAMES.filter((name) => new Set(deployed.flatMap((held) => held[name] ?? [])).size > 1);

export interface Decided {
  /** What every function should hold, without its fingerprint. */
  readonly variables: Variables;
  /** Made just now: to be written down by the college. */
  readonly fresh: Variables;
}

/** Throws when the functions hold different secrets. */
export const decideVariables = (config: DeployConfig, deployed: readonly Variables[]): Decided => {
  const conflicts = conflicting(deployed);
  if (conflicts.length > 0)
    throw new Error(
      `各云函数的环境变量 ${conflicts.join('、')} 不一致。请在云开发控制台把它们改成同一个值（旧值能解开已存的数据），再运行一次。`,
    );
  const secrets: Record<string, string> = {};
  const fresh: Record<string, string> = {};
  for (const [name, make] of Object.entries(GENERATED)) {
    const held = deployed.find((variables) => variables[name])?.[name];
    const value = held ?? make();
    secrets[name] = value;
    if (!held) fresh[name] = value;
  }
  const given = Object.entries(config.templates).filter(([, id]) => id !== '');
  const variables = {
    ...secrets,
    TEMPLATE_IDS: JSON.stringify(Object.fromEntries(given)),
    MINIPROGRAM_STATE: config.state,
  };
  return { variables, fresh };
};
