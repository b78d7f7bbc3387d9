/** How classmates can reach the secretary: only by what the secretary gives them. */
import * as v from 'valibot';
import { PHONE_PATTERN } from '../../domain/rules/fields/kinds';
import { plainLine } from '../../domain/text/clean-text';
import { holdsIdNumber } from '../../domain/text/id-number';
import { defineAction } from '../define';
import { ID_NUMBER } from '../parts';

const phone = v.pipe(
  v.string(),
  v.transform(plainLine),
  v.regex(PHONE_PATTERN),
  v.check((typed) => !holdsIdNumber(typed), ID_NUMBER),
);

export const contactActions = {
  /** The own number for the classmates of the branch; null takes it back. */
  sharePhone: defineAction(
    v.strictObject({ phone: v.nullable(phone) }),
    v.object({ phone: v.nullable(v.string()) }),
    [],
  ),
};
