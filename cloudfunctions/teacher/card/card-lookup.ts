import type { Response } from '../../../miniprogram/domain/contract';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { cardGaps, digitsIn, isReady, lastAt, readPass, stampedAt } from '../../_shared/card-pass';
import type { UseCase } from '../../_shared/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/identity';
import { normaliseCode } from '../../_shared/normalise';
import { PAGING } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import { memberIdOf, transferIdOf } from '../../_shared/record-ids';
import type { Member, Transfer } from '../../_shared/records';
import { currentSeason } from '../../_shared/season';

type CardPerson = Response<'teacher', 'cardLookup'>['people'][number];

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
    ready: isReady(missing),
    acceptedAt: lastAt(transfer, 'report-accepted'),
    doneAt: stampedAt(transfer),
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

/** Whoever shows these digits now. */
const membersShowing = async ({ store, clock }: Ports, digits: string): Promise<Member[]> => {
  const shown = await store.find('cardCodes', { where: { digits }, limit: PAGING.cardSearch });
  const now = clock.now();
  const ids = shown.filter(({ expiresAt }) => expiresAt > now).map(({ _id }) => _id);
  return store.getMany('members', ids);
};

/** By student number, by the digits under a QR, or by the whole name; one more than a page when there are more. */
const membersSought = async (ports: Ports, caller: CollegeCaller, search: string): Promise<Member[]> => {
  const { store } = ports;
  const scope = caller.role === 'committee' ? {} : { collegeId: caller.scopeId };
  const digits = digitsIn(search);
  const [numbered, showing, named] = await Promise.all([
    store.get('members', memberIdOf(normaliseCode(search))),
    digits === undefined ? [] : membersShowing(ports, digits),
    store.find('members', { where: { ...scope, name: search }, limit: PAGING.cardSearch + 1 }),
  ]);
  const found = [...(numbered ? [numbered] : []), ...showing, ...named];
  const own = found.filter(({ collegeId }) => mayActFor(caller, collegeId));
  return [...new Map(own.map((member) => [member._id, member])).values()];
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
    membersSought(ports, caller, request.search),
  ]);
  const shown = members.slice(0, PAGING.cardSearch);
  const ids = shown.map(({ _id }) => transferIdOf(season.id, _id));
  const transfers = new Map(
    (await ports.store.getMany('transfers', ids)).map((transfer) => [transfer.memberId, transfer]),
  );
  const people = shown.map((member) => toCardPerson(member, transfers.get(member._id)));
  return ok({ people, more: members.length > shown.length, now });
};
