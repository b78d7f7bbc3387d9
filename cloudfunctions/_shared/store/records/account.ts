/** A WeChat account: whose it is, and what it agreed to be sent. */
import * as v from 'valibot';
import { TEMPLATE_KEYS } from '../../../../miniprogram/domain/reminding/kinds';
import { dayCount } from './day-count';

const at = v.number();
const credits = v.object(
  v.entriesFromList(TEMPLATE_KEYS, v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0)),
);

/** What WeChat itself told of a person's consent; what it means is in `_shared/notices/consent`. */
const heard = v.object({
  /** Of the latest pushes that were taken, so that a repeated one changes nothing. */
  ids: v.array(v.string()),
  templates: v.object(
    v.entriesFromList(
      TEMPLATE_KEYS,
      v.optional(
        v.object({
          /** Accepted sheets WeChat told of, less those the phone booked; null before it told of any. */
          ahead: v.nullable(v.number()),
          /** When the phone booked a sheet last. */
          bookedAt: v.nullable(at),
          /** Sheets the phone booked within seconds of each other before WeChat told of any. */
          early: v.optional(v.array(at)),
          /** The latest sheet or change of the settings, by WeChat's time. */
          setAt: at,
          /** Switched off in WeChat's settings. */
          isOff: v.boolean(),
        }),
      ),
    ),
  ),
  /** The latest messages that did not arrive, with WeChat's number for the reason. */
  failures: v.array(v.object({ template: v.picklist(TEMPLATE_KEYS), at, code: v.number() })),
});

/** A WeChat account; its id is the openid. Graduates' and secretaries' rights follow from the member. */
export const accountRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  version: v.number(),
  name: v.string(),
  memberId: v.nullable(v.string()),
  /** Rights given by invitation; `scopeId` is the college, or `all` for the committee. */
  roles: v.array(
    v.object({ role: v.picklist(['teacher', 'committee']), scopeId: v.string(), scopeName: v.string() }),
  ),
  /** Consent ledger: sends WeChat should still accept, by template. */
  credits,
  /** Ids of the latest booked consent sheets, so that a repeated call books nothing. */
  bookedAskIds: v.array(v.string()),
  heard: v.optional(heard),
  /** Texts of theirs WeChat was asked about. */
  textChecks: v.optional(dayCount),
  createdAt: at,
});
