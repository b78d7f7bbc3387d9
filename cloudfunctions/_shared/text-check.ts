import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { chunks } from './chunks';
import { inParallel } from './in-parallel';
import type { Ports } from './ports';

/** For the audit: whether WeChat looked at the text. */
export const TEXT_CHECKS = ['passed', 'unavailable', 'nothing-to-check'] as const;
export type CheckedText = Readonly<Record<'textCheck', (typeof TEXT_CHECKS)[number]>>;

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

/** WeChat takes 2500 characters at once; a name has at most 60. */
const NAMES_AT_ONCE = 40;
const PARALLEL = 5;

/** Which of many short names WeChat finds risky: asked together, and one by one only where something is. */
export const riskyAmong = async (
  { textCheck }: Ports,
  openid: string,
  names: readonly string[],
): Promise<CheckedText & { readonly risky: ReadonlySet<string> }> => {
  const risky = new Set<string>();
  let isDown = false;
  for (const some of chunks(names, NAMES_AT_ONCE)) {
    const verdict = await textCheck.check(openid, some.join('\n'));
    isDown ||= verdict === 'unavailable';
    if (verdict !== 'risky') continue;
    const jobs = some.map((name) => async () => {
      if ((await textCheck.check(openid, name)) === 'risky') risky.add(name);
    });
    await inParallel(jobs, PARALLEL);
  }
  const seen = isDown ? 'unavailable' : 'passed';
  return { risky, textCheck: names.length === 0 ? 'nothing-to-check' : seen };
};
