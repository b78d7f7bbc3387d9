/** The timer without which no reminder is sent. */
import * as v from 'valibot';
import type { FunctionConfig } from '../function-config';
import type { WechatApi } from '../wechat-api';

/** WeChat's number for the configuration of triggers. */
const TRIGGERS = 2;

const held = v.object({
  config: v.pipe(
    v.string(),
    v.parseJson(),
    v.object({ triggers: v.optional(v.array(v.object({ name: v.string(), config: v.string() })), []) }),
  ),
});

export const checkTriggers = async (
  api: WechatApi,
  env: string,
  wanted: Readonly<Record<string, FunctionConfig>>,
): Promise<string[]> => {
  const todo: string[] = [];
  for (const [name, { triggers }] of Object.entries(wanted)) {
    if (triggers.length === 0) continue;
    const { config } = await api.call(
      '/tcb/getfuncconfig',
      { type: TRIGGERS, env, function_name: name },
      held,
    );
    for (const { name: trigger, config: cron } of triggers)
      if (!config.triggers.some((one) => one.name === trigger && one.config === cron))
        todo.push(
          `云函数 ${name} 没有定时触发器 ${trigger}（${cron}）：运行 npm run deploy，或在开发者工具里右键 ${name} →“上传触发器”`,
        );
  }
  return todo;
};
