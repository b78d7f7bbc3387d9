import { cloudRuntime } from '../_shared/runtime';
import { accountEntry } from './entry';

export const main = accountEntry(cloudRuntime);
