import { cloudRuntime } from '../_shared/runtime';
import { reminderEntry } from './entry';

export const main = reminderEntry(cloudRuntime);
