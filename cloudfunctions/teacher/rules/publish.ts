import { MINUTE_MS } from '../../../miniprogram/domain/calendar/china-time';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { EVERYBODY, type Overlay } from '../../../miniprogram/domain/rules/overlay/edition';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { putAudit } from '../../_shared/events/audit';
import { actingAs, type ActingPerson } from '../../_shared/kernel/actor';
import type { Ports } from '../../_shared/platform/ports';
import { checkText } from '../../_shared/platform/text-check';
import { overlayIn } from '../../_shared/season/edits';
import { forgetPublished, keepPublished } from '../../_shared/season/published';
import { currentSeason } from '../../_shared/season/season';
import { ruleVersionIdOf } from '../../_shared/store/record-ids';
import type { Transaction } from '../../_shared/store/ports';
import type { RuleSet } from '../../_shared/store/records';
import { settle } from '../../_shared/transfers/settle';
import { collegeSets } from './colleges';
import { judged, levelOf, refitted } from './judge';
import { groundFor, loadRules, setIdFor, storedSet, toSetView } from './load';

/** WeChat takes 2500 characters at once. */
const TEXT_AT_ONCE = 2400;

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Words that were not published before, in parts WeChat takes. */
const newTexts = (before: Overlay, after: Overlay): string[] => {
  const old = new Set(before.flatMap(({ value }) => textsIn(value)));
  const fresh = after.flatMap(({ value }) => textsIn(value)).filter((text) => !old.has(text));
  const whole = fresh.join('\n');
  const parts = Math.ceil(whole.length / TEXT_AT_ONCE);
  return Array.from({ length: parts }, (_, index) =>
    whole.slice(index * TEXT_AT_ONCE, (index + 1) * TEXT_AT_ONCE),
  );
};

interface Version {
  readonly before: RuleSet;
  readonly overlay: Overlay;
  readonly revertOf: number | null;
  readonly actor: ActingPerson;
  readonly now: number;
}

/** The next version of a scope, with its audit. */
const putVersion = (tx: Transaction, { before, overlay, revertOf, actor, now }: Version): RuleSet => {
  const { scopeId, shippedId } = before;
  const number = before.number + 1;
  const edits = overlay.map(({ path, value }) => ({ path, value }));
  const after: RuleSet = {
    ...before,
    version: before.version + 1,
    number,
    edits,
    publishedAt: now,
    draft: null,
  };
  tx.put('ruleSets', after);
  tx.put('ruleVersions', {
    _id: ruleVersionIdOf(scopeId, shippedId, number),
    recordVersion: 1,
    scopeId,
    shippedId,
    number,
    edits,
    at: now,
    revertOf,
  });
  putAudit(tx, {
    subjectId: `rules-${before._id}`,
    key: number,
    action: revertOf === null ? 'publish-rules' : 'revert-rules',
    actor,
    at: now,
    facts: { scopeId, number, changes: edits.length, ...(revertOf === null ? {} : { revertOf }) },
  });
  return after;
};

const checkTexts = async (
  ports: Ports,
  { account }: CollegeCaller,
  texts: readonly string[],
): Promise<Result<undefined>> => {
  for (const text of texts) {
    const checked = await checkText(ports, account, 'edits', [text]);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
};

/**
 * Publishes a version: compare-and-set, audited, effective at once here and within a minute on every other instance.
 * What colleges have changed themselves and no longer fits is taken back in the same transaction. Transfers whose last
 * step is removed are completed as far as there is time; the timer completes the others once every instance goes by the
 * new version.
 */
export const publishRules: EarlyReader<'teacher', 'publishRules', CollegeCaller> = readingEarly(
  currentSeason,
  async (ports, { caller, request: { version, edits, revertOf = null } }, season) => {
    const { store, clock } = ports;
    const { account, role, scopeId } = caller;
    const [{ set, lower }, colleges] = await Promise.all([
      loadRules(ports, caller, season),
      scopeId === EVERYBODY ? collegeSets(ports, season) : [],
    ]);
    const draft = overlayIn(edits);
    const checked = await checkTexts(ports, caller, newTexts(overlayIn(set.edits), draft));
    if (!checked.ok) return checked;
    const done = await store.transact(async (tx): Promise<Result<RuleSet>> => {
      const now = clock.now();
      const before = storedSet(await tx.get('ruleSets', setIdFor(season, scopeId)), season, scopeId);
      if (before.version !== version) return fail('CONFLICT');
      const published = overlayIn(before.edits);
      const fit = judged(groundFor(season, lower), { published, draft, level: levelOf(scopeId) });
      if (!fit.ok) return fit;
      const { overlay } = fit.data;
      const actor = actingAs(account, role);
      const ids = colleges.map(({ _id }) => _id);
      for (const one of refitted(season, overlay, await tx.getMany('ruleSets', ids)))
        putVersion(tx, { before: one.set, overlay: one.overlay, revertOf: null, actor, now });
      const settling = { ...before, settleAt: now + MINUTE_MS };
      return ok(putVersion(tx, { before: settling, overlay, revertOf, actor, now }));
    });
    if (!done.ok) return done;
    forgetPublished();
    await keepPublished(ports);
    const settled = await settle(ports, scopeId);
    return ok({ ...toSetView(done.data), ...settled, now: clock.now() });
  },
);
