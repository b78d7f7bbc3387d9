/** Environment variables of the functions: what is a secret stays in the cloud and is never replaced here. */
import { randomBytes } from 'node:crypto';
import { writeTemplates } from '../../../miniprogram/domain/reminding/notices/granted';
import type { Variables } from '../cloud/functions';
import type { DeployConfig } from '../config';

const FIELD_KEY_BYTES = 32;
const ADMIN_CODE_BYTES = 9;
const OPERATOR_KEY_BYTES = 32;

interface Secret {
  /** What a new environment gets; asked only when no function holds one yet. */
  make(): string;
  /** Whether a person has to write it down. */
  readonly shown: boolean;
}

const SECRETS: Readonly<Record<string, Secret>> = {
  FIELD_KEY: { make: () => randomBytes(FIELD_KEY_BYTES).toString('base64'), shown: true },
  ADMIN_CODE: { make: () => randomBytes(ADMIN_CODE_BYTES).toString('base64url'), shown: true },
  /** Lets the doctor in; it reads the key from the cloud each time. */
  OPERATOR_KEY: { make: () => randomBytes(OPERATOR_KEY_BYTES).toString('base64url'), shown: false },
};

/** Fingerprint of the uploaded code, so that the same code is not uploaded twice. */
export const BUILD_VARIABLE = 'BUILD';

/** Secrets on which the functions differ: nobody but the college can say which is right. */
const conflicting = (held: readonly Variables[]): string[] =>
  Object.keys(SECRETS).filter((name) => new Set(held.flatMap((one) => one[name] ?? [])).size > 1);

export interface Decided {
  /** What every function should hold, without its fingerprint. */
  readonly variables: Variables;
  /** Made just now, and to be written down by the college. */
  readonly fresh: Variables;
}

/** Throws when the functions hold different secrets. */
export const decideVariables = (config: DeployConfig, held: readonly Variables[]): Decided => {
  const conflicts = conflicting(held);
  if (conflicts.length > 0)
    throw new Error(
      `各云函数的环境变量 ${conflicts.join('、')} 不一致。请在云开发控制台把它们改成同一个值（旧值能解开已存的数据），再运行一次。`,
    );
  const secrets: Record<string, string> = {};
  const fresh: Record<string, string> = {};
  for (const [name, { make, shown }] of Object.entries(SECRETS)) {
    const known = held.find((one) => one[name])?.[name];
    secrets[name] = known ?? make();
    if (!known && shown) fresh[name] = secrets[name];
  }
  const variables = {
    ...secrets,
    TEMPLATE_IDS: writeTemplates(config.templates),
    MINIPROGRAM_STATE: config.state,
    ...(config.school === '' ? {} : { SCHOOL_NAME: config.school }),
  };
  return { variables, fresh };
};
