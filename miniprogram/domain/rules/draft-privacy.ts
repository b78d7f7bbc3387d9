/** What a draft never keeps, on the phone or in the cloud: numbers of 身份证. The cloud refuses a draft with one. */
import { holdsIdNumber } from '../text/id-number';
import { FIELD_IDS, type FieldId } from './fields/catalogue';

type Typed = string | number | readonly string[] | Readonly<Record<string, string | readonly string[]>>;

const textsIn = (typed: Typed | undefined): readonly string[] => {
  if (typeof typed === 'string') return [typed];
  return typeof typed === 'object' ? Object.values(typed).flatMap(textsIn) : [];
};

/** Such a text becomes an empty one; in a list of names it goes. */
const blanked = <T>(_: string, value: T): T | string | unknown[] => {
  if (typeof value === 'string') return holdsIdNumber(value) ? '' : value;
  return Array.isArray(value) ? value.filter((each) => !holdsIdNumber(String(each))) : value;
};

/** The draft with such texts taken out; all else stays. */
export const withoutIdNumbers = <T>(draft: T): T => JSON.parse(JSON.stringify(draft, blanked)) as T;

/** The fields in which such a number stands now. */
export const fieldsWithIdNumber = (draft: Readonly<Partial<Record<FieldId, Typed | undefined>>>): FieldId[] =>
  FIELD_IDS.filter((field) => textsIn(draft[field]).some(holdsIdNumber));
