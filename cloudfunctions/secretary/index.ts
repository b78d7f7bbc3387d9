import { cloudRuntime } from '../_shared/runtime';
import { secretaryEntry } from './entry';

export const main = secretaryEntry(cloudRuntime);
