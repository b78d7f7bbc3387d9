import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import type { Ports } from './ports';

/** For the audit: whether WeChat looked at the text. */
export type CheckedText = Readonly<Record<'textCheck', 'passed' | 'unavailable' | 'nothing-to-check'>>;

/**
 * Asks WeChat about what a person typed. `TEXT_REJECTED` when risky. When WeChat does not answer the text passes:
 * a transfer must not wait for a filter, and the audit keeps that nobody looked.
 */
export const checkText = async (
  { textCheck }: Ports,
  openid: string,
  field: string,
  texts: readonly (string | null | undefined)[],
): Promise<Result<CheckedText>> => {
  const text = texts.filter((part): part is string => Boolean(part)).join('\n');
  if (!text) return ok({ textCheck: 'nothing-to-check' });
  const verdict = await textCheck.check(openid, text);
  if (verdict === 'risky') return fail('TEXT_REJECTED', field);
  return ok({ textCheck: verdict === 'fine' ? 'passed' : 'unavailable' });
};
