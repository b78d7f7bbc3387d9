/** Hands in what was done on 智慧团建: by the graduate, or for somebody who has not acted yet. */
import { receiverClockOf } from '../../../miniprogram/domain/rules/deadline';
import { ok, type Result } from '../../../miniprogram/domain/errors';
import { checkFields } from '../../../miniprogram/domain/rules/fields/check';
import {
  VALUE_FIELD_IDS,
  ofField,
  rowOf,
  type SubmissionFields,
} from '../../../miniprogram/domain/rules/fields/catalogue';
import { TYPED_WORDS } from '../../../miniprogram/domain/rules/fields/kinds';
import { shortHash } from '../kernel/hash';
import type { ActingPerson } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import type { Transfer } from '../store/records';
import type { CurrentSeason } from '../season/season';
import type { CheckedText } from '../store/records/text-checked';
import { sealFields, unknownFields } from './fields';
import { rulesOf } from '../season/rules-of';
import { withPast } from './past';
import type { StepRequest } from './apply-step';

export interface Submission {
  readonly version: number;
  readonly fields: SubmissionFields;
  /** Null where nobody is asked for pictures: who hands in for somebody else has seen it in the system. */
  readonly screenshots: readonly string[] | null;
}

const digestOf = ({ fields, screenshots }: Submission): string =>
  shortHash(JSON.stringify([Object.entries(fields).sort(([a], [b]) => a.localeCompare(b)), screenshots]));

/** Whether this very submission has already been taken. */
const isHandedIn = (transfer: Transfer, submission: Submission): boolean =>
  transfer.lastSubmission?.fromVersion === submission.version &&
  transfer.lastSubmission.digest === digestOf(submission);

/** Of what somebody typed, what WeChat is asked about. */
export const textsOf = (fields: SubmissionFields): string[] =>
  VALUE_FIELD_IDS.filter((id) => rowOf(id).textChecked).flatMap(
    (id) => ofField(TYPED_WORDS, fields, id) ?? [],
  );

/** What the record holds after this submission. */
const submitted =
  (ports: Ports, submission: Submission, seasonOpenedAt: number) =>
  (transfer: Transfer, now: number): Result<Partial<Transfer>> => {
    const { fields, screenshots, version } = submission;
    const { rulebook, route } = rulesOf(transfer);
    const { wayId, routeId } = transfer;
    const pictures = screenshots && screenshots.length;
    const [failure] = checkFields(rulebook, wayId, routeId, fields, pictures, { now, seasonOpenedAt });
    if (failure) return { ok: false, error: failure };
    const initiatedAt = fields.initiatedAt ?? null;
    const region = fields.region?.names;
    const clock = initiatedAt === null ? null : receiverClockOf(rulebook, route, { initiatedAt, region });
    return ok({
      fields: {
        ...unknownFields(transfer.fields),
        ...unknownFields(transfer.draft),
        ...sealFields(ports.cipher, transfer._id, fields),
      },
      draft: {},
      screenshots: [...(screenshots ?? [])],
      initiatedAt,
      deadlineAt: clock?.deadlineAt ?? null,
      clock: clock && { days: clock.days, outcome: clock.outcome },
      past: withPast(transfer),
      // The version this attempt was begun under; its days, outcome and approvals stand beside it.
      rulebookId: rulebook.id,
      lastSubmission: { fromVersion: version, digest: digestOf(submission) },
    });
  };

interface HandingIn {
  /** What WeChat thinks of {@link textsOf} the fields. */
  readonly checked: Result<CheckedText>;
  readonly actor: ActingPerson;
  readonly season: Pick<CurrentSeason, 'openedAt'>;
  /** What follows the commit, beside the telling: with the transfer as it was before. */
  readonly follow?: (before: Transfer) => Promise<unknown>;
  /** Further records of its transaction, where it shows that the person has been on the system. */
  readonly onSystem?: StepRequest['also'];
  /** Asked of the record as it is, where somebody else than the owner acts. */
  readonly mayAct?: (transfer: Transfer) => Result<undefined>;
}

/** Submits, or registers with the college where that handles the way. What it is handed in with is checked here. */
export const handingIn =
  (
    ports: Ports,
    submission: Submission,
    { checked, actor, season, follow, onSystem, mayAct = () => ok(undefined) }: HandingIn,
  ) =>
  (seen: Transfer): StepRequest => {
    const hold = submitted(ports, submission, season.openedAt);
    const step = rulesOf(seen).route.handledBy === 'graduate' ? 'submit' : 'register';
    return {
      step,
      actor,
      version: submission.version,
      repeated: (transfer) => isHandedIn(transfer, submission),
      isToldByTimer: seen.lastSubmission !== null,
      change: (transfer, now) => {
        const allowed = mayAct(transfer);
        if (!allowed.ok) return allowed;
        return checked.ok ? hold(transfer, now) : checked;
      },
      ...(checked.ok ? { auditFacts: { textCheck: checked.data.textCheck } } : {}),
      ...(step === 'submit' && onSystem ? { also: onSystem } : {}),
      ...(follow ? { follow: () => follow(seen) } : {}),
    };
  };
