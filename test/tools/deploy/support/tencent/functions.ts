import { Refused, type Actions, type Request } from './answer';
import { namesInZip } from './zip';

export interface StoredFunction {
  runtime: string;
  memorySize: number;
  timeout: number;
  logTopic: string;
  variables: Readonly<Record<string, string>>;
  readonly timers: Map<string, string>;
  /** Names of the files of the uploaded code. */
  files: readonly string[];
  /** How many looks find it still at work. */
  busyLooks: number;
}

interface Pair {
  readonly Key: string;
  readonly Value: string;
}

const variablesOf = (request: Request): Record<string, string> => {
  const { Variables = [] } = (request['Environment'] ?? {}) as { Variables?: readonly Pair[] };
  return Object.fromEntries(Variables.map(({ Key, Value }) => [Key, Value]));
};

const filesOf = (request: Request): string[] =>
  namesInZip(Buffer.from((request['Code'] as { ZipFile: string }).ZipFile, 'base64'));

/** The environment's cloud functions. */
export class Functions {
  readonly held = new Map<string, StoredFunction>();
  /** What was done, such as `create account`. */
  readonly done: string[] = [];
  invoke: (name: string, event: unknown) => unknown = () => ({});

  private found({ FunctionName }: Request): StoredFunction {
    const held = this.held.get(String(FunctionName));
    // Source: error codes of GetFunction, cloud.tencent.com/document/api/583/18584.
    if (!held) throw new Refused('ResourceNotFound.FunctionName', '函数不存在。');
    return held;
  }

  private changeable(request: Request): StoredFunction {
    const held = this.found(request);
    // Source: error codes of UpdateFunctionConfiguration, cloud.tencent.com/document/api/583/18580.
    if (held.busyLooks > 0)
      throw new Refused('FailedOperation.FunctionStatusError', '函数在部署中，无法做此操作。');
    return held;
  }

  private log(verb: string, { FunctionName }: Request): void {
    this.done.push(`${verb} ${String(FunctionName)}`);
  }

  private create(request: Request): void {
    const name = String(request['FunctionName']);
    // Source: error codes of CreateFunction, cloud.tencent.com/document/api/583/18586.
    if (this.held.has(name)) throw new Refused('ResourceInUse.FunctionName', 'FunctionName已存在。');
    if (!/^Nodejs(16\.13|18\.15|20\.19)$/.test(String(request['Runtime'])))
      throw new Refused('InvalidParameterValue.Runtime', 'Runtime传入错误。');
    this.held.set(name, {
      runtime: String(request['Runtime']),
      memorySize: Number(request['MemorySize']),
      timeout: Number(request['Timeout']),
      logTopic: String(request['ClsTopicId'] ?? ''),
      variables: variablesOf(request),
      timers: new Map(),
      files: filesOf(request),
      busyLooks: 1,
    });
    this.log('create', request);
  }

  private configure(request: Request): void {
    const held = this.changeable(request);
    held.memorySize = Number(request['MemorySize']);
    held.timeout = Number(request['Timeout']);
    held.variables = variablesOf(request);
    if (request['ClsTopicId']) held.logTopic = String(request['ClsTopicId']);
    held.busyLooks = 1;
    this.log('configure', request);
  }

  private addTimers(request: Request): void {
    const { timers } = this.changeable(request);
    const asked = JSON.parse(String(request['Triggers'])) as { TriggerName: string; TriggerDesc: string }[];
    for (const { TriggerName, TriggerDesc } of asked) {
      // Source: error codes of CreateTrigger, cloud.tencent.com/document/api/583/18589.
      if (timers.has(TriggerName)) throw new Refused('ResourceInUse.Trigger', '触发器已存在。');
      timers.set(TriggerName, TriggerDesc);
    }
    this.log('timer', request);
  }

  private describe(request: Request) {
    const held = this.found(request);
    const isBusy = held.busyLooks > 0;
    if (isBusy) held.busyLooks -= 1;
    // Source: types of `getFunctionDetail` in @cloudbase/manager-node; the schedule as the console's API wraps it.
    return {
      FunctionName: request['FunctionName'],
      Runtime: held.runtime,
      MemorySize: held.memorySize,
      Timeout: held.timeout,
      Status: isBusy ? 'Updating' : 'Active',
      ClsTopicId: held.logTopic,
      Environment: { Variables: Object.entries(held.variables).map(([Key, Value]) => ({ Key, Value })) },
      Triggers: [...held.timers].map(([TriggerName, cron]) => ({
        TriggerName,
        Type: 'timer',
        TriggerDesc: JSON.stringify({ cron }),
      })),
    };
  }

  readonly actions: Actions = {
    // Source: `getFunctionList` of @cloudbase/manager-node.
    ListFunctions: ({ Limit, Offset }) => {
      const names = [...this.held.keys()];
      const page = names.slice(Number(Offset), Number(Offset) + Number(Limit));
      return { Functions: page.map((FunctionName) => ({ FunctionName })), TotalCount: names.length };
    },
    GetFunction: (request) => this.describe(request),
    CreateFunction: (request) => (this.create(request), {}),
    UpdateFunctionConfiguration: (request) => (this.configure(request), {}),
    UpdateFunctionCode: (request) => {
      const held = this.changeable(request);
      held.files = filesOf(request);
      held.busyLooks = 1;
      this.log('upload', request);
      return {};
    },
    BatchCreateTrigger: (request) => (this.addTimers(request), {}),
    DeleteTrigger: (request) => {
      this.found(request).timers.delete(String(request['TriggerName']));
      return {};
    },
    // Source: `deleteFunction` of @cloudbase/manager-node, which first asks for paths of the web gateway.
    DescribeCloudBaseGWAPI: () => ({ APISet: [] }),
    DeleteFunction: (request) => {
      this.found(request);
      this.held.delete(String(request['FunctionName']));
      this.log('delete', request);
      return {};
    },
    // Source: `invokeFunction` of @cloudbase/manager-node: the event goes as ClientContext, the answer comes as RetMsg.
    Invoke: async (request) => {
      this.found(request);
      const event = JSON.parse(String(request['ClientContext'] ?? '{}')) as unknown;
      const answer = await this.invoke(String(request['FunctionName']), event);
      return { Result: { InvokeResult: 0, RetMsg: JSON.stringify(answer), ErrMsg: '' } };
    },
  };
}
