import * as v from 'valibot';
import { id } from '../parts';

/**
 * The branch the phone remembers as the secretary's, so that it is read while the cloud finds out who asks. The answer
 * is about the branch they have now, whatever was named.
 */
export const remembered = { branchId: v.optional(id) };
