import { VALUE_FIELD_IDS, ofField, type SubmissionFields } from '../../../domain/rules/fields/catalogue';
import { MONTH_PATTERN, PHONE_PATTERN } from '../../../domain/rules/fields/kinds';
import type { ByKind, FieldValues, ValueKind } from '../../../domain/rules/fields/kinds';
import { cleanLine, plainLine } from '../../../domain/text/clean-text';
import type { Draft } from '../../../services/draft-store';

/** A value of each kind as it can be handed in; undefined while it is not complete. */
const COMPLETE: ByKind<FieldValues[ValueKind] | undefined> = {
  place: (place) => place,
  text: (text) => cleanLine(text) || undefined,
  branchName: (name) => cleanLine(name) || undefined,
  startedAt: (at) => at,
  month: (month) => (MONTH_PATTERN.test(month) ? month : undefined),
  contact: (typed) => {
    const name = cleanLine(typed.name);
    const phone = plainLine(typed.phone);
    return name && PHONE_PATTERN.test(phone) ? { name, phone } : undefined;
  },
};

/** The part of a draft that is complete enough to be checked and handed in. */
export const toFields = (draft: Draft): SubmissionFields =>
  Object.fromEntries(
    VALUE_FIELD_IDS.map((id) => [id, ofField(COMPLETE, draft, id)]).filter(
      ([, value]) => value !== undefined,
    ),
  );
