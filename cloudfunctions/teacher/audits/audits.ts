import type { Parsed, Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { memberByNumber, membersByName } from '../../_shared/people/find-people';
import { AUDITS } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Query } from '../../_shared/store/ports';
import { auditOrderOf } from '../../_shared/store/record-ids';
import type { RecordOf } from '../../_shared/store/records';

type Filter = Parsed<'teacher', 'audits'>;
type Audit = RecordOf<'audits'>;
type Where = Query<'audits'>['where'];
type EntryView = Response<'teacher', 'audits'>['entries'][number];

/** Several people may have one name; a student number names one. */
const membersFor = async (ports: Ports, search: string): Promise<string[]> => {
  const [byNumber, namesakes] = await Promise.all([
    memberByNumber(ports, search),
    membersByName(ports, search, AUDITS.namesakes),
  ]);
  return (byNumber ? [byNumber] : namesakes).map(({ _id }) => _id);
};

/** What leads into an index: the person if one is named, else the kind. */
const wheresFor = async (ports: Ports, { person, kind }: Filter): Promise<Where[]> => {
  if (person === undefined) return [kind === undefined ? {} : { kind }];
  if (person.by === 'actor') return [{ 'actor.accountId': person.actorId }];
  const ids = person.by === 'member' ? [person.memberId] : await membersFor(ports, person.search);
  return ids.map((memberId) => ({ memberId }));
};

interface Look {
  readonly page: readonly Audit[];
  readonly next: string | null;
}

/** One look at what comes after the cursor, newest first. */
const lookAt = async (ports: Ports, filter: Filter): Promise<Look> => {
  const { cursor, until, from = 0 } = filter;
  const before = cursor ?? (until === undefined ? undefined : auditOrderOf(until, ''));
  const range = before === undefined ? {} : { order: { lt: before } };
  const wheres = await wheresFor(ports, filter);
  const found = await Promise.all(
    wheres.map((where) =>
      ports.store.find('audits', {
        where: { ...where, ...range },
        orderBy: ['order', 'desc'],
        limit: AUDITS.page + 1,
      }),
    ),
  );
  const sorted = found.flat().sort((a, b) => (a.order < b.order ? 1 : -1));
  const page = sorted.slice(0, AUDITS.page);
  const last = page[page.length - 1];
  const hasMore = sorted.length > page.length && last !== undefined && last.at >= from;
  return { page: page.filter(({ at }) => at >= from), next: hasMore ? last.order : null };
};

const withNames = async ({ store }: Ports, page: readonly Audit[]): Promise<EntryView[]> => {
  const idsOf = (pick: (entry: Audit) => string | null): string[] => [
    ...new Set(page.flatMap((entry) => pick(entry) ?? [])),
  ];
  const [accounts, members] = await Promise.all([
    store.getMany(
      'accounts',
      idsOf(({ actor }) => actor.accountId),
    ),
    store.getMany(
      'members',
      idsOf(({ memberId }) => memberId),
    ),
  ]);
  const actorNames = new Map(accounts.map(({ _id, name }) => [_id, name]));
  const byId = new Map(members.map((member) => [member._id, member]));
  return page.map(({ _id: id, at, kind, action, actor, memberId, facts }) => {
    const member = memberId === null ? undefined : byId.get(memberId);
    const { role, accountId: actorId } = actor;
    return {
      id,
      at,
      kind,
      action,
      role,
      actorId,
      actorName: actorId === null ? null : (actorNames.get(actorId) ?? null),
      memberId: member?._id ?? null,
      memberName: member?.name ?? null,
      branchName: member?.branchName ?? null,
      facts: Object.fromEntries(Object.entries(facts).filter(([key]) => !key.endsWith('Sealed'))),
    };
  });
};

/** The audit of the whole university, by person, kind and time. */
export const audits: EarlyReader<'teacher', 'audits', CollegeCaller> = readingEarly(
  lookAt,
  async (ports, { request }, { page, next }) => {
    // With a person the index has led to them; the kind is looked at entry by entry.
    const shown = page.filter(({ kind }) => request.kind === undefined || kind === request.kind);
    return ok({ entries: await withNames(ports, shown), next, now: ports.clock.now() });
  },
);
