/** A small college: graduates with a transfer under way, some waiting for a code, a secretary, a teacher. */
import type { CollegeCaller } from '../../cloudfunctions/_shared/identity';
import { openOutbox } from '../../cloudfunctions/_shared/outbox';
import { replanPerson } from '../../cloudfunctions/_shared/people/replan-person';
import type { Ports } from '../../cloudfunctions/_shared/ports';
import { transferIdOf } from '../../cloudfunctions/_shared/record-ids';
import {
  readRecord,
  type Account,
  type Member,
  type ResetRequest,
  type Transfer,
} from '../../cloudfunctions/_shared/records';
import { putRequest } from '../../cloudfunctions/_shared/resets/change';
import { seasonIn, rulebookNamed } from '../../cloudfunctions/_shared/season';
import { applyStep } from '../../cloudfunctions/_shared/transfers/take-step';
import { HOUR_MS } from '../../miniprogram/domain/china-time';
import { ok } from '../../miniprogram/domain/errors';
import { TEMPLATE_KEYS, type TemplateKey } from '../../miniprogram/domain/model';
import { DEFAULT_RULEBOOK_ID } from '../../miniprogram/rulebooks';
import type { Cloud } from './cloud';
import type { Random } from './random';

/** As the functions have it before a season is opened. */
const SEASON = { id: '2027', rulebookId: DEFAULT_RULEBOOK_ID };
export const COLLEGE = 'c-simulated';
const BRANCH = 'b-simulated';
export const TEACHER = 'oTeacher';
export const SECRETARY = 'oSecretary';
const RULEBOOK = rulebookNamed(SEASON.rulebookId);

export const graduateOf = (number: number): string => `oGraduate${number}`;

const accountOf = (openid: string, memberId: string | null, credits: Account['credits']): Account => ({
  _id: openid,
  recordVersion: 1,
  version: 0,
  name: openid,
  memberId,
  roles: [],
  credits,
  bookedAskIds: [],
  createdAt: 0,
});

/** Who changes the season. */
export const committee: CollegeCaller = {
  account: accountOf('oCommittee', null, { progress: 0, deadline: 0, code: 0, task: 0 }),
  role: 'committee',
  scopeId: 'all',
  scopeName: '校团委',
};

const memberOf = (number: number): Member =>
  readRecord('members', {
    _id: `m-${number}`,
    recordVersion: 1,
    version: 0,
    studentNumber: String(number),
    name: `团员${number}`,
    collegeId: COLLEGE,
    collegeName: '模拟学院',
    branchId: BRANCH,
    branchName: '模拟团支部',
    birthMonth: null,
    graduationMonth: '2027-06',
    hasLeaguePost: false,
    isSecretary: false,
    accountId: graduateOf(number),
    loginConfirmedAt: null,
    startedIn: null,
  });

const ownerOf = (member: Member) => ({
  memberId: member._id,
  memberName: member.name,
  accountId: member.accountId ?? '',
  branchId: BRANCH,
  branchName: member.branchName,
  collegeId: COLLEGE,
  rulebookId: RULEBOOK.id,
});

const draftOf = (member: Member, deadlineAt: number, now: number): Transfer =>
  readRecord('transfers', {
    ...ownerOf(member),
    _id: transferIdOf(SEASON.id, member._id),
    recordVersion: 1,
    version: 1,
    seasonId: SEASON.id,
    state: 'draft',
    wayId: 'employed',
    routeId: 'direct',
    attempt: 0,
    fields: {},
    draft: {},
    screenshots: [],
    initiatedAt: null,
    deadlineAt,
    waitingSince: now,
    reason: null,
    timeline: [],
    past: [],
    lastSubmission: null,
    createdAt: now,
  });

const requestOf = (member: Member, now: number): ResetRequest => ({
  ...ownerOf(member),
  _id: `r-${member._id.slice(2)}-1`,
  recordVersion: 1,
  version: 1,
  state: 'waiting',
  handler: { role: 'secretary', name: '团支书' },
  note: null,
  escalationReason: null,
  requestedAt: now,
  escalatesAt: now + RULEBOOK.escalateAfterHours * HOUR_MS,
  escalatedAt: null,
  issuedAt: null,
  expiresAt: null,
  revealedAt: null,
  codeSealed: null,
});

const submit = async (ports: Ports, member: Member, deadlineAt: number): Promise<void> => {
  const now = ports.clock.now();
  const transfer = draftOf(member, deadlineAt, now);
  const outbox = await openOutbox(ports, transfer);
  const season = await seasonIn(ports, member.collegeId);
  const actor = { role: 'graduate', name: member.name, accountId: member.accountId } as const;
  await ports.store.transact((tx) =>
    applyStep(tx, outbox, { transfer, request: { step: 'submit', actor }, season, now }),
  );
};

const askForCode = async (ports: Ports, member: Member): Promise<void> => {
  const now = ports.clock.now();
  const request = requestOf(member, now);
  const outbox = await openOutbox(ports, request);
  const actor = { role: 'graduate', name: member.name, accountId: member.accountId } as const;
  await ports.store.transact(async (tx) => {
    await putRequest(tx, outbox, { request, change: { action: 'request', actor }, now });
    return ok(undefined);
  });
};

export interface People {
  readonly transferIds: readonly string[];
  readonly openids: readonly string[];
  /** Accepted taps by `openid/template`, as the ledger should know them. */
  readonly taps: Map<string, number>;
}

/** Adds a person's tap: WeChat's own credit. The ledger hears of it by `credits` or a top-up. */
export const tap = (
  cloud: Cloud,
  people: Pick<People, 'taps'>,
  openid: string,
  template: TemplateKey,
): void => {
  cloud.wechat.addCredit(openid, `tmpl-${template}`);
  const key = `${openid}/${template}`;
  people.taps.set(key, (people.taps.get(key) ?? 0) + 1);
};

/** Puts the college into an empty cloud. */
export const settle = async (cloud: Cloud, ports: Ports, random: Random): Promise<People> => {
  const count = random.whole(2, 4);
  const members = Array.from({ length: count }, (_, number) => memberOf(number));
  const taps = new Map<string, number>();
  const openids = [TEACHER, SECRETARY, ...members.map((_, number) => graduateOf(number))];
  const accounts = openids.map((openid, index) => {
    cloud.wechat.addUser(openid);
    const credits = { progress: 0, deadline: 0, code: 0, task: 0 };
    for (const template of TEMPLATE_KEYS) {
      credits[template] = random.whole(0, 3);
      for (let number = 0; number < credits[template]; number += 1) tap(cloud, { taps }, openid, template);
    }
    const memberId = openid === SECRETARY ? 'm-secretary' : `m-${index - 2}`;
    return accountOf(openid, openid === TEACHER ? null : memberId, credits);
  });
  const named = (accountId: string) => [{ accountId, name: accountId }];
  await cloud.insert('accounts', accounts);
  const secretary = { ...memberOf(count), _id: 'm-secretary', accountId: SECRETARY, isSecretary: true };
  await cloud.insert('members', [...members, secretary]);
  const robot = random.chance(0.5) ? { robotKeySealed: ports.cipher.seal('robot', COLLEGE) } : {};
  await cloud.insert('colleges', [
    { _id: COLLEGE, recordVersion: 1, version: 1, name: '模拟学院', teachers: named(TEACHER), ...robot },
  ]);
  const branch = { collegeId: COLLEGE, name: '模拟团支部', inviteCode: 'X', secretaries: named(SECRETARY) };
  await cloud.insert('branches', [{ _id: BRANCH, recordVersion: 1, version: 1, ...branch }]);
  for (const member of members) {
    if (random.chance(0.3)) await askForCode(ports, member);
    else await submit(ports, member, cloud.clock.at + random.whole(20, 15 * 24) * HOUR_MS);
  }
  for (const { _id } of [...members, secretary]) await replanPerson(ports, _id);
  return { transferIds: members.map(({ _id }) => transferIdOf(SEASON.id, _id)), openids, taps };
};
