/** What the graduate's card and the college's card desk both say of the 《团员证》. */
import * as v from 'valibot';
import { line, text } from './parts';

/**
 * What is still missing before the 《团员证》 can be stamped. no-transfer: nothing begun; not-open: its day has not
 * come; screenshot: no picture of the transfer; no-card: this way has no such step; done: stamped already.
 */
export const CARD_GAPS = ['no-transfer', 'not-open', 'screenshot', 'no-card', 'done'] as const;
export const gaps = v.array(v.picklist(CARD_GAPS));

/** Where the college stamps, and when; the hours in its own words. */
export const office = v.strictObject({ place: line(40), hours: v.nullable(text(60)) });
