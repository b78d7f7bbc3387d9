/** Schemas that several actions share. Texts are cleaned of what nobody can see, and bounded, where they enter. */
import * as v from 'valibot';
import type { ErrorCode } from '../domain/errors';
import { MONTH_PATTERN } from '../domain/rules/fields/kinds';
import { holdsIdNumber, holdsLongIdNumber } from '../domain/text/id-number';
import { MOST_SCREENSHOTS } from '../domain/transfer/pictures';
import { NOTICE_KINDS, TEMPLATE_KEYS } from '../domain/reminding/kinds';
import { ESCALATION_CAUSES, RESET_STATES } from '../domain/transfer/reset-states';
import { ROLES } from '../domain/rules/roles';
import { RULE_ID_PATTERN } from '../domain/rules/ways';
import { APPROVERS } from '../domain/rules/rulebook/approvals';
import { WAITS_FOR } from '../domain/transfer/waits-for';
import { TIMEOUT_OUTCOMES } from '../domain/rules/rulebook/timeouts';
import { TRANSFER_STATES } from '../domain/transfer/states';
import { TRANSFER_STEPS } from '../domain/transfer/steps';
import { cleanLine, cleanText, plainLine } from '../domain/text/clean-text';
import { numberKey, plainCode } from '../domain/text/keys';
import { offlineView } from './offline-view';

export const empty = v.strictObject({});
export const done = v.object({});

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.regex(/^[\w:.@-]+$/));
/** Epoch milliseconds. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
/** How many. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const version = v.pipe(v.number(), v.integer(), v.minValue(0));
/** An issue with this message is answered with this code, before all others. */
export const ID_NUMBER = 'ID_NUMBER_REFUSED' satisfies ErrorCode;
/** The same, for an announcement of which nothing is left once the blanks are gone. */
export const NOTHING_ANNOUNCED = 'ANNOUNCEMENT_EMPTY' satisfies ErrorCode;
/** The same, for what cannot be a code of 智慧团建. */
export const MALFORMED_CODE = 'RESET_CODE_MALFORMED' satisfies ErrorCode;
/** Nobody's 身份证号 is taken, whatever the field is for. */
export const noIdNumber = v.check((typed: string) => !holdsIdNumber(typed), ID_NUMBER);
const typed = (clean: (typed: string) => string, max: number) =>
  v.pipe(v.string(), v.transform(clean), v.minLength(1), v.maxLength(max), noIdNumber);
/** Several lines or one. */
export const text = (max: number) => typed(cleanText, max);
export const line = (max: number) => typed(cleanLine, max);
/** In half-width signs. */
export const plain = (max: number) => typed(plainLine, max);
/** A code as it was read out or scanned; the case of its letters stays. */
export const code = (max: number) => typed(plainCode, max);
/** What may still be empty or unfinished. */
export const looseText = (max: number) =>
  v.pipe(v.string(), v.transform(cleanText), v.maxLength(max), noIdNumber);
export const personName = line(30);
const LONGEST_NUMBER = 32;
/** A student number exactly as typed: records of release 1.0 may be found by nothing else. */
export const studentNumber = v.pipe(
  v.string(),
  v.maxLength(10 * LONGEST_NUMBER),
  v.check((typed) => numberKey(typed) !== '' && numberKey(typed).length <= LONGEST_NUMBER),
  v.check((typed) => !holdsLongIdNumber(typed), ID_NUMBER),
);
/** The code 智慧团建 shows, which a secretary or teacher passes on. */
export const resetCode = v.pipe(
  v.string(),
  v.transform(plainCode),
  v.regex(/^[A-Za-z0-9]{4,12}$/, MALFORMED_CODE),
);
export const fileId = v.pipe(v.string(), v.maxLength(512), v.startsWith('cloud://'));

/** `YYYY-MM` */
export const month = v.pipe(v.string(), v.regex(MONTH_PATTERN));

/** Of the rulebook a transfer follows: the one who takes it in looks it up there. */
export const wayId = v.pipe(v.string(), v.regex(RULE_ID_PATTERN));
export const routeId = wayId;
const role = v.picklist(ROLES);
export const templateKey = v.picklist(TEMPLATE_KEYS);

export const roleView = v.object({ role, scopeId: v.string(), scopeName: v.string() });

export const screenshots = v.pipe(v.array(fileId), v.maxLength(MOST_SCREENSHOTS));

export const timelineEntry = v.object({
  at: instant,
  step: v.picklist([...TRANSFER_STEPS, 'reminded', 'initiated']),
  by: v.object({ role: v.picklist([...ROLES, 'system']), name: v.string() }),
  attempt: v.number(),
  /** The way that was chosen, for that step alone. */
  wayId: v.optional(wayId),
  /** A reason or a remark, in the words of who did it. */
  note: v.optional(v.string()),
  /** Seen in the list on 智慧团建, which is stronger than a report or a screenshot. */
  seenOnSystem: v.optional(v.boolean()),
  /** What was ticked or taken back on paper, as it was called then. */
  offline: v.optional(v.string()),
  /** Where it came from, for what the college wrote down from that list: it can take it back the same day. */
  from: v.optional(v.picklist(TRANSFER_STATES)),
});

/** What 智慧团建 can show of a request. */
export const OUTCOMES = ['accepted', 'refused', 'returned'] as const;

/** What 智慧团建 shows now, as somebody responsible saw it there. */
export const confirmedOutcome = {
  version,
  outcome: v.picklist(OUTCOMES),
  reason: v.optional(text(100)),
};

/** An earlier attempt and how it ended. */
export const pastAttempt = {
  attempt: v.number(),
  wayId,
  routeId,
  initiatedAt: v.nullable(instant),
  endedAs: v.picklist(TRANSFER_STATES),
  reason: v.nullable(v.string()),
};

/** How a transfer stands, for whoever may see it. */
export const transferStanding = {
  id,
  version,
  /** The rules it was begun under: a season that changes its own leaves it alone. */
  rulebookId: v.string(),
  state: v.picklist(TRANSFER_STATES),
  wayId,
  routeId,
  attempt: v.number(),
  initiatedAt: v.nullable(instant),
  /** End of the receiver clock; null for ways without one. */
  deadlineAt: v.nullable(instant),
  /** The receiver's days and what becomes of a request nobody answers; null where no clock runs. */
  clock: v.nullable(v.object({ days: v.number(), outcome: v.picklist(TIMEOUT_OUTCOMES) })),
  /** When a plan can be begun, or the clock next does something about a keeping; null for everything else. */
  opensAt: v.nullable(instant),
  waitsFor: v.picklist(WAITS_FOR),
  /** Approvals still to come, in their order. */
  pending: v.array(v.picklist(APPROVERS)),
  /** When the last approval was given; null without one. */
  approvedAt: v.nullable(instant),
  /** The reason of the last return or refusal. */
  reason: v.nullable(v.string()),
  /** What is to be done on paper, in the route's order. */
  offline: v.optional(v.array(offlineView)),
  /** Everything that happened in all attempts, oldest first. */
  timeline: v.array(timelineEntry),
  /** How many entries of it cannot be read; absent when all can. */
  timelineHidden: v.optional(v.number()),
};

export const resetRequestView = v.object({
  id,
  state: v.picklist(RESET_STATES),
  /** Who has to act now, or acted last. */
  handler: v.object({ role: v.picklist(['secretary', 'teacher']), name: v.string() }),
  note: v.nullable(v.string()),
  requestedAt: instant,
  issuedAt: v.nullable(instant),
  expiresAt: v.nullable(instant),
  escalatesAt: v.nullable(instant),
  /** Why it is with the teacher; left out before, and where an earlier release has not kept it. */
  escalationCause: v.optional(v.picklist(ESCALATION_CAUSES)),
});

export const noticeView = v.object({
  id: v.string(),
  kind: v.picklist(NOTICE_KINDS),
  title: v.string(),
  text: v.string(),
  /** Page to open, with its query. */
  page: v.string(),
  at: instant,
  read: v.boolean(),
});

export const seasonView = v.object({
  id: v.string(),
  name: v.string(),
  rulebookId: v.string(),
  /** Last moment of the season, epoch ms. */
  deadlineAt: instant,
});

/** What is still planned for a graduate, and what decides which reminders are of use. */
export const remindersView = v.object({
  state: v.nullable(v.picklist(TRANSFER_STATES)),
  loginConfirmedAt: v.nullable(instant),
  /** Whether the route has a receiver whose days are counted. */
  receiverClock: v.boolean(),
  deadlineAt: v.nullable(instant),
  season: seasonView,
  /** The rules that hold for them: the transfer's, else the season's. */
  rulebookId: v.string(),
  coming: v.array(v.object({ kind: v.string(), dueAt: instant })),
});

/** Reminder credits by template, with the WeChat ids needed to ask for more. */
export const subscriptionView = v.object({
  templateIds: v.record(templateKey, v.string()),
  credits: v.record(templateKey, v.number()),
});
