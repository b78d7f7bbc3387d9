import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { QUEUE_KINDS, type QueueKind } from '../../../miniprogram/domain/people/queue-kinds';
import { subscriptionOf } from '../../_shared/notices/credits';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { PAGING } from '../../_shared/kernel/policy';
import { forCollege, seasonShown } from '../../_shared/season/season';
import { openDesk } from './desk';
import { withNumbers } from './namesakes';
import { openTogether, pageOf, type QueuePage } from './sources';

/** The pages of several kinds as one, most urgent first, cut where the next page begins. */
const merge = (pages: readonly QueuePage[]): Pick<Response<'teacher', 'queue'>, 'items' | 'next'> => {
  const all = pages.flatMap(({ entries }) => entries).sort((a, b) => (a.key < b.key ? -1 : 1));
  const shown = all.slice(0, PAGING.queuePage);
  const next = all.length > shown.length ? (shown[shown.length - 1]?.key ?? null) : null;
  return { items: shown.map(({ item }) => item), next };
};

/** A page of what waits for the college, and how much of each kind there is in all. */
export const queue: EarlyReader<'teacher', 'queue', CollegeCaller> = readingEarly(
  seasonShown,
  async (ports, { caller, request }, season) => {
    const scope = caller.role === 'committee' ? {} : { collegeId: caller.scopeId };
    const desk = openDesk(ports, scope);
    const after = request.cursor;
    const all = request.kind === undefined ? { together: openTogether(ports, { scope, after }) } : {};
    const pages = await Promise.all(
      QUEUE_KINDS.map((kind) => {
        const isWanted = request.kind === undefined || request.kind === kind;
        return pageOf(ports, kind, { scope, season, desk, after, isWanted, ...all });
      }),
    );
    const page = merge(pages);
    const counts = Object.fromEntries(QUEUE_KINDS.map((kind, index) => [kind, pages[index]?.count ?? 0]));
    return ok({
      college: { id: caller.scopeId, name: caller.scopeName },
      ...page,
      items: await withNumbers(ports, page.items),
      counts: counts as Record<QueueKind, number>,
      rulebookId: forCollege(season, caller.role === 'committee' ? null : caller.scopeId).rulebookId,
      subscription: subscriptionOf(ports, caller.account),
      now: ports.clock.now(),
    });
  },
);
