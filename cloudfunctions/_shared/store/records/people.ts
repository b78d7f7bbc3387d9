/** Who is who: what is stored about people and the places they belong to. */
import * as v from 'valibot';
import { branchAnswer, columnAnswer } from '../../../../miniprogram/contract/teacher/roster-answers';
import { NOTICE_CHANNELS, NOTICE_KINDS, TEMPLATE_KEYS } from '../../../../miniprogram/domain/reminding/kinds';
import { UNREADABLE_REASONS } from '../../../../miniprogram/contract/teacher/delivery';

const at = v.number();
/** How often on the latest China day. */
const dayCount = v.object({ day: v.number(), count: v.number() });
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

/** A person on the roster, bound to an account or not. */
export const memberRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  version: v.number(),
  studentNumber: v.string(),
  /** What the person is looked up by, however the number was typed. */
  numberKey: v.string(),
  name: v.string(),
  /** What people of this name are looked up by. */
  nameKey: v.string(),
  collegeId: v.string(),
  collegeName: v.string(),
  branchId: v.string(),
  branchName: v.string(),
  /** `YYYY-MM` */
  birthMonth: v.nullable(v.string()),
  graduationMonth: v.string(),
  /** Null while no roster has said it: the person is asked. */
  hasLeaguePost: v.nullable(v.boolean()),
  isSecretary: v.boolean(),
  accountId: v.nullable(v.string()),
  /** How often somebody signed in as this person; it outlives their deleting their data. */
  signIns: v.optional(dayCount),
  /** How often they were given a folder for pictures; it outlives it, too. */
  uploadFolders: v.optional(dayCount),
  loginConfirmedAt: v.nullable(at),
  /** Whether a request of theirs for a reset code may still be open; absent while nobody knows. */
  asksForCode: v.optional(v.boolean()),
  /** Whether WeChat has found a picture of theirs risky; absent while nobody knows. */
  hasRiskyPicture: v.optional(v.boolean()),
  /** The season of their latest transfer; null until they have chosen a way. */
  startedIn: v.optional(v.nullable(v.string()), null),
  /** When the college dealt with their being over age. */
  overAgeRecordedAt: v.optional(v.nullable(at), null),
});

/** A bound person who acts for a branch or a college, as notices and headings need them. */
const contact = v.object({ accountId: v.string(), name: v.string() });
/** With the number they have given to their classmates. */
const secretary = v.object({ ...contact.entries, phone: v.optional(v.string()) });

export const branchRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  version: v.number(),
  collegeId: v.string(),
  name: v.string(),
  /** What it is known by within its college, however the name was typed. */
  nameKey: v.string(),
  /** Keys of what it was called before, and of how rosters spell it; none on a branch of release 1.0. */
  aliases: v.optional(v.array(v.string()), []),
  inviteCode: v.string(),
  /** The mini-program code drawn last, and for which code and build. */
  inviteImage: v.optional(
    v.nullable(v.object({ inviteCode: v.string(), build: v.string(), fileId: v.string() })),
    null,
  ),
  /** New invite codes, and images drawn of them. */
  inviteCodes: v.optional(dayCount),
  inviteImages: v.optional(dayCount),
  /** Secretaries who have signed in. */
  secretaries: v.array(secretary),
});

const rosterHabits = v.object({
  columns: v.array(columnAnswer),
  branches: v.array(branchAnswer),
  /** Of whoever leaves in that season. */
  graduation: v.nullable(v.object({ seasonId: v.string(), month: v.string() })),
});

export const collegeRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(3),
  version: v.number(),
  name: v.string(),
  /** What it is known by, however the name was typed. */
  nameKey: v.string(),
  teachers: v.array(contact),
  /** Raised by whatever changes people on the roster, so that an older plan is noticed. */
  rosterVersion: v.optional(v.number(), 0),
  /** The roster run being written; nobody else changes the roster meanwhile. */
  rosterRunId: v.optional(v.nullable(v.string()), null),
  /** What was answered about roster files, for the next one; nothing until then. */
  rosterHabits: v.optional(rosterHabits),
  /** People by branch, counted when the roster had that version. */
  branchCounts: v.optional(
    v.object({
      rosterVersion: v.number(),
      branches: v.array(v.object({ branchId: v.string(), count: v.number() })),
    }),
  ),
  /** The secret key of its group robot on 企业微信, sealed for this college; none until set. */
  robotKeySealed: v.optional(v.string()),
  /** Where and when the 《团员证》 is stamped; none until set. */
  office: v.optional(v.object({ place: v.string(), hours: v.nullable(v.string()) })),
});

const quietHours = v.object({ from: v.number(), to: v.number() });
const announcement = v.object({ text: v.string(), at });

/** What a college has set for its own people; null follows the university. */
const collegeSettings = v.object({
  collegeId: v.string(),
  /** Counts only while it is earlier than the season's. */
  deadlineAt: v.nullable(at),
  quietHours: v.nullable(quietHours),
  announcement: v.nullable(announcement),
});

export const seasonRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(5),
  name: v.string(),
  rulebookId: v.string(),
  deadlineAt: at,
  openedAt: at,
  version: v.optional(v.number(), 1),
  /** The deadline was set by hand and stays when the rulebook changes. */
  deadlineOverridden: v.optional(v.boolean(), false),
  /** In place of the rulebook's. */
  quietHours: v.optional(v.nullable(quietHours), null),
  announcement: v.optional(v.nullable(announcement), null),
  /** One for each college that has set anything; a few dozen at most. */
  colleges: v.array(collegeSettings),
  /** When what it left behind was cleared away; its figures can no longer be counted anew. */
  purgedAt: v.optional(v.nullable(at), null),
  /** How far the timer is with its old pictures; absent until their day has come. */
  pictures: v.optional(
    v.object({
      /** When it looks again; null once none is left. */
      nextAt: v.nullable(at),
      /** The member it went on to last; empty where it begins. */
      after: v.string(),
      /** Files it has removed on this way through. */
      removed: v.number(),
      /** Whether somebody has something under way and keeps theirs. */
      isLeft: v.boolean(),
    }),
  ),
});

/** Tries by one WeChat, or at one thing that is guarded. Who and what they were is kept as digests alone. */
export const lockRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** Told apart by the other side: for a WeChat by what it tried, for what is guarded by who tried. */
  tries: v.array(v.object({ of: v.string(), count: v.number() })),
  firstAt: at,
  lockedUntil: v.nullable(at),
  /** From then on nothing of it counts, and the timer removes it. */
  expiresAt: at,
});

/** Its id is a digest of the code, so the code itself is nowhere at rest. */
export const invitationRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(2),
  /** Of the college it is for, or `all` for the committee. */
  collegeId: v.string(),
  name: v.string(),
  issuedAt: at,
  /** Account that issued it; null for those of the first release. */
  issuedBy: v.nullable(v.string()),
  expiresAt: at,
  usedBy: v.nullable(v.string()),
  usedAt: v.nullable(at),
  revokedAt: v.nullable(at),
});

/** A fault of ours that WeChat or 企业微信 refused: one record for each fault, however many notices met it. */
const refusalAlarm = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  cause: v.optional(v.literal('refused'), 'refused'),
  channel: v.picklist(NOTICE_CHANNELS),
  /** Of the notice that met it last. */
  kind: v.picklist(NOTICE_KINDS),
  template: v.picklist(TEMPLATE_KEYS),
  /** Whose group robot it is; null for a template, which all colleges share. */
  collegeId: v.nullable(v.string()),
  code: v.number(),
  /** The template's field that was refused, where it was told. */
  field: v.nullable(v.string()),
  count: v.number(),
  firstAt: at,
  lastAt: at,
});

/** A record that cannot be read, or a sealed text in it that does not open. Holds nothing of what is stored there. */
const unreadableAlarm = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  cause: v.literal('unreadable'),
  collection: v.string(),
  /** As logs name it. */
  documentId: v.string(),
  reason: v.picklist(UNREADABLE_REASONS),
  /** Whose it is; null where that cannot be told. */
  collegeId: v.nullable(v.string()),
  firstAt: at,
  lastAt: at,
});

export const alarmRecord = v.union([refusalAlarm, unreadableAlarm]);

/** Facts of the whole deployment; `administrator` exists once the first one has claimed it. */
export const settingRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  accountId: v.string(),
  at,
  /** Accounts of the committee. */
  committee: v.optional(v.array(v.string()), []),
  /** Who lost invited rights when, by digest: no invitation issued before counts for or by them. */
  removals: v.optional(v.array(v.object({ of: v.string(), at })), []),
});
