/** Small shapes that the parts of a rulebook share. */
import * as v from 'valibot';
import { RULE_ID_PATTERN } from '../ways';

export const words = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
export const list = v.array(words);
export const filledList = v.pipe(list, v.nonEmpty('must not be empty'));
export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
export const days = v.pipe(v.array(whole(0, 365)), v.nonEmpty('must not be empty'));
export const hour = whole(0, 23);
export const ruleId = v.pipe(v.string(), v.regex(RULE_ID_PATTERN, 'must look like further-study'));
export const monthDay = v.strictObject({ month: whole(1, 12), day: whole(1, 31) });
