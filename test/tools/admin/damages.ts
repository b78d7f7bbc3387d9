/** One inconsistency for each row of the check, planted into the small college; each resolves to the id it is found at. */
import type { CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { readRecord } from '../../../cloudfunctions/_shared/store/records';
import { numberKey } from '../../../miniprogram/domain/text/keys';
import type { Environment } from '../../../tools/admin/connect';
import { putDocuments, type Document } from '../../../tools/admin/documents';
import type { Problem } from '../../../tools/admin/findings';
import { OLD_AUDIT, OLD_SEASON, OLD_TRANSFER } from '../../cloudfunctions/support/old-records';
import { START } from './college';

export interface Damage {
  readonly what: string;
  readonly collection: CollectionName | 'files';
  readonly problem: Problem;
  plant(environment: Environment): Promise<string>;
}

const DAY = 86_400_000;
const GONE = 'gone';

const stored = async ({ db }: Environment, collection: CollectionName): Promise<Document[]> =>
  (await db.collection(collection).limit(1000).get()).data as Document[];

type Which = (document: Document) => boolean;

/** Changes the first record that fits. */
const change =
  (collection: CollectionName, which: Which, patch: (document: Document) => object) =>
  async (environment: Environment): Promise<string> => {
    const found = (await stored(environment, collection)).find(which);
    if (!found) throw new Error(`no record of ${collection} fits`);
    await putDocuments(environment.db, collection, [{ ...found, ...patch(found) } as Document]);
    return found._id;
  };

/** Adds a record, in today's shape whatever release wrote it down. */
export const addRecord =
  (collection: CollectionName, document: Document) =>
  async ({ db }: Environment): Promise<string> => {
    await putDocuments(db, collection, [readRecord(collection, document) as unknown as Document]);
    return document._id;
  };

/** Adds another one like one that is there. */
const addLike =
  (collection: CollectionName, patch: object) =>
  async (environment: Environment): Promise<string> => {
    const [found] = await stored(environment, collection);
    const copy = { ...found, _id: `${found?._id}-copy`, ...patch };
    await putDocuments(environment.db, collection, [copy]);
    return copy._id;
  };

/** Puts a file where no record leads. */
const addFile =
  (path: string) =>
  async ({ files }: Environment): Promise<string> => {
    await files.upload(path, Buffer.from('x'));
    return path;
  };

const any: Which = () => true;
const unbound: Which = ({ accountId }) => accountId === null;
const accountNamed =
  (id: string): Which =>
  ({ _id }) =>
    _id === id;
const boundTo =
  (id: string): Which =>
  ({ accountId }) =>
    accountId === id;
const waiting: Which = ({ status, channel }) => status === 'planned' && channel === 'subscribe';

const idOf = async (environment: Environment, collection: CollectionName, which: Which): Promise<string> =>
  (await stored(environment, collection)).find(which)?._id ?? '';

const run = {
  _id: 'run-1',
  recordVersion: 1,
  collegeId: 'c-1',
  collegeName: '光电学院',
  rosterVersion: 1,
  rows: 0,
  badRows: 0,
  badCells: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  newBranches: [],
  examples: { added: null, updated: null },
  skipped: 0,
  createdAt: START - 3 * DAY,
};

const keysOf = (studentNumber: string) => ({ studentNumber, numberKey: numberKey(studentNumber) });

const purgedSeason = { ...OLD_SEASON, _id: '2026', purgedAt: START };

const LINKED: readonly Damage[] = [
  {
    what: 'an account that calls itself somebody who has no account',
    collection: 'accounts',
    problem: 'one-sided',
    plant: async (environment) => {
      const memberId = await idOf(environment, 'members', unbound);
      return addLike('accounts', { _id: 'oStray', memberId, roles: [] })(environment);
    },
  },
  {
    what: 'a person bound to an account that is not there',
    collection: 'members',
    problem: 'one-sided',
    plant: change('members', unbound, () => ({ accountId: 'oNobody' })),
  },
  {
    what: "a person bound to somebody else's account",
    collection: 'members',
    problem: 'one-sided',
    plant: change('members', unbound, () => ({ accountId: 'oGraduate' })),
  },
  {
    what: "a person of another college's branch",
    collection: 'members',
    problem: 'no-branch',
    plant: async (environment) => {
      const other = { _id: 'c-other', name: '别的学院', nameKey: '别的学院', teachers: [] };
      await addLike('colleges', other)(environment);
      const place = { _id: 'b-other', collegeId: 'c-other', secretaries: [] };
      const branchId = await addLike('branches', place)(environment);
      return change('members', unbound, () => ({ branchId }))(environment);
    },
  },
  {
    what: 'a person of a branch that is not there',
    collection: 'members',
    problem: 'no-branch',
    plant: change('members', unbound, () => ({ branchId: GONE })),
  },
  {
    what: 'a secretary whom the branch does not list',
    collection: 'members',
    problem: 'secretary-unlisted',
    plant: async (environment) => {
      await change('branches', any, () => ({ secretaries: [] }))(environment);
      return idOf(environment, 'members', boundTo('oSecretary'));
    },
  },
  {
    what: 'somebody listed as a secretary who is none',
    collection: 'branches',
    problem: 'not-secretary',
    plant: change('branches', any, ({ secretaries }) => ({
      secretaries: [...(secretaries as object[]), { accountId: 'oGraduate', name: '团员1' }],
    })),
  },
  {
    what: 'somebody listed as a secretary whose line does not say so',
    collection: 'branches',
    problem: 'not-secretary',
    plant: async (environment) => {
      await change('members', boundTo('oSecretary'), () => ({ isSecretary: false }))(environment);
      return idOf(environment, 'branches', any);
    },
  },
  {
    what: "somebody listed as another branch's secretary",
    collection: 'branches',
    problem: 'not-secretary',
    plant: addLike('branches', { name: '光电2303团支部', nameKey: '光电2303团支部' }),
  },
  {
    what: 'a person whose line says another season than their transfer',
    collection: 'members',
    problem: 'wrong-season',
    plant: change('members', boundTo('oGraduate'), () => ({ startedIn: '2026' })),
  },
  {
    what: 'a branch of a college that is not there',
    collection: 'branches',
    problem: 'no-college',
    plant: addLike('branches', { collegeId: GONE, secretaries: [] }),
  },
  {
    what: 'somebody listed as a teacher who is none',
    collection: 'colleges',
    problem: 'not-teacher',
    plant: change('colleges', any, () => ({ teachers: [{ accountId: 'oGraduate', name: '团员1' }] })),
  },
  {
    what: 'somebody of the committee listed as a teacher',
    collection: 'colleges',
    problem: 'not-teacher',
    plant: change('colleges', any, () => ({ teachers: [{ accountId: 'oAdministrator', name: '校团委' }] })),
  },
  {
    what: 'a teacher whom the college does not list',
    collection: 'accounts',
    problem: 'teacher-unlisted',
    plant: async (environment) => {
      const scopeId = await idOf(environment, 'colleges', any);
      const role = { role: 'teacher', scopeId, scopeName: '光电学院' };
      return change('accounts', accountNamed('oKeeper'), () => ({ roles: [role] }))(environment);
    },
  },
  {
    what: 'somebody listed in the committee who is not of it',
    collection: 'settings',
    problem: 'not-committee',
    plant: change('settings', any, () => ({ committee: ['oAdministrator', 'oGraduate'] })),
  },
  {
    what: 'somebody of the committee whom it does not list',
    collection: 'accounts',
    problem: 'committee-unlisted',
    plant: change('accounts', accountNamed('oKeeper'), () => ({
      roles: [{ role: 'committee', scopeId: 'all', scopeName: '校团委' }],
    })),
  },
  {
    what: 'a roster run that holds the college and is not there',
    collection: 'colleges',
    problem: 'stuck-roster',
    plant: change('colleges', any, () => ({ rosterRunId: GONE })),
  },
  {
    what: 'a roster run that holds the college and is not being written',
    collection: 'colleges',
    problem: 'stuck-roster',
    plant: async (environment) => {
      const shown = { ...run, state: 'checked', leaseUntil: START, expiresAt: START };
      const rosterRunId = await addRecord('rosterRuns', shown)(environment);
      return change('colleges', any, () => ({ rosterRunId }))(environment);
    },
  },
  {
    what: 'an invitation to a college that is not there',
    collection: 'invitations',
    problem: 'no-college',
    plant: addRecord('invitations', {
      _id: 'i-1',
      recordVersion: 1,
      collegeId: GONE,
      name: '王老师',
      expiresAt: START,
      usedBy: null,
    }),
  },
  {
    what: 'a transfer nobody owns',
    collection: 'transfers',
    problem: 'no-owner',
    plant: async (environment) => {
      await addRecord('seasons', purgedSeason)(environment);
      return addRecord('transfers', { ...OLD_TRANSFER, seasonId: '2026' } as Document)(environment);
    },
  },
  {
    what: 'a transfer under another account than its owner',
    collection: 'transfers',
    problem: 'not-as-owner',
    plant: change('transfers', boundTo('oGraduate'), () => ({ accountId: 'oKeeper' })),
  },
  {
    what: 'a transfer in another college than its owner',
    collection: 'transfers',
    problem: 'not-as-owner',
    plant: async (environment) => {
      await addRecord('seasons', purgedSeason)(environment);
      const owner = (await stored(environment, 'members')).find(boundTo('oGraduate'));
      const place = { accountId: 'oGraduate', branchId: owner?.['branchId'], collegeId: GONE };
      const past = { _id: 't-2026-past', seasonId: '2026', createdAt: 1 };
      const transfer = { ...OLD_TRANSFER, memberId: owner?._id, ...past, ...place };
      return addRecord('transfers', transfer as Document)(environment);
    },
  },
  {
    what: 'a request for a code nobody has made',
    collection: 'resetRequests',
    problem: 'no-owner',
    plant: addLike('resetRequests', { memberId: GONE, codeSealed: null }),
  },
  {
    what: 'a request for a code in another branch than who made it',
    collection: 'resetRequests',
    problem: 'not-as-owner',
    plant: change('resetRequests', any, () => ({ branchId: GONE })),
  },
  {
    what: 'a notice whose cause is gone',
    collection: 'notices',
    problem: 'no-cause',
    plant: change('notices', waiting, () => ({ planId: 't-2027-gone:late' })),
  },
  {
    what: 'a notice about a code nobody has asked for',
    collection: 'notices',
    problem: 'no-cause',
    plant: change('notices', waiting, () => ({ planId: 'r-gone:1' })),
  },
  {
    what: 'a notice about somebody who is not there',
    collection: 'notices',
    problem: 'no-cause',
    plant: change('notices', waiting, () => ({ aboutId: GONE, planId: '2027:day' })),
  },
  {
    what: 'a notice to an account that is not there',
    collection: 'notices',
    problem: 'no-reader',
    plant: change('notices', waiting, () => ({ accountId: 'oNobody' })),
  },
  {
    what: 'a mark on nobody',
    collection: 'marks',
    problem: 'no-owner',
    plant: addRecord('marks', { _id: GONE, recordVersion: 1, lastNudgedAt: null }),
  },
  {
    what: "nobody's digits",
    collection: 'cardCodes',
    problem: 'no-owner',
    plant: addRecord('cardCodes', {
      _id: GONE,
      recordVersion: 1,
      digits: '123456',
      transferId: 't-1',
      expiresAt: START,
    }),
  },
  {
    what: "nobody's folder",
    collection: 'uploads',
    problem: 'no-owner',
    plant: addLike('uploads', { memberId: GONE }),
  },
  {
    what: 'a folder for a roster file that nobody has emptied',
    collection: 'uploads',
    problem: 'left-over',
    plant: addLike('uploads', { memberId: null, at: START - 2 * DAY }),
  },
  {
    what: 'a picture under a name no phone gives',
    collection: 'files',
    problem: 'stray-file',
    plant: addFile('screenshots/m-1/somewhere/photo.gif'),
  },
  {
    what: 'a roster file in no folder that was given',
    collection: 'files',
    problem: 'stray-file',
    plant: addFile('rosters/somebody/roster.xlsx'),
  },
  {
    what: 'a list nobody has asked for',
    collection: 'files',
    problem: 'stray-file',
    plant: addFile('exports/e-gone.xlsx'),
  },
  {
    what: 'a list that nobody has cleared away',
    collection: 'exports',
    problem: 'left-over',
    plant: addRecord('exports', {
      _id: 'e-1',
      recordVersion: 1,
      kind: 'army',
      accountId: 'oAdministrator',
      scopeId: 'all',
      scopeName: '校团委',
      state: 'done',
      done: 0,
      total: 0,
      rows: 0,
      fileId: null,
      leaseUntil: START,
      createdAt: START - 4 * DAY,
      expiresAt: START - 2 * DAY,
    }),
  },
  {
    what: 'a dry run that nobody has cleared away',
    collection: 'rosterRuns',
    problem: 'left-over',
    plant: addRecord('rosterRuns', { ...run, state: 'checked', leaseUntil: 0, expiresAt: START - 2 * DAY }),
  },
  {
    what: 'a roster that has stopped in the middle',
    collection: 'rosterRuns',
    problem: 'left-over',
    plant: addRecord('rosterRuns', {
      ...run,
      state: 'applying',
      leaseUntil: START - 2 * DAY,
      expiresAt: START,
    }),
  },
  {
    what: 'rows of a roster run that is not there',
    collection: 'rosterParts',
    problem: 'left-over',
    plant: addRecord('rosterParts', {
      _id: 'part-1',
      recordVersion: 1,
      runId: GONE,
      kind: 'bad',
      index: 0,
      state: 'shown',
      rows: [],
    }),
  },
  {
    what: 'a list out of 智慧团建 that nobody has cleared away',
    collection: 'reconciles',
    problem: 'left-over',
    plant: addRecord('reconciles', {
      _id: 'reconcile-1',
      recordVersion: 1,
      collegeId: run.collegeId,
      collegeName: '光电学院',
      seasonId: '2027',
      accountId: 'oTeacher',
      kind: 'members',
      source: 'paste',
      state: 'read',
      lines: 1,
      skipped: 0,
      hidden: 0,
      struckIds: false,
      unclear: [],
      branches: [],
      arrivedBefore: 0,
      underWay: 0,
      figures: [],
      settledAt: null,
      createdAt: START - 4 * DAY,
      expiresAt: START - 2 * DAY,
    }),
  },
  {
    what: 'a correction that nobody has cleared away',
    collection: 'corrections',
    problem: 'left-over',
    plant: addRecord('corrections', {
      _id: 'x-rename-college:c-1:1',
      recordVersion: 1,
      collegeId: run.collegeId,
      kind: 'rename-college',
      accountId: 'oTeacher',
      memberId: null,
      members: [],
      branch: null,
      into: null,
      memberIds: [],
      collegeName: '光电学院',
      at: START - 4 * DAY,
      undoneAt: null,
      expiresAt: START - 3 * DAY,
    }),
  },
  {
    what: 'rows of a list that is not there',
    collection: 'reconcileParts',
    problem: 'left-over',
    plant: addRecord('reconcileParts', {
      _id: 'reconcile-part-1',
      recordVersion: 1,
      runId: GONE,
      kind: 'unknown',
      index: 0,
      matched: [],
      findings: [],
      unknown: [],
      sameNames: [],
    }),
  },
  {
    what: 'somebody erased whom nobody has looked after once more',
    collection: 'erasures',
    problem: 'left-over',
    plant: addRecord('erasures', {
      _id: GONE,
      recordVersion: 1,
      state: 'settling',
      person: null,
      personSealed: null,
      movesFigures: true,
      nextAt: START - 2 * DAY,
    }),
  },
  {
    what: 'a lock that ended long ago',
    collection: 'locks',
    problem: 'left-over',
    plant: addRecord('locks', {
      _id: 'l-1',
      recordVersion: 2,
      tries: [],
      firstAt: START - 3 * DAY,
      lockedUntil: null,
      expiresAt: START - 2 * DAY,
    }),
  },
];

const BY_THEMSELVES: readonly Damage[] = [
  {
    what: 'a record of another shape, and does not blame what points at it',
    collection: 'members',
    problem: 'malformed',
    plant: change('members', boundTo('oGraduate'), () => ({ name: 7 })),
  },
  {
    what: 'a record of a later release, and does not blame what points at it',
    collection: 'branches',
    problem: 'newer',
    plant: change('branches', any, () => ({ recordVersion: 99 })),
  },
  {
    what: 'a record of an earlier release',
    collection: 'audits',
    problem: 'old',
    plant: async ({ db }) => {
      await putDocuments(db, 'audits', [OLD_AUDIT]);
      return OLD_AUDIT._id;
    },
  },
  {
    what: 'a college whose name differs from another in what nobody sees',
    collection: 'colleges',
    problem: 'twin',
    plant: async (environment) => {
      const [college] = await stored(environment, 'colleges');
      const twin = { ...college, _id: 'z-twin', name: `${String(college?.name)}\u200b`, teachers: [] };
      await putDocuments(environment.db, 'colleges', [twin]);
      return twin._id;
    },
  },
  {
    what: 'a person whose number differs from another in how it is written',
    collection: 'members',
    problem: 'twin',
    plant: async (environment) => {
      const [first, second] = (await stored(environment, 'members')).filter(unbound);
      const [earlier, later] = [first, second].map((one) => String(one?._id)).sort();
      await change(
        'members',
        ({ _id }) => _id === earlier,
        () => keysOf('A99'),
      )(environment);
      return change(
        'members',
        ({ _id }) => _id === later,
        () => keysOf('a99'),
      )(environment);
    },
  },
  {
    what: 'a branch whose name its college has already',
    collection: 'branches',
    problem: 'twin',
    plant: addLike('branches', { secretaries: [] }),
  },
  {
    what: 'a number changed without what it is looked up by',
    collection: 'members',
    problem: 'wrong-key',
    plant: change('members', unbound, () => ({ studentNumber: 'S99' })),
  },
  {
    what: 'a name changed without what it is looked up by',
    collection: 'members',
    problem: 'wrong-key',
    plant: change('members', unbound, () => ({ name: '改了名' })),
  },
  {
    what: 'an ID number',
    collection: 'members',
    problem: 'id-number',
    plant: change('members', unbound, () => ({ name: '310110200403121234', nameKey: '310110200403121234' })),
  },
  {
    what: 'a sealed text that was moved to another record',
    collection: 'resetRequests',
    problem: 'broken-seal',
    plant: addLike('resetRequests', {}),
  },
  {
    what: 'a step whose last writes nobody has made up for',
    collection: 'journal',
    problem: 'unfinished',
    plant: addRecord('journal', {
      _id: 'j-left',
      recordVersion: 1,
      at: START,
      notices: [],
      audits: [],
      aboutIds: [],
      cancelled: [],
    }),
  },
  {
    what: 'somebody whose traces nobody has gone on removing',
    collection: 'erasures',
    problem: 'unfinished',
    plant: addRecord('erasures', {
      _id: GONE,
      recordVersion: 1,
      state: 'erasing',
      person: null,
      personSealed: null,
      movesFigures: true,
      nextAt: START,
    }),
  },
  {
    what: 'a wrong place in the queue',
    collection: 'transfers',
    problem: 'wrong-place',
    plant: change('transfers', any, () => ({ queueKey: '9' })),
  },
  {
    what: 'a wrong day among those on which clocks end',
    collection: 'transfers',
    problem: 'wrong-place',
    plant: change('transfers', any, () => ({ deadlineDay: 7 })),
  },
  {
    what: 'a transfer that no counter counts',
    collection: 'tallies',
    problem: 'wrong-tally',
    plant: async (environment) => {
      const [tally] = await stored(environment, 'tallies');
      await environment.db.collection('tallies').doc(String(tally?._id)).remove();
      return String(tally?._id);
    },
  },
  {
    what: 'a counter that is wrong',
    collection: 'tallies',
    problem: 'wrong-tally',
    plant: change('tallies', any, () => ({
      cells: [{ branchId: 'b', state: 'submitted', wayId: 'army', count: 7 }],
    })),
  },
  {
    what: 'a picture that is not in the storage',
    collection: 'transfers',
    problem: 'missing-file',
    plant: async (environment) => {
      const transfers = await stored(environment, 'transfers');
      const withPicture = transfers.find(({ screenshots }) => (screenshots as string[]).length > 0);
      await environment.files.remove(withPicture?.['screenshots'] as string[]);
      return withPicture?._id ?? '';
    },
  },
];

export const DAMAGES: readonly Damage[] = [...LINKED, ...BY_THEMSELVES];
