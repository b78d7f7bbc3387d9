/** The cloud functions of an environment. */
import type CloudBase from '@cloudbase/manager-node';
import * as v from 'valibot';
import type { Patiently } from './patience';
import { Refusal } from './refusal';

export type Variables = Readonly<Record<string, string>>;

export interface Timer {
  readonly name: string;
  /** Seven fields, seconds first, China time. */
  readonly config: string;
}

export interface Settings {
  readonly memorySize: number;
  readonly timeout: number;
  /** All of them: what is not named is removed. */
  readonly variables: Variables;
}

export interface HeldFunction extends Settings {
  readonly name: string;
  /** E.g. `Nodejs20.19`. */
  readonly runtime: string;
  /** Of its logs; empty when they are kept nowhere. */
  readonly logTopic: string;
  readonly timers: readonly Timer[];
}

export interface CloudFunctions {
  list(): Promise<HeldFunction[]>;
  create(name: string, runtime: string, settings: Settings, folder: string): Promise<void>;
  configure(name: string, settings: Settings): Promise<void>;
  upload(name: string, runtime: string, folder: string): Promise<void>;
  setTimer(name: string, timer: Timer): Promise<void>;
  removeTimer(name: string, timer: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** What the function answered; throws when it could not be run. */
  invoke(name: string, event: object): Promise<unknown>;
}

const PAGE = 20;
/** Nothing is installed in the cloud, and maps stay here: they are several times as large as the code. */
const SHIPPED = { handler: 'index.main', installDependency: false, ignore: ['**/*.map'] };
const ACTIVE = 'Active';

/** Whether both hold the same names with the same values. */
export const sameVariables = (one: Variables, other: Variables): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
};

const names = v.object({ Functions: v.nullish(v.array(v.object({ FunctionName: v.string() })), []) });

/** The platform answers a timer's schedule alone or inside `{"cron": …}`. */
const schedule = (described: string): string => {
  const inside = v.safeParse(v.pipe(v.string(), v.parseJson(), v.object({ cron: v.string() })), described);
  return inside.success ? inside.output.cron : described;
};

const detail = v.object({
  FunctionName: v.string(),
  Runtime: v.string(),
  MemorySize: v.number(),
  Timeout: v.number(),
  Status: v.string(),
  StatusDesc: v.nullish(v.string(), ''),
  ClsTopicId: v.nullish(v.string(), ''),
  Environment: v.nullish(
    v.object({ Variables: v.nullish(v.array(v.object({ Key: v.string(), Value: v.string() })), []) }),
    { Variables: [] },
  ),
  Triggers: v.nullish(
    v.array(v.object({ TriggerName: v.string(), Type: v.string(), TriggerDesc: v.string() })),
    [],
  ),
});

const heldOf = (found: v.InferOutput<typeof detail>): HeldFunction => ({
  name: found.FunctionName,
  runtime: found.Runtime,
  memorySize: found.MemorySize,
  timeout: found.Timeout,
  logTopic: found.ClsTopicId,
  variables: Object.fromEntries(found.Environment.Variables.map(({ Key, Value }) => [Key, Value])),
  timers: found.Triggers.filter(({ Type }) => Type === 'timer').map(({ TriggerName, TriggerDesc }) => ({
    name: TriggerName,
    config: schedule(TriggerDesc),
  })),
});

const invocation = v.object({
  InvokeResult: v.optional(v.number(), 0),
  RetMsg: v.optional(v.string(), ''),
  ErrMsg: v.optional(v.string(), ''),
});

class FunctionsOfEnvironment implements CloudFunctions {
  constructor(
    private readonly open: () => CloudBase,
    private readonly patiently: Patiently,
  ) {}

  private get functions(): CloudBase['functions'] {
    return this.open().functions;
  }

  async list(): Promise<HeldFunction[]> {
    const held: HeldFunction[] = [];
    for (const name of await this.listNames()) held.push(heldOf(await this.look(name)));
    return held;
  }

  async create(name: string, runtime: string, settings: Settings, folder: string): Promise<void> {
    const { memorySize, timeout, variables } = settings;
    const func = { name, runtime, memorySize, timeout, envVariables: variables, ...SHIPPED };
    try {
      await this.patiently(`新建云函数 ${name}`, () =>
        this.functions.createFunction({ func, functionPath: folder, deployMode: 'zip' }),
      );
      await this.settled(name);
    } catch (error) {
      if (!(await this.isOurs(error, name, variables))) throw error;
      await this.upload(name, runtime, folder);
    }
  }

  async configure(name: string, { memorySize, timeout, variables }: Settings): Promise<void> {
    await this.patiently(`改云函数 ${name} 的配置`, () =>
      this.functions.updateFunctionConfig({ name, memorySize, timeout, envVariables: variables }),
    );
    await this.settled(name);
  }

  async upload(name: string, runtime: string, folder: string): Promise<void> {
    const func = { name, runtime, ...SHIPPED };
    await this.patiently(`上传云函数 ${name} 的代码`, () =>
      this.functions.updateFunctionCode({ func, functionPath: folder, deployMode: 'zip' }),
    );
    await this.settled(name);
  }

  async setTimer(name: string, timer: Timer): Promise<void> {
    await this.patiently(`给云函数 ${name} 加定时器 ${timer.name}`, () =>
      this.functions.createFunctionTriggers(name, [{ ...timer, type: 'timer' }]),
    );
  }

  async removeTimer(name: string, timer: string): Promise<void> {
    await this.patiently(`删云函数 ${name} 的定时器 ${timer}`, () =>
      this.functions.deleteFunctionTrigger(name, timer),
    );
  }

  async remove(name: string): Promise<void> {
    await this.patiently(`删云函数 ${name}`, () => this.functions.deleteFunction(name));
  }

  async invoke(name: string, event: object): Promise<unknown> {
    const doing = `运行云函数 ${name}`;
    const answer = await this.patiently(doing, () => this.functions.invokeFunction(name, event));
    const { InvokeResult, RetMsg, ErrMsg } = v.parse(invocation, answer);
    if (InvokeResult !== 0) throw new Refusal(String(InvokeResult), doing, ErrMsg || RetMsg);
    return v.parse(v.pipe(v.string(), v.parseJson()), RetMsg);
  }

  private async listNames(): Promise<string[]> {
    const found: string[] = [];
    for (;;) {
      const answer = await this.patiently('列出云函数', () =>
        this.functions.getFunctionList(PAGE, found.length),
      );
      const page = v.parse(names, answer).Functions;
      found.push(...page.map(({ FunctionName }) => FunctionName));
      if (page.length < PAGE) return found;
    }
  }

  private async look(name: string): Promise<v.InferOutput<typeof detail>> {
    return v.parse(
      detail,
      await this.patiently(`查看云函数 ${name}`, () => this.functions.getFunctionDetail(name)),
    );
  }

  /** Changes are applied in the background, and the next one is refused until then. */
  private async settled(name: string): Promise<void> {
    await this.patiently(`等云函数 ${name} 更新好`, () => this.functions.waitFunctionActive(name));
    const { Status, StatusDesc } = await this.look(name);
    if (Status !== ACTIVE) throw new Refusal(Status, `云函数 ${name} 没有更新好`, StatusDesc);
  }

  /** When the answer to a creation was lost, the function is there; one of somebody else's is left alone. */
  private async isOurs(error: unknown, name: string, wanted: Variables): Promise<boolean> {
    if (!(error instanceof Refusal) || !error.code.startsWith('ResourceInUse')) return false;
    return sameVariables(heldOf(await this.look(name)).variables, wanted);
  }
}

/** `open` signs in when it is first asked; `patiently` tries again what the platform refuses for the moment. */
export const openFunctions = (open: () => CloudBase, patiently: Patiently): CloudFunctions =>
  new FunctionsOfEnvironment(open, patiently);
