import { cloudRuntime, operatorKey } from '../_shared/calls/runtime';
import { tellingPermissions } from '../_shared/self-check/permissions';
import { graduateEntry } from './entry';

export const main = tellingPermissions({ ...cloudRuntime, operatorKey }, graduateEntry(cloudRuntime));
