/** Schemas of what a submission and its draft hold, made from the catalogue of fields. */
import * as v from 'valibot';
import { VALUE_FIELD_IDS, rowOf, type KindOf, type ValueFieldId } from '../domain/rules/fields/catalogue';
import { PHONE_PATTERN, type ValueKind } from '../domain/rules/fields/kinds';
import { plainLine } from '../domain/text/clean-text';
import { instant, line, looseText, month, noIdNumber } from './parts';

/** How a kind is checked, given the longest text of the field. */
type Schemas = Readonly<Record<ValueKind, (max: number) => v.GenericSchema>>;

type Entries<S extends Schemas> = {
  readonly [Id in ValueFieldId]: v.OptionalSchema<ReturnType<S[KindOf<Id>]>, undefined>;
};

/** One entry for each field; a kind without a schema does not compile. */
const entriesOf = <S extends Schemas>(schemas: S): Entries<S> =>
  Object.fromEntries(
    VALUE_FIELD_IDS.map((id) => {
      const { kind, max = 0 } = rowOf(id);
      return [id, v.optional(kind === 'pictures' ? v.never() : schemas[kind](max))];
    }),
  ) as Entries<S>;

const place = (max: number) =>
  v.object({
    names: v.pipe(v.array(line(max)), v.minLength(1), v.maxLength(5)),
    code: v.pipe(v.string(), v.regex(/^\d{2,12}$/)),
  });

export const submissionFields = v.strictObject(
  entriesOf({
    place,
    text: line,
    branchName: line,
    startedAt: () => instant,
    month: () => month,
    contact: (max) =>
      v.strictObject({
        name: line(max),
        phone: v.pipe(v.string(), v.transform(plainLine), v.regex(PHONE_PATTERN), noIdNumber),
      }),
  }),
);

/** What may be wrong with them. */
export const FIELD_ERRORS = [
  'FIELD_REQUIRED',
  'FIELD_FORBIDDEN',
  'FIELD_INVALID',
  'INITIATED_AT_IN_FUTURE',
  'INITIATED_AT_LONG_AGO',
] as const;

/** A draft may hold what is not yet valid: it is what the person has typed so far. */
export const draftFields = v.strictObject(
  entriesOf({
    place,
    text: (max) => looseText(2 * max),
    branchName: (max) => looseText(2 * max),
    startedAt: () => instant,
    month: () => v.pipe(v.string(), v.maxLength(7)),
    contact: (max) => v.strictObject({ name: looseText(2 * max), phone: looseText(40) }),
  }),
);
