/** Where people stand, as far as reminders care: read for many at once, at the moment it is asked. */
import type { RemindedTransfer, Standing } from '../../../../miniprogram/domain/reminding/reminders';
import { UNANSWERED_RESETS } from '../../../../miniprogram/domain/transfer/reset-states';
import { chunks } from '../../kernel/chunks';
import type { HasStore } from '../../store/ports';
import { memberOfSubject } from '../../store/record-ids';
import type { Mark, Member, Transfer } from '../../store/records';
import { keepingIn } from '../../season/keeping-in';
import { startDeadline } from '../../season/start-deadline';
import { standingIn } from '../../season/standing-in';
import { isFreedByAge } from '../../season/freed-by-age';
import {
  forCollege,
  rulebookNamed,
  withSeason,
  type CollegeSeason,
  type CurrentSeason,
} from '../../season/season';

/** Looked up at once; nobody has more than a few transfers. */
const AT_ONCE = 250;
const MOST = 1000;

const remindedOf = (transfer: Transfer, season: CollegeSeason): RemindedTransfer => {
  const { _id: id, attempt, state, waitsFor, deadlineAt, waitingSince, rulebookId } = transfer;
  const rules = withSeason(rulebookNamed(rulebookId), season);
  const keeping = keepingIn(transfer);
  return { id, attempt, state, waitsFor, deadlineAt, waitingSince, keeping, rules };
};

/** What is stored of somebody that reminders hang on. */
interface Known {
  readonly member: Member;
  readonly mark: Mark | undefined;
  readonly transfers: readonly Transfer[];
  readonly waitsForCode: boolean;
}

export interface Person extends Known {
  readonly standing: Standing;
}

/** @param season as it holds in the person's college */
export const standingOf = (
  { member, mark, transfers, waitsForCode }: Known,
  season: CollegeSeason,
): Standing => {
  const rules = withSeason(rulebookNamed(season.rulebookId), season);
  // One that ended with an earlier season says nothing about this one.
  const standing = transfers.filter((transfer) => standingIn(season.id, transfer) !== undefined);
  const [latest] = [...standing].sort((a, b) => b.waitingSince - a.waitingSince);
  return {
    memberId: member._id,
    isFreed: isFreedByAge(member, mark, rules.ageLimit),
    waitsForCode,
    transfers: standing.map((transfer) => remindedOf(transfer, season)),
    season: { id: season.id, deadlineAt: startDeadline(season, latest), rules },
  };
};

/** As far as one transfer alone tells. */
export const standingOfTransfer = (transfer: Transfer, season: CollegeSeason): Standing => ({
  memberId: transfer.memberId,
  isFreed: false,
  waitsForCode: false,
  transfers: [remindedOf(transfer, season)],
  season: {
    id: season.id,
    deadlineAt: season.deadlineAt,
    rules: withSeason(rulebookNamed(season.rulebookId), season),
  },
});

/** By person; `unreadable` are those of whom something is there that cannot be read. */
interface Standings {
  readonly people: ReadonlyMap<string, Person>;
  readonly unreadable: ReadonlySet<string>;
}

const readSome = async (
  ports: HasStore,
  members: readonly Member[],
  season: CurrentSeason,
): Promise<Standings> => {
  const { store } = ports;
  const ids = members.map(({ _id }) => _id);
  const asked = { memberId: { in: ids }, state: { in: UNANSWERED_RESETS } };
  const [marks, transfers, requests] = await Promise.all([
    store.lookUp('marks', ids),
    store.lookFor('transfers', { where: { memberId: { in: ids } }, limit: MOST }),
    store.find('resetRequests', { where: asked, limit: MOST }),
  ]);
  const markOf = new Map(marks.records.map((mark) => [mark._id, mark]));
  const waiting = new Set(requests.map(({ memberId }) => memberId));
  const people = members.map((member): [string, Person] => {
    const known = {
      member,
      mark: markOf.get(member._id),
      transfers: transfers.records.filter(({ memberId }) => memberId === member._id),
      waitsForCode: waiting.has(member._id),
    };
    return [member._id, { ...known, standing: standingOf(known, forCollege(season, member.collegeId)) }];
  });
  const owners = [...transfers.unreadable.keys()].flatMap((id) => memberOfSubject(id) ?? []);
  return { people: new Map(people), unreadable: new Set([...marks.unreadable.keys(), ...owners]) };
};

/** Where these people stand, in three requests for each 250 of them. */
export const readStandings = async (
  ports: HasStore,
  members: readonly Member[],
  season: CurrentSeason,
): Promise<Standings> => {
  const parts = await Promise.all(chunks([...members], AT_ONCE).map((some) => readSome(ports, some, season)));
  return {
    people: new Map(parts.flatMap(({ people }) => [...people])),
    unreadable: new Set(parts.flatMap(({ unreadable }) => [...unreadable])),
  };
};
