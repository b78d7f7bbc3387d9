/** Who is who: people, branches and colleges. */
import * as v from 'valibot';
import { branchAnswer, columnAnswer } from '../../../../miniprogram/contract/teacher/roster-answers';
import { dayCount } from './day-count';

const at = v.number();

/** Left at this moment, epoch ms. */
const headMove = v.object({ at, from: v.picklist(['bind', 'login', 'choose', 'begun']) });

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
  /** Texts of theirs that WeChat was asked about and nothing came of, where the account is not read. */
  textChecks: v.optional(dayCount),
  loginConfirmedAt: v.nullable(at),
  /** How far they were without a transfer before each of their latest moves, and when they moved last. */
  headMoves: v.optional(v.array(headMove)),
  headMovedAt: v.optional(at),
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
  /** People of a season by branch, counted when the roster had that version and so many were of earlier seasons. */
  branchCounts: v.optional(
    v.object({
      rosterVersion: v.number(),
      /** Absent where they were counted before seasons were told apart. */
      seasonId: v.optional(v.string()),
      earlier: v.optional(v.number()),
      branches: v.array(v.object({ branchId: v.string(), count: v.number() })),
    }),
  ),
  /** The secret key of its group robot on 企业微信, sealed for this college; none until set. */
  robotKeySealed: v.optional(v.string()),
  /** Where and when the 《团员证》 is stamped; none until set. */
  office: v.optional(v.object({ place: v.string(), hours: v.nullable(v.string()) })),
});
