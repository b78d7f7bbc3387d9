import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';

/** As 企业微信 shows it; only the key is secret, and only the key is kept. */
const WEBHOOK = /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=([\w-]{8,100})$/;

const keyOf = (url: string | null): Result<string | undefined> => {
  if (url === null) return ok(undefined);
  const key = WEBHOOK.exec(url)?.[1];
  return key === undefined ? fail('FIELD_INVALID', 'url') : ok(key);
};

/** Sets the group robot of a college, or removes it with no address. Its key is sealed and never shown again. */
export const saveWebhook: UseCase<'teacher', 'saveWebhook', CollegeCaller> = async (
  { store, clock, cipher },
  { caller, request: { collegeId, url } },
) => {
  const key = keyOf(url);
  if (!key.ok) return key;
  const robotKeySealed = key.data === undefined ? undefined : cipher.seal(key.data, collegeId);
  return store.transact(async (tx) => {
    const college = mayActFor(caller, collegeId) ? await tx.get('colleges', collegeId) : undefined;
    if (!college) return fail('COLLEGE_UNKNOWN', 'collegeId');
    tx.put('colleges', { ...college, robotKeySealed, version: college.version + 1 });
    const hasRobot = robotKeySealed !== undefined;
    const actor = actingAs(caller.account, caller.role);
    const at = clock.now();
    putAudit(tx, { subjectId: collegeId, key: at, action: 'save-webhook', actor, at, facts: { hasRobot } });
    return ok({ hasRobot });
  });
};
