/** A college that deploys: its configuration, its functions in the cloud, its built functions here. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig, type DeployConfig } from '../../../../tools/deploy/config';
import type { Deployment } from '../../../../tools/deploy/deploy';
import type { DeployedFunction, FunctionCloud } from '../../../../tools/deploy/functions';
import { openWechatApi } from '../../../../tools/deploy/wechat-api';
import { product } from '../../../../tools/emulator/product';
import { APPID, ENV, SECRET, type StandIn } from './stand-in';

export const NAMES = ['account', 'reminder'] as const;
const TRIGGER = { name: 'sweep', type: 'timer' as const, config: '*/20 * * * * * *' };

export class FunctionsInMemory implements FunctionCloud {
  readonly held = new Map<string, DeployedFunction>();
  readonly done: string[] = [];
  /** The upload of this function fails once. */
  breaksAt: string | undefined;

  constructor(private readonly standIn: StandIn) {}

  list = () => Promise.resolve([...this.held.values()]);
  create: FunctionCloud['create'] = async (name, settings) => {
    this.done.push(`create ${name}`);
    await Promise.resolve(this.held.set(name, { name, runtime: 'Nodejs16.13', ...settings }));
  };
  configure: FunctionCloud['configure'] = async (name, settings) => {
    const held = this.held.get(name);
    if (!held) throw new Error(`${name} is not there`);
    await Promise.resolve(this.held.set(name, { ...held, ...settings }));
  };
  upload: FunctionCloud['upload'] = async (name) => {
    if (this.breaksAt === name) {
      this.breaksAt = undefined;
      throw new Error('the connection broke');
    }
    await Promise.resolve(this.done.push(`upload ${name}`));
  };
  setTimer: FunctionCloud['setTimer'] = async (name, triggers) => {
    await Promise.resolve(this.standIn.triggers.set(name, [...triggers]));
  };
}

const writeFunctions = (dir: string): void => {
  for (const name of NAMES) {
    mkdirSync(path.join(dir, name), { recursive: true });
    writeFileSync(path.join(dir, name, 'index.js'), `exports.main = () => '${name}';`);
    const isTimer = name === 'reminder';
    const config = {
      timeout: isTimer ? 60 : 10,
      memorySize: 256,
      permissions: { openapi: isTimer ? ['subscribeMessage.send'] : [] },
      ...(isTimer && { triggers: [TRIGGER] }),
    };
    writeFileSync(path.join(dir, name, 'config.json'), JSON.stringify(config));
  }
};

export interface College {
  readonly config: DeployConfig;
  readonly functions: FunctionsInMemory;
  readonly functionsDir: string;
  readonly lines: string[];
  readonly uploads: { count: number };
  deployment(changes?: Partial<Deployment>): Deployment;
}

/** In an empty folder. */
export const openCollege = (dir: string, standIn: StandIn): College => {
  const functionsDir = path.join(dir, 'functions');
  writeFunctions(functionsDir);
  const uploadKey = path.join(dir, 'upload.key');
  writeFileSync(uploadKey, '-----BEGIN RSA PRIVATE KEY-----');
  const templates = Object.fromEntries(
    standIn.templates.map(({ priTmplId }) => [priTmplId.slice(3), priTmplId]),
  );
  const file = path.join(dir, 'config.json');
  writeFileSync(file, JSON.stringify({ appid: APPID, uploadKey, templates }));
  const config = { ...readConfig(ENV, standIn.url, file), secret: SECRET };
  const functions = new FunctionsInMemory(standIn);
  const lines: string[] = [];
  const uploads = { count: 0 };
  const deployment = (changes: Partial<Deployment> = {}): Deployment => ({
    config,
    api: openWechatApi({ host: standIn.url, appid: APPID, secret: SECRET, pause: () => Promise.resolve() }),
    functions,
    collections: product.collections,
    functionsDir,
    names: NAMES,
    uploadMiniProgram: () => Promise.resolve(void (uploads.count += 1)),
    say: (line) => void lines.push(line),
    dryRun: false,
    ...changes,
  });
  return { config, functions, functionsDir, lines, uploads, deployment };
};
