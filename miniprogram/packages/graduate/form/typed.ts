/** What the inputs of the form hold, set only when the page and not the person changes it: no letter is lost. */
import { PLAIN_FIELDS } from './plain-fields';
import type { Work } from './work';

export interface TypedValues {
  readonly organisation: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly plain: Partial<Record<string, string>>;
}

export const typedValues = ({ organisation, parentContact, ...draft }: Work['draft']): TypedValues => ({
  organisation: organisation ?? '',
  contactName: parentContact?.name ?? '',
  contactPhone: parentContact?.phone ?? '',
  plain: Object.fromEntries(PLAIN_FIELDS.map((id) => [id, draft[id] ?? ''])),
});
