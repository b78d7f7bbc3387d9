import type { CorrectionKind } from '../../../miniprogram/domain/people/corrections';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { RETENTION } from '../../_shared/kernel/retention';
import type { Transaction } from '../../_shared/store/ports';
import type { Correction } from '../../_shared/store/records';

type Before = Partial<
  Pick<Correction, 'memberId' | 'members' | 'correctedTo' | 'branch' | 'into' | 'memberIds' | 'collegeName'>
>;

export interface Corrected {
  readonly kind: CorrectionKind;
  readonly collegeId: string;
  /** The record that is put right, with the version it had; makes the id. */
  readonly subject: { readonly _id: string; readonly version: number };
  readonly before: Before;
}

/** The same correction done in two goes is one. */
export const correctionIdOf = ({ kind, subject: { _id, version } }: Pick<Corrected, 'kind' | 'subject'>) =>
  `x-${kind}:${_id}:${version}`;

/** To be called in the transaction that puts something right: what it was, so that it can be taken back. */
export const putCorrection = (
  tx: Transaction,
  { account }: Pick<CollegeCaller, 'account'>,
  corrected: Corrected,
  at: number,
): void => {
  const { kind, collegeId, before } = corrected;
  tx.put('corrections', {
    _id: correctionIdOf(corrected),
    recordVersion: 1,
    collegeId,
    kind,
    accountId: account._id,
    memberId: null,
    members: [],
    branch: null,
    into: null,
    memberIds: [],
    collegeName: null,
    ...before,
    at,
    undoneAt: null,
    expiresAt: at + RETENTION.corrections.ms,
  });
};
