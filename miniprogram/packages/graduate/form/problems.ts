/** What keeps a draft from being handed in, and how the form says it at the field. */
import type { ErrorCode, Failure } from '../../../domain/errors';
import { isEmpty, plainLine } from '../../../domain/text/clean-text';
import { checkFields } from '../../../domain/rules/fields/check';
import {
  FIELD_IDS,
  isFieldId,
  pickFields,
  rowOf,
  type FieldId,
} from '../../../domain/rules/fields/catalogue';
import type { FieldKind } from '../../../domain/rules/fields/kinds';
import { mayHold, type RouteRule } from '../../../domain/rules/rulebook/index';
import { tooLong } from '../../../domain/text/too-long';
import type { Draft } from '../../../services/draft-store';
import { fieldLabel } from '../../../components/field-rows/rows';
import { fieldsWithIdNumber } from '../../../domain/rules/draft-privacy';
import { uploaded } from './shots';
import { toFields } from './to-fields';
import type { Work } from './work';

export const asks = (route: RouteRule, field: FieldId): boolean => mayHold(route, field);

/** What the form calls a field; whoever need not fill it in is told so. */
export const askedLabel = (field: FieldId, route: RouteRule): string =>
  fieldLabel(field, route) + (route.optional.includes(field) ? '（选填）' : '');

const ID_NUMBER = '这里像是身份证号。转团关系用不到它，我们一个字也没存，删掉就好。';
const LOOK_AGAIN = '这一项再看一眼';
/** What is wrong with a field of each kind, where the code says nothing more. */
const PROBLEMS: Readonly<Record<FieldKind, string>> = {
  place: '要写到街道或乡镇这一级',
  text: LOOK_AGAIN,
  branchName: LOOK_AGAIN,
  startedAt: LOOK_AGAIN,
  month: LOOK_AGAIN,
  contact: LOOK_AGAIN,
  pictures: LOOK_AGAIN,
};
/** Where the code says more than the field. */
const PROBLEMS_BY_CODE: Partial<Record<ErrorCode, string>> = {
  ID_NUMBER_REFUSED: ID_NUMBER,
  INITIATED_AT_IN_FUTURE: '比现在还晚了，看看日期和时间',
  INITIATED_AT_LONG_AGO: '比这个毕业季早了一年多，看看年份',
};

/** Why a field is too long, by its row in the catalogue; of a place and a contact, the part that is typed. */
const lengthError = (draft: Draft, field: FieldId): string => {
  const { max = 0 } = rowOf(field);
  const typed = field === 'screenshots' ? undefined : draft[field];
  if (typeof typed === 'string') return max ? tooLong(typed, max) : '';
  if (typeof typed !== 'object') return '';
  const part = 'names' in typed ? (typed.names[typed.names.length - 1] ?? '') : typed.name;
  return tooLong(part, max);
};

/** Fields whose text the cloud would refuse for its length; the phone keeps them as they were typed. */
export const tooLongFields = (draft: Draft): FieldId[] =>
  FIELD_IDS.filter((field) => lengthError(draft, field) !== '');

const listed = (failures: readonly Failure[]): Partial<Record<FieldId, string>> => {
  const words: Partial<Record<FieldId, string>> = {};
  for (const { code, field } of failures)
    if (code !== 'FIELD_REQUIRED' && isFieldId(field))
      words[field] = PROBLEMS_BY_CODE[code] ?? PROBLEMS[rowOf(field).kind];
  return words;
};

/** Everything that keeps the draft from being handed in; what must not be there at all comes first. */
export const failuresOf = (work: Work, now: number): Failure[] => {
  const { rulebook, way, route, draft, shots, seasonOpenedAt } = work;
  const secret = fieldsWithIdNumber(draft).filter((field) => asks(route, field));
  const fields = toFields(draft);
  const long = tooLongFields(draft).filter((field) => asks(route, field) && !secret.includes(field));
  const asked = pickFields(fields, (id) => asks(route, id));
  const others = checkFields(rulebook, way.id, route.id, asked, uploaded(shots).length, {
    now,
    seasonOpenedAt,
  });
  return [
    ...secret.map((field) => ({ code: 'ID_NUMBER_REFUSED', field }) as const),
    ...long.map((field) => ({ code: 'FIELD_INVALID', field }) as const),
    ...others.filter(({ field }) => !isFieldId(field) || ![...secret, ...long].includes(field)),
  ];
};

const contactError = ({ draft }: Work): string => {
  const { name = '', phone = '' } = draft.parentContact ?? {};
  if (lengthError(draft, 'parentContact')) return '';
  return !isEmpty(name) && plainLine(phone).length >= 7 && !toFields(draft).parentContact
    ? '电话里只写数字'
    : '';
};

/** Why something already filled in does not fit yet, by field. */
export const errorsOf = (work: Work, failures: readonly Failure[]): Partial<Record<FieldId, string>> => {
  const contact = contactError(work);
  const long = failures.flatMap(({ code, field }) => {
    const words = code === 'FIELD_INVALID' && isFieldId(field) ? lengthError(work.draft, field) : '';
    return words ? [[field, words]] : [];
  });
  return { ...(contact ? { parentContact: contact } : {}), ...listed(failures), ...Object.fromEntries(long) };
};
