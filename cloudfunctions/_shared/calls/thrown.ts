import { fail, type Result } from '../../../miniprogram/domain/errors';
import { describeBug } from '../kernel/bugs';
import { NotConfigured } from '../kernel/environment';
import { isMonthUsedUp, isRefusedByPlan, RivalsWithoutEnd } from '../store/database-errors';
import { UnreadableRecord } from '../store/records/unreadable';
import { SealBroken } from '../kernel/broken-seal';

const complain = (facts: Readonly<Record<string, unknown>>): void => console.error(JSON.stringify(facts));

/**
 * What a function answers when something was thrown. A record, a sealed text or the configuration that somebody has to
 * mend is answered by name, as is that too many ask or write at once, or have asked this month; anything else is a bug,
 * logged without personal data and answered `INTERNAL`.
 */
export const answerThrown = (functionName: string, error: unknown): Result<never> => {
  if (error instanceof UnreadableRecord) return fail('RECORD_UNREADABLE');
  if (error instanceof SealBroken) return fail('SEAL_BROKEN');
  if (isRefusedByPlan(error) || error instanceof RivalsWithoutEnd) return fail('BUSY');
  if (isMonthUsedUp(error)) {
    complain({ event: 'month-used-up', function: functionName });
    return fail('MONTH_USED_UP');
  }
  if (error instanceof NotConfigured) {
    const { problems } = error;
    complain({ event: 'not-configured', function: functionName, problems });
    return fail('NOT_CONFIGURED', undefined, {
      variables: problems.map(({ variable }) => variable).join('、'),
    });
  }
  complain({ event: 'bug', function: functionName, ...describeBug(error) });
  return fail('INTERNAL');
};
