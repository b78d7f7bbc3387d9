import { isSealed, pickFields } from '../../../domain/rules/fields/catalogue';
import { routeOf, wayOf } from '../../../domain/rules/rulebook/index';
import { rulebookOf } from '../../../rulebooks/index';
import { isNewerOnPhone, readStoredDraft, type Draft, type StoredDraft } from '../../../services/draft-store';
import { readPreFlight } from '../../../services/pre-flight-answers';
import { ownRulebookId, type HomeResponse } from '../../../services/own-transfer';
import { restoreShots } from './shots';
import { typedTime } from './start-time';
import type { Work } from './work';

export type Transfer = NonNullable<HomeResponse['transfer']>;

/** What the phone kept of this very attempt; null when that was another one. */
const storedFor = ({ id, attempt, wayId, routeId }: Transfer) => {
  const stored = readStoredDraft();
  const same =
    stored?.transferId === id &&
    stored.attempt === attempt &&
    stored.wayId === wayId &&
    stored.routeId === routeId;
  return same ? stored : null;
};

/**
 * The submission before this one, as a start. What the school sends back is mended and still the same request on the
 * system: its time stays. After the receiver or the system ended it, a new request has a time of its own.
 */
const lastTime = ({ state, fields }: Transfer): Draft => {
  if (state === 'returned') return fields;
  const { initiatedAt: _over, ...rest } = fields;
  return rest;
};

/** The phone's draft with the secrets only the cloud keeps. */
const onPhone = ({ draft }: StoredDraft, inCloud: Draft): Draft => ({
  ...draft,
  ...pickFields(inCloud, isSealed),
});

/** The branch and the college one leaves: neither takes one in. */
const ownOf = ({ member }: HomeResponse): Work['own'] => ({
  ownBranch: member.branchName,
  ownCollege: member.collegeName,
});

/** Begins on the newer of the phone's and the cloud's draft, else on the last submission. */
export const workOf = (home: HomeResponse, transfer: Transfer): Work | undefined => {
  const rulebook = rulebookOf(ownRulebookId(home));
  const way = rulebook && wayOf(rulebook, transfer.wayId);
  const route = rulebook && routeOf(rulebook, transfer.wayId, transfer.routeId);
  if (!rulebook || !way || !route) return undefined;
  const kept = storedFor(transfer);
  const stored = kept && isNewerOnPhone(kept, transfer.draftSavedAt) ? kept : null;
  const inCloud = Object.keys(transfer.draft).length > 0 ? transfer.draft : lastTime(transfer);
  const draft = stored ? onPhone(stored, inCloud) : inCloud;
  return {
    rulebook,
    way,
    route,
    draft,
    time: typedTime(draft.initiatedAt),
    shots: restoreShots(
      stored?.shots ?? null,
      transfer.state === 'refused' && !stored ? [] : transfer.screenshots,
      kept?.waiting ?? [],
    ),
    keptName: kept?.keptName ?? '',
    own: ownOf(home),
    receivers: [],
    preFlight: readPreFlight(),
    seasonOpenedAt: home.season.openedAt,
    isContactUnreadable: transfer.contactUnreadable ?? false,
  };
};
