/** People of a college: lists of them, one of them, and single changes to them. */
import * as v from 'valibot';
import { SHOWN_STATES } from '../../domain/transfer/shown-state';
import { TRANSFER_STATES } from '../../domain/transfer/states';
import { defineAction } from '../define';
import {
  manyOfOthers,
  manyRecorded,
  MANY_OF_OTHERS_ERRORS,
  recorded,
  START_OF_OTHER_ERRORS,
  startOfOther,
  WAY_OF_OTHER_ERRORS,
  wayOfOther,
} from '../on-behalf';
import { count, done, id, instant, line, personName, studentNumber, text, version, wayId } from '../parts';
import { personView, step } from '../person';
import { cursor } from './cursor';

const peopleFilter = v.variant('by', [
  /** Who stands at the step now. */
  v.strictObject({ by: v.literal('step'), step }),
  /** Who has come at least that far. */
  v.strictObject({ by: v.literal('reached'), step }),
  v.strictObject({ by: v.literal('state'), state: v.picklist(TRANSFER_STATES) }),
  /** Everybody of a branch, or those of them who stand at the step. */
  v.strictObject({ by: v.literal('branch'), branchId: id, step: v.optional(step) }),
  v.strictObject({ by: v.literal('way'), wayId }),
  /** A China day number whose end of the receiver clock is being waited for. */
  v.strictObject({ by: v.literal('deadlineDay'), day: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  /** People of earlier seasons who are not through. */
  v.strictObject({ by: v.literal('earlier') }),
]);

const personRow = v.object({
  memberId: id,
  name: v.string(),
  studentNumber: v.string(),
  branchId: v.string(),
  branchName: v.string(),
  bound: v.boolean(),
  step,
  transferId: v.nullable(v.string()),
  version: v.nullable(version),
  state: v.nullable(v.picklist(TRANSFER_STATES)),
  /** The state with who in the school acted. */
  shown: v.picklist(SHOWN_STATES),
  wayId: v.nullable(wayId),
  deadlineAt: v.nullable(instant),
});

const overAgePerson = v.object({
  memberId: id,
  name: v.string(),
  studentNumber: v.string(),
  branchName: v.string(),
  collegeName: v.string(),
  birthMonth: v.string(),
  graduationMonth: v.string(),
});

export const peopleActions = {
  /** For somebody of the college who has not acted yet. */
  recordWay: defineAction(wayOfOther, recorded, WAY_OF_OTHER_ERRORS),
  recordStart: defineAction(startOfOther, recorded, START_OF_OTHER_ERRORS),
  recordMany: defineAction(manyOfOthers, manyRecorded, MANY_OF_OTHERS_ERRORS),
  /** Takes somebody over age out of the queue: the college has dealt with it, and says how. */
  recordOverAge: defineAction(
    v.strictObject({ memberId: id, reason: text(60) }),
    v.object({ recordedAt: instant }),
    ['NOT_FOUND', 'TEXT_REJECTED'],
  ),
  /** Takes that back: they stand in the queue again. */
  reopenOverAge: defineAction(v.strictObject({ memberId: id }), done, ['NOT_FOUND']),
  /** People behind a figure. The committee names the college. A page may be empty and still have a next one. */
  people: defineAction(
    v.strictObject({
      collegeId: v.optional(id),
      filter: peopleFilter,
      cursor: v.optional(cursor),
    }),
    v.object({
      people: v.array(personRow),
      /** How many there are on all pages; null on a page that is not the first. */
      total: v.nullable(count),
      next: v.nullable(v.string()),
      now: instant,
    }),
    ['COLLEGE_UNKNOWN', 'BRANCH_UNKNOWN'],
  ),
  /** Who is meant by a part of a name, a number, pinyin initials, a branch; the closest first. */
  findPeople: defineAction(
    v.strictObject({ text: line(40), collegeId: v.optional(id) }),
    v.object({
      people: v.array(v.object({ ...personRow.entries, collegeName: v.string() })),
      /** How many fit, of whom the first are shown. */
      total: count,
      branches: v.array(v.object({ branchId: id, name: v.string(), collegeId: id, collegeName: v.string() })),
      now: instant,
    }),
    ['COLLEGE_UNKNOWN'],
  ),
  person: defineAction(
    v.strictObject({ memberId: id }),
    v.object({
      person: personView,
      /** Where they transfer to; null where no organisation is typed, or none may be shown. */
      organisation: v.nullable(v.string()),
      /** When the college dealt with their age; null where it has not, or has taken it back. */
      overAgeRecordedAt: v.optional(v.nullable(instant)),
      rulebookId: v.string(),
      now: instant,
    }),
    ['NOT_FOUND'],
  ),
  /** The parents' contact; every look is audited. */
  revealContact: defineAction(
    v.strictObject({ transferId: id }),
    v.object({ contact: v.object({ name: v.string(), phone: v.string() }) }),
    ['NOT_FOUND'],
  ),
  /** People who have reached the age limit without a League post: the youngest first, each page by branch. */
  overAgeList: defineAction(
    v.strictObject({
      collegeId: v.optional(id),
      /** A month of birth, `199506`. */
      cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
    }),
    v.object({
      people: v.array(overAgePerson),
      /** A page may be empty and still have a cursor: those it looked at hold a post in the League. */
      cursor: v.nullable(v.string()),
      ageLimit: v.number(),
      now: instant,
    }),
    ['COLLEGE_UNKNOWN'],
  ),
  assignSecretary: defineAction(v.strictObject({ memberId: id }), done, ['NOT_FOUND', 'CONFLICT']),
  removeSecretary: defineAction(v.strictObject({ memberId: id }), done, ['NOT_FOUND', 'CONFLICT']),
  transferMember: defineAction(v.strictObject({ memberId: id, branchId: id }), done, [
    'NOT_FOUND',
    'BRANCH_UNKNOWN',
    'CONFLICT',
  ]),
  /** Puts a name or number right; the person and what they have under way stay the same. */
  correctMember: defineAction(v.strictObject({ memberId: id, name: personName, studentNumber }), done, [
    'NOT_FOUND',
    'CONFLICT',
    'TEXT_REJECTED',
  ]),
  /**
   * Two records of one person as one: name, number and branch are those of `memberId`, what is under way is that of
   * whichever has something. `CONFLICT` with `transfers` or `accounts` when both have, with `requests` while the
   * other one waits for a code.
   */
  mergeMembers: defineAction(v.strictObject({ memberId: id, otherId: id }), v.object({ memberId: id }), [
    'NOT_FOUND',
    'CONFLICT',
  ]),
  /** Takes off the roster who has begun nothing and is bound to no WeChat. */
  removeMember: defineAction(v.strictObject({ memberId: id }), done, ['NOT_FOUND', 'CONFLICT']),
  /** Takes the person's WeChat off the roster; they have to sign in again. */
  unbindMember: defineAction(
    v.strictObject({ memberId: id, reason: text(60) }),
    v.object({
      /** The branch's code from now on, for the person to sign in again with; null without a branch. */
      inviteCode: v.nullable(v.string()),
    }),
    ['NOT_FOUND', 'TEXT_REJECTED'],
  ),
};
