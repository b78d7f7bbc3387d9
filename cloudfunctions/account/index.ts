import { cloudRuntime } from '../_shared/calls/runtime';
import { accountEntry } from './entry';

export const main = accountEntry(cloudRuntime);
