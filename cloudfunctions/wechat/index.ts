import { randomUUID } from 'node:crypto';
import { openCloudDatabase } from '../_shared/store/cloud-database';
import { initCloud } from '../_shared/platform/init';
import {
  callSource,
  operatorKey,
  systemNow,
  unawaitedRuntime,
  variableProblems,
} from '../_shared/calls/runtime';
import { wechatEntry } from './entry';

initCloud();

export const main = wechatEntry({
  ...unawaitedRuntime,
  operatorKey,
  source: callSource,
  variableProblems,
  database: openCloudDatabase,
  newId: randomUUID,
  node: process.version,
  now: systemNow,
});
