import { cloudRuntime, operatorKey } from '../_shared/calls/runtime';
import { tellingPermissions } from '../_shared/self-check/permissions';
import { reminderEntry } from './entry';

export const main = tellingPermissions({ ...cloudRuntime, operatorKey }, reminderEntry(cloudRuntime));
