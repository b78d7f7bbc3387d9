/** A subscribe message of WeChat's to one person, for one consent. */
import { QUOTA_CODE } from '../../../platform/send-outcome';
import type { Notice } from '../../../store/records';
import type { Verdict } from '../../delivery/settlement';
import type { Channel } from '../channel';

/**
 * Only who has a credit is asked, so a refusal contradicts the ledger, and refusals of people who had agreed are
 * reported. One that was refused before has its answer.
 */
const doubted = ({ errorCode }: Notice, verdict: Verdict): Verdict =>
  verdict.kind === 'no-credit' && errorCode !== verdict.code
    ? { kind: 'doubted', code: verdict.code }
    : verdict;

export const subscribe: Channel = {
  spendsCredits: true,
  togetherBy: ({ _id }) => _id,
  // WeChat refuses two at once to one person.
  inTurnBy: ({ accountId }) => accountId,
  stoppedBy: (verdict) => {
    if (verdict.kind === 'denied') return 'denied';
    return verdict.kind === 'busy' && verdict.code === QUOTA_CODE ? 'quota' : undefined;
  },
  // A template is the same for all colleges.
  faultOf: ({ template }, { code, field }) => ({
    _id: `template-${template}-${code}-${field}`,
    collegeId: null,
  }),
  send: async ({ messenger }, [notice]) => {
    const { _id: noticeId, accountId: openid, template, page, fields } = notice;
    return doubted(notice, await messenger.send({ noticeId, openid, template, page, fields }));
  },
};
