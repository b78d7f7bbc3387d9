import type { CheckedText } from '../store/records/text-checked';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { countOneMore, type DayCount } from '../../../miniprogram/domain/transfer/per-day';
import { chunks } from '../kernel/chunks';
import { inParallel } from '../kernel/in-parallel';
import { PER_DAY } from '../kernel/policy';
import type { Ports } from './ports';
import type { Account, Member } from '../store/records';

/** Who typed it; somebody without an account yet is bounded by the tries they have. */
type Typist = Pick<Account, '_id'> & Partial<Pick<Account, 'name' | 'textChecks'>>;

/** Adds where the day has begun, so that texts checked side by side all count. */
const keepCount = (
  { store }: Ports,
  collection: 'accounts' | 'members',
  { _id, textChecks: before }: Typist,
  after: DayCount,
): Promise<number> => {
  const isSameDay = before?.day === after.day;
  const change = isSameDay ? { add: { 'textChecks.count': 1 } } : { set: { textChecks: after } };
  return store.changeAll(collection, { _id: { in: [_id] } }, change);
};

type Texts = readonly (string | null | undefined)[];

const textOf = (texts: Texts): string => texts.filter((part): part is string => Boolean(part)).join('\n');

const judge = async ({ textCheck }: Ports, openid: string, field: string, text: string) => {
  const verdict = await textCheck.check(openid, text);
  if (verdict === 'risky') return fail('TEXT_REJECTED', field);
  return ok({ textCheck: verdict === 'fine' ? 'passed' : 'unavailable' } as const);
};

/**
 * Asks WeChat about what a person typed. `TEXT_REJECTED` when risky, `DAILY_LIMIT` when they typed too much today. When
 * WeChat does not answer the text passes: a transfer must not wait for a filter, and the audit keeps that nobody looked.
 */
export const checkText = async (
  ports: Ports,
  typist: Typist,
  field: string,
  texts: Texts,
): Promise<Result<CheckedText>> => {
  const text = textOf(texts);
  if (!text) return ok({ textCheck: 'nothing-to-check' });
  const counted = countOneMore(typist.textChecks, PER_DAY.textChecks, ports.clock.now());
  if (!counted.ok) return counted;
  const [checked] = await Promise.all([
    judge(ports, typist._id, field, text),
    // Who has no account yet has no count.
    typist.name === undefined ? 0 : keepCount(ports, 'accounts', typist, counted.data),
  ]);
  return checked;
};

/** What WeChat thinks of a text, and how it is counted should nothing come of it. */
export interface BoundedCheck {
  readonly checked: Result<CheckedText>;
  readonly count: () => Promise<unknown>;
}

/**
 * The same for a text that comes with a step people may take a few times a day. The step bounds the texts that lead to
 * it, so that the caller counts only those that lead to none: at the person, who is read in any case.
 */
export const checkBounded = async (
  ports: Ports,
  { openid, member }: { readonly openid: string; readonly member: Member },
  field: string,
  texts: Texts,
): Promise<BoundedCheck> => {
  const uncounted = () => Promise.resolve();
  const text = textOf(texts);
  if (!text) return { checked: ok({ textCheck: 'nothing-to-check' }), count: uncounted };
  const counted = countOneMore(member.textChecks, PER_DAY.textChecks, ports.clock.now());
  if (!counted.ok) return { checked: counted, count: uncounted };
  const checked = await judge(ports, openid, field, text);
  return { checked, count: () => keepCount(ports, 'members', member, counted.data) };
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
