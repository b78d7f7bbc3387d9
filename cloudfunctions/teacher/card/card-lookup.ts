import type { Response } from '../../../miniprogram/domain/contract';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { cardGaps, readPass } from '../../_shared/card-pass';
import type { UseCase } from '../../_shared/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/identity';
import { normaliseCode } from '../../_shared/normalise';
import { PAGING } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import { memberIdOf, transferIdOf } from '../../_shared/record-ids';
import type { Member, Transfer } from '../../_shared/records';
import { currentSeason } from '../../_shared/season';

type CardPerson = Response<'teacher', 'cardLookup'>['people'][number];

const lastAt = (transfer: Transfer | undefined, step: string): number | null =>
  [...(transfer?.timeline ?? [])].reverse().find((entry) => entry.step === step)?.at ?? null;

const toCardPerson = (member: Member, transfer: Transfer | undefined): CardPerson => {
  const missing = cardGaps(transfer);
  return {
    memberId: member._id,
    name: member.name,
    studentNumber: member.studentNumber,
    branchName: member.branchName,
    transferId: transfer?._id ?? null,
    version: transfer?.version ?? null,
    state: transfer?.state ?? null,
    missing,
    ready: missing.every((gap) => gap === 'screenshot'),
    acceptedAt: lastAt(transfer, 'report-accepted'),
    doneAt: transfer?.state === 'completed' ? lastAt(transfer, 'complete') : null,
  };
};

const byToken = async (
  { store, signer, clock }: Ports,
  caller: CollegeCaller,
  token: string,
): Promise<Result<CardPerson[]>> => {
  const pass = readPass(signer, token, clock.now());
  if (!pass.ok) return pass;
  const transfer = await store.get('transfers', pass.data);
  const member = transfer && (await store.get('members', transfer.memberId));
  return member && mayActFor(caller, member.collegeId)
    ? ok([toCardPerson(member, transfer)])
    : fail('NOT_FOUND', 'token');
};

/** By student number, or by the whole name; one more than a page when there are more. */
const membersNamed = async ({ store }: Ports, caller: CollegeCaller, search: string): Promise<Member[]> => {
  const scope = caller.role === 'committee' ? {} : { collegeId: caller.scopeId };
  const [numbered, named] = await Promise.all([
    store.get('members', memberIdOf(normaliseCode(search))),
    store.find('members', { where: { ...scope, name: search }, limit: PAGING.cardSearch + 1 }),
  ]);
  const own = numbered && mayActFor(caller, numbered.collegeId) ? [numbered] : [];
  return [...own, ...named.filter(({ _id }) => _id !== numbered?._id)];
};

/** Finds whoever stands at the desk, with what is still missing. */
export const cardLookup: UseCase<'teacher', 'cardLookup', CollegeCaller> = async (
  ports,
  { caller, request },
) => {
  const now = ports.clock.now();
  if ('token' in request) {
    const found = await byToken(ports, caller, request.token);
    return found.ok ? ok({ people: found.data, more: false, now }) : found;
  }
  const [season, members] = await Promise.all([
    currentSeason(ports),
    membersNamed(ports, caller, request.search),
  ]);
  const shown = members.slice(0, PAGING.cardSearch);
  const ids = shown.map(({ _id }) => transferIdOf(season.id, _id));
  const transfers = new Map(
    (await ports.store.getMany('transfers', ids)).map((transfer) => [transfer.memberId, transfer]),
  );
  const people = shown.map((member) => toCardPerson(member, transfers.get(member._id)));
  return ok({ people, more: members.length > shown.length, now });
};
