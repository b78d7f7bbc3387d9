import { operatorKey, unawaitedRuntime } from '../_shared/calls/runtime';
import { tellingPermissions } from '../_shared/self-check/permissions';
import { reminderEntry } from './entry';

export const main = tellingPermissions({ ...unawaitedRuntime, operatorKey }, reminderEntry(unawaitedRuntime));
