import { nextSeasonDeadline, seasonDeadlineOf } from '../../../miniprogram/domain/rules/deadline';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { checkSeasonId, seasonYearOf } from '../../../miniprogram/domain/rules/season-rules';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import {
  choicesIn,
  shippedIdOf,
  withChoices,
  type Choice,
} from '../../../miniprogram/domain/rules/rulebook/chosen';
import { offeredRulebook } from '../../../miniprogram/rulebooks';
import { putAudit } from '../../_shared/events/audit';
import type { Season } from '../../_shared/store/records';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { openSeasonOf } from '../../_shared/season/season';
import { checkText } from '../../_shared/platform/text-check';

/** Opened again under the rulebook it has, a season keeps the answers it was given, unless others are. */
const withAnswers = (
  before: Season | undefined,
  rulebook: Rulebook,
  choices: readonly Choice[] | undefined,
): Result<Rulebook> => {
  const isSame = before !== undefined && shippedIdOf(before.rulebookId) === rulebook.id;
  return withChoices(rulebook, choices ?? (isSame ? choicesIn(before.rulebookId) : []));
};

/** The record of a season that is opened now; what a college or the committee set before stays. */
const openedNow = (
  id: string,
  name: string,
  rulebook: Rulebook,
  { before, now }: { before: Season | undefined; now: number },
): Season => {
  const year = seasonYearOf(id);
  const deadlineAt = year === null ? nextSeasonDeadline(rulebook, now) : seasonDeadlineOf(rulebook, year);
  return {
    _id: id,
    recordVersion: 5,
    name,
    rulebookId: rulebook.id,
    deadlineAt: before?.deadlineOverridden ? before.deadlineAt : deadlineAt,
    openedAt: now,
    version: (before?.version ?? 0) + 1,
    deadlineOverridden: before?.deadlineOverridden ?? false,
    quietHours: before?.quietHours ?? null,
    announcement: before?.announcement ?? null,
    colleges: before?.colleges ?? [],
    purgedAt: null,
  };
};

/**
 * Opens the next season, or changes the open one's name and rulebook. Its id is the year of its deadline.
 * Reminders go by it from then on.
 */
export const openSeason: UseCase<'teacher', 'openSeason', CollegeCaller> = async (
  ports,
  { caller: { account, role }, request: { id, name, rulebookId, choices } },
) => {
  const { store, clock } = ports;
  const rulebook = offeredRulebook(rulebookId);
  if (!rulebook) return fail('RULEBOOK_UNKNOWN', 'rulebookId');
  const { stored: open } = await openSeasonOf(ports);
  const inOrder = checkSeasonId(id, rulebook, open?._id ?? null, clock.now());
  if (!inOrder.ok) return inOrder;
  const checked = await checkText(ports, account, 'name', [name]);
  if (!checked.ok) return checked;
  return store.transact(async (tx) => {
    const now = clock.now();
    const before = await tx.get('seasons', id);
    const answered = withAnswers(before, rulebook, choices);
    if (!answered.ok) return answered;
    const season = openedNow(id, name, answered.data, { before, now });
    tx.put('seasons', season);
    const actor = actingAs(account, role);
    putAudit(tx, {
      subjectId: `season-${id}`,
      key: now,
      action: 'open-season',
      actor,
      at: now,
      facts: { rulebookId: season.rulebookId, ...checked.data },
    });
    return ok({ deadlineAt: season.deadlineAt });
  });
};
