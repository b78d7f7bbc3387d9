import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { ifSealed } from '../../_shared/kernel/broken-seal';
import { tellBrokenSeal } from '../../_shared/store/sealed';

const LINE = '**团关系转接**：这是一条测试消息。以后学院有新待办，会发到这个群。';

const OUTCOMES = {
  sent: 'sent',
  'no-credit': 'refused',
  invalid: 'refused',
  denied: 'refused',
  busy: 'busy',
  unknown: 'unknown',
} as const;

/** Posts one line to the college's group, so that the person who set the robot sees that it works. */
export const testWebhook: UseCase<'teacher', 'testWebhook', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId } },
) => {
  const { store, cipher, robot } = ports;
  const college = mayActFor(caller, collegeId) ? await store.get('colleges', collegeId) : undefined;
  if (!college) return fail('COLLEGE_UNKNOWN', 'collegeId');
  const { robotKeySealed } = college;
  if (robotKeySealed === undefined) return fail('NOT_FOUND', 'collegeId');
  const key = ifSealed(() => cipher.open(robotKeySealed, collegeId));
  if (key === undefined) {
    await tellBrokenSeal(ports, 'colleges', { _id: collegeId, collegeId });
    return fail('SEAL_BROKEN', 'collegeId');
  }
  const answer = await robot.post(key, LINE);
  return ok({ outcome: OUTCOMES[answer.kind], code: answer.kind === 'sent' ? null : answer.code });
};
