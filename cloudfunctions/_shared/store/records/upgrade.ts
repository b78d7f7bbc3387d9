/**
 * Records of earlier releases, brought forward. Every read passes through here, so a use case only knows the present
 * shape; `npm run admin -- migrate` writes it back, because queries look at what is stored.
 */
import * as v from 'valibot';
import { auditKindOf } from '../../../../miniprogram/domain/people/audit';
import { coveringNight } from '../../../../miniprogram/domain/calendar/quiet-hours';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
import { STEP_OF_STATE } from '../../../../miniprogram/domain/people/people-step';
import { cleanLine } from '../../../../miniprogram/domain/text/clean-text';
import { keysOfMember, placeKey } from '../../../../miniprogram/domain/text/keys';
import type { CollectionName } from '../collections';
import { CODES, SIGN_IN } from '../../kernel/policy';
import { deadlineDayOf, queueKeyOf } from './transfer-place';
import { enterLifecycle } from './upgrade-transfer';
import { tickCard } from './upgrade-offline';
import { auditOrderOf, memberOfSubject } from '../record-ids';

type Document = Readonly<Record<string, unknown>>;

/** From one version to the next: a pure function of the record alone. */
type Step = (document: Document) => Document;

const placeless = v.object({
  _id: v.string(),
  state: v.picklist(TRANSFER_STATES),
  deadlineAt: v.nullable(v.number()),
  waitingSince: v.number(),
});

/** Version 2: its place in queues, the day its clock ends on, and files it has let go of. */
const placeTransfer: Step = (document) => {
  const transfer = v.parse(placeless, document);
  const placed = { queueKey: queueKeyOf(transfer), deadlineDay: deadlineDayOf(transfer) };
  return { ...document, droppedFiles: [], ...placed };
};

const unsorted = v.object({ _id: v.string(), at: v.number(), subjectId: v.string(), action: v.string() });

/** Version 2: what the committee finds an entry by. */
const sortAudit: Step = (document) => {
  const { _id, at, subjectId, action } = v.parse(unsorted, document);
  const kind = auditKindOf(action);
  return { ...document, order: auditOrderOf(at, _id), kind, memberId: memberOfSubject(subjectId) };
};

/** Version 3: an entry says whether it is still to be told; what was to be told of earlier ones lies in the journal. */
const needNotBeTold: Step = (document) => ({ ...document, tellAt: null });

const told = v.looseObject({ accountId: v.string(), channel: v.optional(v.string(), 'subscribe') });
const ROBOT_OF = /^robot:(.+)$/;

/** Version 2: the channel stands in a field; before, the account's prefix said that a college's group is told. */
const nameChannel: Step = (document) => {
  const { accountId, channel } = v.parse(told, document);
  const collegeId = ROBOT_OF.exec(accountId)?.[1];
  return {
    ...document,
    ...(collegeId === undefined ? { channel } : { accountId: collegeId, channel: 'wecom' }),
  };
};

/** Version 2: no college had settings of its own. */
const giveColleges: Step = (document) => ({ ...document, colleges: {} });

const numbered = v.object({ studentNumber: v.string(), name: v.string() });
const named = v.object({ name: v.string() });

/** Version 2: what a person is looked up by. Number and name stay as they are until the roster writes them anew. */
const keyMember: Step = (document) => {
  const { studentNumber, name } = v.parse(numbered, document);
  return { ...document, ...keysOfMember({ studentNumber, name }) };
};

/** Version 2: what a college or branch is looked up by, and its name without what nobody sees. */
const keyPlace: Step = (document) => {
  const { name } = v.parse(named, document);
  return { ...document, name: cleanLine(name), nameKey: placeKey(name) };
};

const hours = v.nullable(v.object({ from: v.number(), to: v.number() }));
const quietSettings = v.object({
  quietHours: v.optional(hours, null),
  colleges: v.array(v.looseObject({ quietHours: v.optional(hours, null) })),
});

/** Version 5: the timer sleeps at night, so that quiet hours contain the night whatever 1.0 had let somebody set. */
const coverNight: Step = (document) => {
  const { quietHours, colleges } = v.parse(quietSettings, document);
  const covered = (quiet: typeof quietHours) => quiet && coveringNight(quiet);
  return {
    ...document,
    quietHours: covered(quietHours),
    colleges: colleges.map((own) => ({ ...own, quietHours: covered(own.quietHours) })),
  };
};

const settingsById = v.object({ colleges: v.record(v.string(), v.looseObject({})) });

/** Version 3: settings of colleges as rows, no longer under the college's id. */
const listColleges: Step = (document) => {
  const { colleges } = v.parse(settingsById, document);
  const rows = Object.entries(colleges).map(([collegeId, own]) => ({ ...own, collegeId }));
  return { ...document, colleges: rows };
};

const ruled = v.object({ rulebookId: v.string() });

/** What `national-2024` said, as answers of the rulebook that took its place. */
const ANSWERS_OF_2024 = 'national-2022~deadline.june~timeouts.ten-days~letter.on-request';

/** Version 4: a season of `national-2024` goes on by the rulebook that took its place. Its transfers keep theirs. */
const leave2024: Step = (document) =>
  v.parse(ruled, document).rulebookId === 'national-2024'
    ? { ...document, rulebookId: ANSWERS_OF_2024 }
    : document;

/** Version 3: sizes of branches stood under their ids; they are counted anew. */
const forgetSizes: Step = ({ branchSizes: _gone, ...document }) => document;

const counts = v.record(v.string(), v.number());
const countsByKey = v.object({ cells: counts, deadlines: counts, submitted: counts, arrived: counts });

/** Version 2: counters as rows; before, the cell was `branchId|state|wayId` and the day `d20948`. */
const listCounters: Step = (document) => {
  const { cells, ...days } = v.parse(countsByKey, document);
  const rows = Object.entries(cells).map(([key, count]) => {
    const [branchId, state, wayId] = key.split('|');
    return { branchId, state, wayId, count };
  });
  const perDay = (counters: typeof cells) =>
    Object.entries(counters).map(([key, count]) => ({ day: Number(key.slice(1)), count }));
  return {
    ...document,
    cells: rows,
    deadlines: perDay(days.deadlines),
    submitted: perDay(days.submitted),
    arrived: perDay(days.arrived),
  };
};

const celled = v.object({
  cells: v.array(v.object({ branchId: v.string(), state: v.picklist(TRANSFER_STATES), count: v.number() })),
});
const PAST_THE_COLLEGE = ['receiver', 'card', 'done'];

/** Version 3: of whom the college has done its part, as near as the states tell it; `admin migrate` counts them anew. */
const countDecided: Step = (document) => {
  const past = v
    .parse(celled, document)
    .cells.filter(({ state }) => PAST_THE_COLLEGE.includes(STEP_OF_STATE[state]));
  const branches = [...new Set(past.map(({ branchId }) => branchId))];
  const decided = branches.map((branchId) => ({
    branchId,
    count: past.reduce((sum, cell) => sum + (cell.branchId === branchId ? cell.count : 0), 0),
  }));
  return { ...document, decided };
};

/** Version 4: whether a record waits for the college its counters did not know; `admin migrate` counts them anew. */
const clearDesk: Step = (document) => ({ ...document, onDesk: [], desk: 0 });

/** Version 2: shards that steps moved; nobody moves or reads one any more, and `admin migrate` removes them. */
const countAsOf: Step = ({ shard: _gone, ...document }) => ({ ...document, countedFor: null, asOf: 0 });

const countedTogether = v.object({
  tries: v.number(),
  firstAt: v.number(),
  lockedUntil: v.nullable(v.number()),
});

/** Version 2: tries told apart by the other side; whose the earlier ones were is not known. */
const tellTriesApart: Step = (document) => {
  const { tries, firstAt, lockedUntil } = v.parse(countedTogether, document);
  return {
    ...document,
    tries: [{ of: 'unknown', count: tries }],
    expiresAt: lockedUntil ?? firstAt + SIGN_IN.lockMs,
  };
};

const unsigned = v.object({ expiresAt: v.number() });

/** Version 2: who issued it, when, and what became of it, as far as it was kept. */
const signInvitation: Step = (document) => {
  const issuedAt = v.parse(unsigned, document).expiresAt - CODES.invitationMs;
  return { ...document, issuedAt, issuedBy: null, usedAt: null, revokedAt: null };
};

/** Version 2: a folder may belong to no member. Those given before all did. */
const keepOwner: Step = (document) => document;

/** Version 2: what is written has let go of its people, who stand on the roster since. */
const forgetExamples: Step = (document) =>
  document['state'] === 'checked' || document['state'] === 'applying'
    ? document
    : { ...document, notes: [], examples: { added: null, updated: null } };
const forgetRows: Step = (document) => (document['state'] === 'done' ? { ...document, rows: [] } : document);

/** The step at index n leads from version n + 1 to n + 2. */
const STEPS: { readonly [C in CollectionName]?: readonly Step[] } = {
  transfers: [placeTransfer, enterLifecycle, tickCard],
  audits: [sortAudit, needNotBeTold],
  notices: [nameChannel],
  seasons: [giveColleges, listColleges, leave2024, coverNight],
  members: [keyMember],
  branches: [keyPlace],
  colleges: [keyPlace, forgetSizes],
  tallies: [listCounters, countDecided, clearDesk],
  headcounts: [countAsOf],
  locks: [tellTriesApart],
  invitations: [signInvitation],
  uploads: [keepOwner],
  rosterRuns: [forgetExamples],
  rosterParts: [forgetRows],
};

const versioned = v.looseObject({ recordVersion: v.pipe(v.number(), v.integer(), v.minValue(1)) });

export const latestVersionOf = (collection: CollectionName): number => 1 + (STEPS[collection]?.length ?? 0);

/** The record in its present shape; undefined for one of a later release, and for one no step can begin with. */
export const upgraded = (collection: CollectionName, data: unknown): unknown => {
  const found = v.safeParse(versioned, data);
  if (!found.success || found.output.recordVersion > latestVersionOf(collection)) return undefined;
  const { recordVersion } = found.output;
  const steps = (STEPS[collection] ?? []).slice(recordVersion - 1);
  try {
    return steps.reduce<Document>(
      (document, step, index) => ({ ...step(document), recordVersion: recordVersion + index + 1 }),
      found.output,
    );
  } catch (error) {
    if (v.isValiError(error)) return undefined;
    throw error;
  }
};
