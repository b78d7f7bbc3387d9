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
  /** Null where no pictures are asked for: whoever hands in for somebody else has seen the transfer in 智慧团建. */
  readonly screenshots: readonly string[] | null;
}

const digestOf = ({ fields, screenshots }: Submission): string =>
  shortHash(JSON.stringify([Object.entries(fields).sort(([a], [b]) => a.localeCompare(b)), screenshots]));

/** Whether this very submission has already been taken. */
const isHandedIn = (transfer: Transfer, submission: Submission): boolean =>
  transfer.lastSubmission?.fromVersion === submission.version &&
  transfer.lastSubmission.digest === digestOf(submission);

/** The typed texts that WeChat has to check. */
export const textsOf = (fields: SubmissionFields): string[] =>
  VALUE_FIELD_IDS.filter((id) => rowOf(id).textChecked).flatMap(
    (id) => ofField(TYPED_WORDS, fields, id) ?? [],
  );

/** Changes this submission makes to the record, or the first fault of its fields. */
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
  /** WeChat's verdict on {@link textsOf} the fields. */
  readonly checked: Result<CheckedText>;
  readonly actor: ActingPerson;
  readonly season: Pick<CurrentSeason, 'openedAt'>;
  /** Runs after the commit, with the transfer as it was before. */
  readonly follow?: (before: Transfer) => Promise<unknown>;
  /** Further writes of the same transaction, made only where handing in shows that the person could log in to 智慧团建. */
  readonly onSystem?: StepRequest['also'];
  /** Whether somebody other than the owner may hand in for this transfer; asked within the transaction. */
  readonly mayAct?: (transfer: Transfer) => Result<undefined>;
}

/** The step that hands in: `submit`, or `register` where the college handles the way. Fields and pictures are checked within it. */
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
