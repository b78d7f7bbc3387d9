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
    const year = seasonYearOf(id);
    const before = await tx.get('seasons', id);
    const answered = withAnswers(before, rulebook, choices);
    if (!answered.ok) return answered;
    const held = answered.data;
    const deadlineAt = year === null ? nextSeasonDeadline(held, now) : seasonDeadlineOf(held, year);
    const { version = 0, deadlineOverridden = false, quietHours = null, announcement = null } = before ?? {};
    const { colleges = [] } = before ?? {};
    tx.put('seasons', {
      _id: id,
      recordVersion: 5,
      name,
      rulebookId: held.id,
      deadlineAt: before && deadlineOverridden ? before.deadlineAt : deadlineAt,
      openedAt: now,
      version: version + 1,
      deadlineOverridden,
      quietHours,
      announcement,
      colleges,
      purgedAt: null,
    });
    const actor = actingAs(account, role);
    putAudit(tx, {
      subjectId: `season-${id}`,
      key: now,
      action: 'open-season',
      actor,
      at: now,
      facts: { rulebookId: held.id, ...checked.data },
    });
    return ok({ deadlineAt });
  });
};
