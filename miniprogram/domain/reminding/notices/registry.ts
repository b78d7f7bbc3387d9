/** Every notice by kind. A kind without words does not compile. */
import type { NoticeKind } from '../kinds';
import type { NoticeSpec } from './facts';
import * as toGraduate from './to-graduate';
import * as toStaff from './to-staff';
import * as whileKept from './while-kept';

export type { NoticeFacts, NoticeSpec } from './facts';

export const NOTICES: Record<NoticeKind, NoticeSpec> = {
  'code-requested': toStaff.codeRequested,
  'code-waiting': toStaff.codeWaiting,
  'code-escalated': toStaff.codeEscalated,
  'code-issued': toGraduate.codeIssued,
  'code-closed': toGraduate.codeClosed,
  'approval-waiting': toStaff.approvalWaiting,
  'approval-asked': toStaff.approvalAsked,
  'registration-waiting': toStaff.registrationWaiting,
  approved: toGraduate.approved,
  returned: toGraduate.returned,
  recorded: toGraduate.recorded,
  refused: toGraduate.refused,
  'refusal-waiting': toStaff.refusalWaiting,
  'situation-changed': toStaff.situationChanged,
  'case-closed': toGraduate.caseClosed,
  'over-age-reported': toStaff.overAgeReported,
  'over-age-recorded': toGraduate.overAgeRecorded,
  accepted: toGraduate.accepted,
  'still-here': toGraduate.stillHere,
  'deadline-near': toGraduate.deadlineNear,
  'timed-out': toGraduate.timedOut,
  'season-near': toGraduate.seasonNear,
  'still-waiting': toGraduate.stillWaiting,
  'keeping-contact': whileKept.keepingContact,
  'keeping-near': whileKept.keepingNear,
  nudged: toGraduate.nudged,
  digest: toStaff.digest,
};
