import type { Parsed, Response } from '../../../miniprogram/contract';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { nameKey } from '../../../miniprogram/domain/text/keys';
import {
  cardGaps,
  digitsIn,
  isOfHolder,
  isReady,
  lastAt,
  readPass,
  stampedAt,
} from '../../_shared/transfers/card-pass';
import { paperOf } from '../../_shared/season/paper';
import { toOfflineView } from '../../_shared/transfers/view';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { memberByNumber, membersByName } from '../../_shared/people/find-people';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { memberOfSubject } from '../../_shared/store/record-ids';
import { shownOf } from '../../_shared/transfers/shown';
import { standingOfMany } from '../../_shared/season/standing-in';
import type { Member, Transfer } from '../../_shared/store/records';
import { UnreadableRecord } from '../../_shared/store/records/unreadable';
import { currentSeason } from '../../_shared/season/season';

type CardPerson = Response<'teacher', 'cardLookup'>['people'][number];

const MOST = PAGING.cardSearch + 1;

const toCardPerson = (member: Member, transfer: Transfer | undefined): CardPerson => {
  const missing = cardGaps(transfer);
  return {
    memberId: member._id,
    name: member.name,
    studentNumber: member.studentNumber,
    branchName: member.branchName,
    transferId: transfer?._id ?? null,
    version: transfer?.version ?? null,
    shown: shownOf(transfer),
    missing,
    ready: isReady(missing),
    offline: transfer ? paperOf(transfer).map(toOfflineView) : [],
    acceptedAt: lastAt(transfer, 'report-accepted'),
    doneAt: stampedAt(transfer),
  };
};

/** The transfer a scanned pass stands for, and whose it is: the ids say so. */
const readScanned = async ({ store, signer, clock }: Ports, token: string) => {
  const pass = readPass(signer, token, clock.now());
  if (!pass.ok) return pass;
  const { transferId } = pass.data;
  const memberId = memberOfSubject(transferId) ?? '';
  const [transfer, member, held] = await Promise.all([
    store.get('transfers', transferId),
    store.get('members', memberId),
    store.get('cardCodes', memberId),
  ]);
  if (!isOfHolder(pass.data, held)) return fail('CARD_PASS_EXPIRED', 'token');
  return ok({ transfer, member });
};

/** By student number, by the digits under a QR, or by the whole name; one more than a page when there are more. */
const readSought = async (ports: Ports, search: string) => {
  const { store, clock } = ports;
  const digits = digitsIn(search);
  const [season, numbered, shown, namesakes] = await Promise.all([
    currentSeason(ports),
    memberByNumber(ports, search),
    digits === undefined ? [] : store.find('cardCodes', { where: { digits }, limit: PAGING.cardSearch }),
    membersByName(ports, search, MOST),
  ]);
  const now = clock.now();
  const showing = shown.filter(({ expiresAt }) => expiresAt > now).map(({ _id }) => _id);
  return {
    season,
    found: [...(numbered ? [numbered] : []), ...namesakes],
    showing,
    isAll: namesakes.length < MOST,
  };
};

type Sought = Awaited<ReturnType<typeof readSought>>;

/** Whom the caller may see of those found; of a name that very many bear the own college's are asked for alone. */
const ownOf = async (
  { store }: Ports,
  caller: CollegeCaller,
  search: string,
  { found, isAll }: Sought,
): Promise<Member[]> => {
  const { role, scopeId: collegeId } = caller;
  const more =
    isAll || role === 'committee'
      ? []
      : await store.find('members', { where: { collegeId, nameKey: nameKey(search) }, limit: MOST });
  return [...found, ...more].filter((member) => mayActFor(caller, member.collegeId));
};

const bySearch = async (ports: Ports, caller: CollegeCaller, search: string, sought: Sought) => {
  const { season, showing } = sought;
  const own = await ownOf(ports, caller, search, sought);
  const atTheDesk = await ports.store.getMany('members', showing);
  const all = [...own, ...atTheDesk.filter(({ collegeId }) => mayActFor(caller, collegeId))];
  const found = [...new Map(all.map((member) => [member._id, member])).values()];
  const transfers = await standingOfMany(ports, found, season.id);
  // Of whom nobody can tell what is missing is not shown as somebody who has not begun.
  const members = found.filter((member) => !transfers.isUnreadable(member));
  const [bad] = transfers.unreadable.values();
  if (bad && members.length === 0) throw new UnreadableRecord(bad);
  const shown = members.slice(0, PAGING.cardSearch);
  const people = shown.map((member) => toCardPerson(member, transfers.of(member)));
  return { people, more: members.length > shown.length };
};

type Early =
  | { readonly scanned: Awaited<ReturnType<typeof readScanned>> }
  | { readonly search: string; readonly sought: Sought };

const read = async (ports: Ports, request: Parsed<'teacher', 'cardLookup'>): Promise<Early> =>
  'token' in request
    ? { scanned: await readScanned(ports, request.token) }
    : { search: request.search, sought: await readSought(ports, request.search) };

/** Finds whoever stands at the desk, with what is still missing. */
export const cardLookup: EarlyReader<'teacher', 'cardLookup', CollegeCaller> = readingEarly(
  read,
  async (ports, { caller }, early) => {
    const now = ports.clock.now();
    if ('search' in early) return ok({ ...(await bySearch(ports, caller, early.search, early.sought)), now });
    if (!early.scanned.ok) return early.scanned;
    const { transfer, member } = early.scanned.data;
    if (!transfer || !member || !mayActFor(caller, member.collegeId)) return fail('NOT_FOUND', 'token');
    return ok({ people: [toCardPerson(member, transfer)], more: false, now });
  },
);
