import { cloudRuntime, operatorKey } from '../_shared/runtime';
import { tellingPermissions } from '../_shared/self-check/permissions';
import { secretaryEntry } from './entry';

export const main = tellingPermissions({ ...cloudRuntime, operatorKey }, secretaryEntry(cloudRuntime));
