/** A college that deploys: its configuration, its built functions here, its environment at the stand-in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TEMPLATE_KEYS } from '../../../../miniprogram/domain/reminding/kinds';
import { openCloud, type Cloud } from '../../../../tools/deploy/cloud';
import { readConfig, type DeployConfig } from '../../../../tools/deploy/config';
import type { Deployment } from '../../../../tools/deploy/deploy';
import { product } from '../../../../tools/emulator/product';
import { ENV, KEYS } from './tencent';

export const NAMES = ['account', 'reminder', 'wechat'] as const;
const APPID = 'wx0123456789abcdef';
const OPENAPI: Readonly<Record<(typeof NAMES)[number], readonly string[]>> = {
  account: [],
  reminder: ['subscribeMessage.send'],
  wechat: ['subscribeMessage.getTemplateList'],
};
/** As many as it takes to have several pages of work; a test of its own takes all. */
export const COLLECTIONS = product.collections.slice(0, 5);
const TRIGGER = { name: 'sweep', type: 'timer' as const, config: '0 * 7-22 * * * *' };

const writeFunctions = (dir: string): void => {
  for (const name of NAMES) {
    mkdirSync(path.join(dir, name, 'sdk'), { recursive: true });
    writeFileSync(path.join(dir, name, 'index.js'), `exports.main = () => '${name}';`);
    writeFileSync(path.join(dir, name, 'index.js.map'), '{}');
    writeFileSync(path.join(dir, name, 'sdk/part.js'), '');
    const isTimer = name === 'reminder';
    const config = {
      timeout: isTimer ? 60 : 10,
      memorySize: 256,
      permissions: { openapi: OPENAPI[name] },
      ...(isTimer && { triggers: [TRIGGER] }),
    };
    writeFileSync(path.join(dir, name, 'config.json'), JSON.stringify(config));
  }
};

export interface College {
  readonly config: DeployConfig;
  readonly cloud: Cloud;
  readonly functionsDir: string;
  readonly lines: string[];
  readonly uploads: { count: number };
  readonly pauses: number[];
  deployment(changes?: Partial<Deployment>): Deployment;
}

/** In an empty folder. */
export const openCollege = (dir: string, keys = KEYS): College => {
  const functionsDir = path.join(dir, 'functions');
  writeFunctions(functionsDir);
  const uploadKey = path.join(dir, 'upload.key');
  writeFileSync(uploadKey, '-----BEGIN RSA PRIVATE KEY-----');
  const templates = Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, `id-${key}`]));
  const file = path.join(dir, 'config.json');
  writeFileSync(file, JSON.stringify({ appid: APPID, uploadKey, templates }));
  const config = readConfig(ENV, file);
  const pauses: number[] = [];
  const pause = (ms: number) => Promise.resolve(void pauses.push(ms));
  const cloud = openCloud({ env: ENV, region: config.region, ...keys, pause });
  const lines: string[] = [];
  const uploads = { count: 0 };
  const deployment = (changes: Partial<Deployment> = {}): Deployment => ({
    config,
    cloud,
    collections: COLLECTIONS,
    functionsDir,
    names: NAMES,
    uploadMiniProgram: () => Promise.resolve(void (uploads.count += 1)),
    say: (line) => void lines.push(line),
    dryRun: false,
    ...changes,
  });
  return { config, cloud, functionsDir, lines, uploads, pauses, deployment };
};
