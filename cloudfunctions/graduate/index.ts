import { cloudRuntime } from '../_shared/runtime';
import { graduateEntry } from './entry';

export const main = graduateEntry(cloudRuntime);
