/** An environment as its operator reaches it: through Tencent Cloud's own library and the keys of its account. */
import CloudBase from '@cloudbase/manager-node';
import * as v from 'valibot';
import type { Keys } from '../keys';
import { openFunctions, type CloudFunctions } from './functions';
import { openTables, type CloudTables } from './database';
import { createPatience, sleep, type Pause } from './patience';
import { checkPlace } from './place';

export interface Cloud {
  readonly tables: CloudTables;
  readonly functions: CloudFunctions;
  readonly storage: {
    /** Such as `PRIVATE`. */
    permission(): Promise<string>;
    setPermission(permission: 'PRIVATE'): Promise<void>;
  };
  readonly logs: {
    /** Of the environment; none until it has a place for logs. */
    topic(): Promise<string | undefined>;
    /** Resolves when the place is asked for; it is ready some time later. */
    create(): Promise<void>;
  };
  /** Throws with words for a person when the environment cannot be used. */
  check(): Promise<void>;
  readonly pause: Pause;
}

export interface Address extends Keys {
  readonly env: string;
  readonly region: string;
  readonly pause?: Pause;
}

const logServices = v.object({
  EnvInfo: v.object({
    LogServices: v.nullish(v.array(v.object({ TopicId: v.nullish(v.string(), '') })), []),
    CustomLogServices: v.nullish(v.array(v.object({ ClsTopicId: v.nullish(v.string(), '') })), []),
  }),
});

export const openCloud = ({ env, region, secretId, secretKey, pause = sleep }: Address): Cloud => {
  const patiently = createPatience(pause);
  const connect = () => new CloudBase({ envId: env, region, secretId, secretKey });
  let manager = connect();
  const open = () => manager;
  return {
    pause,
    tables: openTables(open, patiently, env),
    functions: openFunctions(open, patiently),
    storage: {
      permission: () => patiently('查看云存储的权限', () => manager.storage.getStorageAcl()),
      setPermission: async (permission) => {
        await patiently('改云存储的权限', () => manager.storage.setStorageAcl(permission));
      },
    },
    logs: {
      topic: async () => {
        // The library remembers the environment; what it gives to new functions must be today's.
        manager = connect();
        const answer = await patiently('查看日志服务', () => manager.env.getEnvInfo());
        const { CustomLogServices, LogServices } = v.parse(logServices, answer).EnvInfo;
        return CustomLogServices[0]?.ClsTopicId || LogServices[0]?.TopicId || undefined;
      },
      create: async () => {
        await patiently('开通日志服务', () => manager.log.createLogService());
      },
    },
    check: () => checkPlace(manager, patiently, env),
  };
};
