import { cloudRuntime } from '../_shared/runtime';
import { teacherEntry } from './entry';

export const main = teacherEntry(cloudRuntime);
