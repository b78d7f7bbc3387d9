/** Whether what was typed suits the way: a route names what it requires and what is optional, and forbids the rest. */
import type { Failure } from '../../errors';
import { judgeInitiatedAt, type InitiatedAtFacts } from '../initiated-at';
import { mayHold, routeOf, type RouteRule, type Rulebook } from '../rulebook/index';
import type { RouteId, WayId } from '../ways';
import { FIELD_IDS, VALUE_FIELD_IDS, ofField, pickFields } from './catalogue';
import type { FieldId, SubmissionFields } from './catalogue';
import { IS_GIVEN, type ByKind } from './kinds';
import { reachesSubDistrict } from './place';

const presenceFailures = (
  rule: RouteRule,
  fields: SubmissionFields,
  screenshotCount: number | null,
): Failure[] => {
  const given = new Set<FieldId>(VALUE_FIELD_IDS.filter((id) => ofField(IS_GIVEN, fields, id)));
  const areExcused = screenshotCount === null && rule.required.includes('screenshots');
  if (areExcused || (screenshotCount ?? 0) > 0) given.add('screenshots');
  return FIELD_IDS.flatMap((field): Failure[] => {
    if (!mayHold(rule, field) && given.has(field)) return [{ code: 'FIELD_FORBIDDEN', field }];
    return rule.required.includes(field) && !given.has(field) ? [{ code: 'FIELD_REQUIRED', field }] : [];
  });
};

type Problem = Omit<Failure, 'field'>;

const problemsAt = (facts: InitiatedAtFacts): ByKind<Problem | undefined> => ({
  place: (place) =>
    reachesSubDistrict(place) ? undefined : { code: 'FIELD_INVALID', detail: { problem: 'sub-district' } },
  text: () => undefined,
  branchName: () => undefined,
  startedAt: (at) => {
    const verdict = judgeInitiatedAt(at, facts);
    if (verdict === 'future') return { code: 'INITIATED_AT_IN_FUTURE' };
    return verdict === 'long-ago' ? { code: 'INITIATED_AT_LONG_AGO' } : undefined;
  },
  month: () => undefined,
  contact: () => undefined,
});

const valueFailures = (fields: SubmissionFields, facts: InitiatedAtFacts): Failure[] => {
  const problems = problemsAt(facts);
  return VALUE_FIELD_IDS.flatMap((field) => {
    const problem = ofField(problems, fields, field);
    return problem ? [{ ...problem, field }] : [];
  });
};

/**
 * Everything wrong with a submission, one failure for each field; empty when it can be handed in.
 *
 * @param screenshotCount null where nobody is asked for pictures
 */
export const checkFields = (
  rulebook: Rulebook,
  wayId: WayId,
  routeId: RouteId,
  fields: SubmissionFields,
  screenshotCount: number | null,
  facts: InitiatedAtFacts,
): Failure[] => {
  const rule = routeOf(rulebook, wayId, routeId);
  if (!rule) return [{ code: 'WAY_UNKNOWN' }];
  const failures = presenceFailures(rule, fields, screenshotCount);
  const seen = new Set(failures.map(({ field }) => field));
  return [...failures, ...valueFailures(fields, facts).filter(({ field }) => !seen.has(field))];
};

/** The fields without those the way forbids, e.g. when a draft moves on to a confidential employer. */
export const withoutForbidden = (rule: RouteRule, fields: SubmissionFields): SubmissionFields =>
  pickFields(fields, (field) => mayHold(rule, field));
