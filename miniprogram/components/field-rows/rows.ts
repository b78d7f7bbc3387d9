import { READING_ORDER, ofField, rowOf } from '../../domain/rules/fields/catalogue';
import type { FieldId, SubmissionFields } from '../../domain/rules/fields/catalogue';
import { AS_LINE } from '../../domain/rules/fields/readings';
import { checkOrganisationName } from '../../domain/rules/names/check';
import type { NameContext } from '../../domain/rules/names/finding';
import type { RouteRule, Rulebook, WayRule } from '../../domain/rules/rulebook';
import { wayText } from '../../domain/words/ways';

/** One line of a submission as 智慧团建 shows it. */
export interface FieldRow {
  readonly id: FieldId | 'way' | 'reason';
  readonly label: string;
  readonly value: string;
  readonly check: 'none' | 'fine' | 'doubt';
  /** What the check found, in the words of who reads it; empty without a check. */
  readonly remark: string;
}

/** The same finding is said differently to the graduate and to the teacher. */
export interface CheckWords {
  readonly reasonFine: string;
  readonly nameFine: string;
}

/** What a field is called on this route, as 智慧团建 or the guide calls it. */
export const fieldLabel = (field: FieldId, { receiver }: RouteRule): string =>
  (field === 'region' ? receiver?.placeLabel : undefined) ?? rowOf(field).label;

const plain = { check: 'none', remark: '' } as const;

const nameCheck = (
  name: string,
  route: RouteRule,
  words: CheckWords,
  context: NameContext,
): Pick<FieldRow, 'check' | 'remark'> => {
  const [finding] = checkOrganisationName(name, route, context);
  return finding ? { check: 'doubt', remark: finding.title } : { check: 'fine', remark: words.nameFine };
};

/** Where whoever submits comes from: their own branch takes nobody in. */
export type Own = Pick<NameContext, 'ownBranch' | 'ownCollege'>;

/** What was handed in, with the rules it goes by. */
interface Submitted {
  readonly rulebook: Pick<Rulebook, 'system'>;
  readonly way: WayRule;
  readonly route: RouteRule;
  readonly fields: SubmissionFields;
}

/** The submission in the order of the page on 智慧团建: 去向, 接转原因, then what the way asked for. */
export const fieldRows = (
  { rulebook, way, route, fields }: Submitted,
  words: CheckWords,
  own: Own,
): FieldRow[] => {
  const rows: FieldRow[] = [{ id: 'way', label: '去向', value: wayText(way, route), ...plain }];
  if (route.transferReason !== null) {
    rows.push({
      id: 'reason',
      label: rulebook.system.reasonLabel,
      value: route.transferReason,
      check: 'fine',
      remark: words.reasonFine,
    });
  }
  for (const id of READING_ORDER) {
    const value = ofField(AS_LINE, fields, id) ?? '';
    if (value === '') continue;
    const check =
      rowOf(id).kind === 'branchName'
        ? nameCheck(value, route, words, { ...own, region: fields.region })
        : plain;
    rows.push({ id, label: fieldLabel(id, route), value, ...check });
  }
  return rows;
};
