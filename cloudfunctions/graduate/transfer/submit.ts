import { receiverClockOf } from '../../../miniprogram/domain/rules/deadline';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { checkFields } from '../../../miniprogram/domain/rules/fields/check';
import {
  VALUE_FIELD_IDS,
  ofField,
  rowOf,
  type SubmissionFields,
} from '../../../miniprogram/domain/rules/fields/catalogue';
import { TYPED_WORDS } from '../../../miniprogram/domain/rules/fields/kinds';
import type { UseCase } from '../../_shared/calls/entry';
import { shortHash } from '../../_shared/kernel/hash';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Transfer } from '../../_shared/store/records';
import { currentSeason } from '../../_shared/season/season';
import { checkText } from '../../_shared/platform/text-check';
import { sealFields, unknownFields } from '../../_shared/transfers/fields';
import { latestTransfer } from '../../_shared/transfers/load';
import { rulesOf } from '../../_shared/season/rules-of';
import { checkFolders, checkUploaded, foldersGiven, picturesOf } from '../../_shared/transfers/pictures';
import { askAboutPictures } from '../../_shared/transfers/picture-checks';
import { withPast } from '../../_shared/transfers/past';
import { takeStep } from '../../_shared/transfers/take-step';
import { toTransferView } from '../../_shared/transfers/view';

interface Submission {
  readonly version: number;
  readonly fields: SubmissionFields;
  readonly screenshots: readonly string[];
}

const digestOf = ({ fields, screenshots }: Submission): string =>
  shortHash(JSON.stringify([Object.entries(fields).sort(([a], [b]) => a.localeCompare(b)), screenshots]));

/** Whether this very submission has already been taken. */
const isRepeated = (transfer: Transfer, submission: Submission): boolean =>
  transfer.lastSubmission?.fromVersion === submission.version &&
  transfer.lastSubmission.digest === digestOf(submission);

const textsOf = (fields: SubmissionFields): string[] =>
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
    const [failure] = checkFields(rulebook, wayId, routeId, fields, screenshots.length, {
      now,
      seasonOpenedAt,
    });
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
      screenshots: [...screenshots],
      initiatedAt,
      deadlineAt: clock?.deadlineAt ?? null,
      clock: clock && { days: clock.days, outcome: clock.outcome },
      past: withPast(transfer),
      lastSubmission: { fromVersion: version, digest: digestOf(submission) },
    });
  };

/** Hands in what was done on 智慧团建, or registers with the college where that handles the way. */
export const submit: UseCase<'graduate', 'submit', MemberCaller> = async (
  ports,
  { caller: { account, member }, request },
) => {
  const { screenshots } = request;
  const [seen, season, given] = await Promise.all([
    latestTransfer(ports, member._id),
    currentSeason(ports),
    foldersGiven(ports, member._id, screenshots),
  ]);
  const held = seen ? picturesOf(seen) : new Set<string>();
  const own = checkFolders(member._id, screenshots, { given, held });
  if (!own.ok) return own;
  if (!seen) return fail('TRANSFER_ILLEGAL_STEP');
  if (isRepeated(seen, request)) return ok({ transfer: await toTransferView(ports, seen) });
  const [checked, uploaded] = await Promise.all([
    checkText(ports, account, 'organisation', textsOf(request.fields)),
    checkUploaded(ports, screenshots),
  ]);
  if (!checked.ok) return checked;
  if (!uploaded.ok) return uploaded;
  const done = await takeStep(ports, seen, {
    step: rulesOf(seen).route.handledBy === 'graduate' ? 'submit' : 'register',
    actor: actingAs(account, 'graduate', member.name),
    version: request.version,
    repeated: (transfer) => isRepeated(transfer, request),
    change: submitted(ports, request, season.openedAt),
    auditFacts: { textCheck: checked.data.textCheck },
  });
  if (!done.ok) return done;
  const [transfer] = await Promise.all([
    toTransferView(ports, done.data),
    askAboutPictures(ports, { openid: account._id, memberId: member._id, fileIds: screenshots }),
  ]);
  return ok({ transfer });
};
