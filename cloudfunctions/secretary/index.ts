import { cloudRuntime, operatorKey } from '../_shared/calls/runtime';
import { tellingPermissions } from '../_shared/self-check/permissions';
import { secretaryEntry } from './entry';

export const main = tellingPermissions({ ...cloudRuntime, operatorKey }, secretaryEntry(cloudRuntime));
