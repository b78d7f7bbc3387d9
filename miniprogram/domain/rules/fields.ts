/** Whether what was typed suits the way: the rulebook says what is required and what must not be asked. */
import type { Failure } from '../errors';
import { judgeInitiatedAt, type InitiatedAtFacts } from './initiated-at';
import { isEmpty } from '../text/clean-text';
import { FIELD_IDS } from './submission';
import type { FieldId, Region, SubmissionFields } from './submission';
import type { RouteId, WayId } from './ways';
import { routeOf } from './rulebook';
import type { RouteRule, Rulebook } from './rulebook';

/** As people write a number to call, blanks and hyphens between the digits. */
export const PHONE_PATTERN = /^\+?[\d -]{7,20}$/;
/** `YYYY-MM` */
export const MONTH_PATTERN = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Names that end a place at 街道/乡镇 level, where the code alone is not telling. */
const SUB_DISTRICT_NAME = /(街道|镇|乡|苏木|地区|办事处|开发区|园区|农场|林场)$/;
/** 台湾、香港、澳门: no 街道 in the picker's data. */
const WITHOUT_SUB_DISTRICTS = /^(71|81|82)/;

/** Whether a code names a 街道 or 乡镇: two digits each for 省, 市 and 区, three for it. */
export const isSubDistrictCode = (code: string): boolean => code.length >= 9;

export const hasSubDistricts = (code: string): boolean => !WITHOUT_SUB_DISTRICTS.test(code);

const reachesSubDistrict = ({ names, code }: Region): boolean =>
  isSubDistrictCode(code) || !hasSubDistricts(code) || SUB_DISTRICT_NAME.test(names[names.length - 1] ?? '');

const valueOf = (fields: SubmissionFields, screenshotCount: number, field: FieldId): unknown =>
  field === 'screenshots' ? screenshotCount || undefined : fields[field];

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== 'string' || !isEmpty(value));

const regionFailures = (fields: SubmissionFields): Failure[] =>
  (['region', 'registeredResidence', 'currentResidence'] as const).flatMap((field): Failure[] => {
    const region = fields[field];
    return region && !reachesSubDistrict(region)
      ? [{ code: 'FIELD_INVALID', field, detail: { problem: 'sub-district' } }]
      : [];
  });

const presenceFailures = (rule: RouteRule, fields: SubmissionFields, screenshotCount: number): Failure[] =>
  FIELD_IDS.flatMap((field): Failure[] => {
    const given = isGiven(valueOf(fields, screenshotCount, field));
    if (rule.forbidden.includes(field) && given) return [{ code: 'FIELD_FORBIDDEN', field }];
    return rule.required.includes(field) && !given ? [{ code: 'FIELD_REQUIRED', field }] : [];
  });

const timeFailures = ({ initiatedAt }: SubmissionFields, facts: InitiatedAtFacts): Failure[] => {
  if (initiatedAt === undefined) return [];
  const verdict = judgeInitiatedAt(initiatedAt, facts);
  if (verdict === 'future') return [{ code: 'INITIATED_AT_IN_FUTURE', field: 'initiatedAt' }];
  return verdict === 'long-ago' ? [{ code: 'INITIATED_AT_LONG_AGO', field: 'initiatedAt' }] : [];
};

/** Everything wrong with a submission, one failure for each field; empty when it can be handed in. */
export const checkFields = (
  rulebook: Rulebook,
  wayId: WayId,
  routeId: RouteId,
  fields: SubmissionFields,
  screenshotCount: number,
  facts: InitiatedAtFacts,
): Failure[] => {
  const rule = routeOf(rulebook, wayId, routeId);
  if (!rule) return [{ code: 'WAY_UNKNOWN' }];
  const failures = presenceFailures(rule, fields, screenshotCount);
  const values = [...timeFailures(fields, facts), ...regionFailures(fields)];
  const seen = new Set(failures.map(({ field }) => field));
  return [...failures, ...values.filter(({ field }) => !seen.has(field))];
};

/** The fields without those the way forbids, e.g. when a draft moves on to a confidential employer. */
export const withoutForbidden = <T extends Partial<Record<FieldId, unknown>>>(
  rule: RouteRule,
  fields: T,
): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([field]) => !rule.forbidden.some((forbidden) => forbidden === field)),
  ) as T;
