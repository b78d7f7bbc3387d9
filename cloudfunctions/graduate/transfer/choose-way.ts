import { fail, ok } from '../../../miniprogram/domain/errors';
import { mayHold, type RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import type { TransferStep } from '../../../miniprogram/domain/transfer/steps';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Transaction } from '../../_shared/store/ports';
import type { Transfer } from '../../_shared/store/records';
import { currentSeason, forCollege } from '../../_shared/season/season';
import { rulesOf } from '../../_shared/season/rules-of';
import { takeWay } from '../../_shared/transfers/take-way';
import { toTransferView } from '../../_shared/transfers/view';
import { receiversFor } from './receivers';
import { newUpload, putUpload } from './upload-folder';

/** What the way must not hold is not even kept as a file. */
const removeForbidden = async ({ files }: Ports, transfer: Transfer): Promise<void> => {
  const { droppedFiles } = transfer;
  if (!mayHold(rulesOf(transfer).route, 'screenshots') && droppedFiles.length > 0)
    await files.remove(droppedFiles);
};

type Step = Extract<TransferStep, 'choose-way' | 'change-situation'>;

const choosing = (step: Step): EarlyReader<'graduate', 'chooseWay', OwnerCaller> =>
  readingEarly(currentSeason, async (ports, { caller, request }, current) => {
    if (!current.isOpen) return fail('SEASON_NOT_OPEN');
    const { seasonId = current.id, ...choice } = request;
    if (seasonId !== current.id) return fail('TRANSFER_SEASON_CHANGED');
    const { member } = caller;
    const actor = asThemselves(caller);
    const season = forCollege(current, member.collegeId);
    let folder: string | undefined;
    const withFirst = async (tx: Transaction, rule: RouteRule): Promise<void> => {
      const upload = newUpload(ports, member._id);
      const isGiven = mayHold(rule, 'screenshots') && (await putUpload(tx, member, upload)).ok;
      folder = isGiven ? upload.folder : undefined;
    };
    const done = await takeWay(ports, { ...choice, member, actor, season, step, withFirst });
    if (!done.ok) return done;
    await removeForbidden(ports, done.data);
    const [transfer, receivers] = await Promise.all([
      toTransferView(ports, done.data),
      receiversFor(ports, done.data),
    ]);
    return ok({ transfer, receivers, ...(folder === undefined ? {} : { folder }) });
  });

/** Begins the transfer of this season, or takes another way while that is still open. */
export const chooseWay = choosing('choose-way');

/** “我的情况变了”: closes what is under way as withdrawn and begins with another way. */
export const changeSituation: EarlyReader<'graduate', 'changeSituation', OwnerCaller> =
  choosing('change-situation');
