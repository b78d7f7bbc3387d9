/** What people do while somebody leaves, and how somebody leaves. */
import type { Files } from '../../../cloudfunctions/_shared/platform/ports';
import type { Member, ResetRequest, Transfer } from '../../../cloudfunctions/_shared/store/records';
import { HOUR_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Result } from '../../../miniprogram/domain/errors';
import type { Call } from './calls';
import { ADMIN, SECRETARY, TEACHERS, type Person } from './college';

/** Who somebody is and what they have under way, as their phones show it. */
export interface Seen {
  readonly person: Person;
  readonly member: Member | undefined;
  readonly transfer: Transfer | undefined;
  readonly request: ResetRequest | undefined;
  /** Of the branch they are in. */
  readonly inviteCode: string;
  readonly otherBranchId: string;
  readonly secretaryId: string;
  readonly seasonId: string;
  readonly now: number;
}

type Answer = Promise<Result<unknown>>;
export type Act = (call: Call, seen: Seen, files: Files) => Answer;

const REGION = { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' };
const PICTURE = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)]);
const CODE = '836214';

/** The WeChat that has the person just now. */
const openidOf = ({ person, member }: Seen): string => member?.accountId ?? person.openid;
const versionOf = ({ transfer }: Seen): number => transfer?.version ?? 0;
const inTurn = (seen: Seen) => ({ transferId: seen.transfer?._id ?? '', version: versionOf(seen) });

const upload = async (call: Call, seen: Seen, files: Files) => {
  const given = await call(openidOf(seen), 'graduate', 'uploadFolder', {});
  return given.ok ? files.upload(`${given.data.folder}/1.png`, PICTURE) : undefined;
};

export const chooseWay: Act = (call, seen) =>
  call(openidOf(seen), 'graduate', 'chooseWay', {
    wayId: 'employed',
    routeId: 'direct',
    seasonId: seen.seasonId,
    version: seen.transfer?.seasonId === seen.seasonId ? seen.transfer.version : null,
  });

export const submit: Act = async (call, seen, files) => {
  const picture = await upload(call, seen, files);
  return call(openidOf(seen), 'graduate', 'submit', {
    version: versionOf(seen),
    fields: {
      region: REGION,
      organisation: `${seen.person.note}公司团支部`,
      initiatedAt: seen.now - HOUR_MS,
    },
    screenshots: picture ? [picture] : [],
  });
};

export const askForCode: Act = (call, seen) =>
  call(openidOf(seen), 'graduate', 'requestResetCode', { note: seen.person.note });

/** Steps of the person, and of others about the person. */
export const BESIDE: Readonly<Record<string, Act>> = {
  chooseWay,
  askForCode,
  submit,
  uploadFolder: async (call, seen, files) => {
    await upload(call, seen, files);
    return { ok: true, data: {} };
  },
  confirmLogin: (call, seen) => call(openidOf(seen), 'graduate', 'confirmLogin', {}),
  saveDraft: (call, seen) =>
    call(openidOf(seen), 'graduate', 'saveDraft', {
      draft: { organisation: seen.person.note },
      screenshots: [],
    }),
  report: (call, seen) =>
    call(openidOf(seen), 'graduate', 'report', {
      version: versionOf(seen),
      outcome: 'refused',
      reason: seen.person.note,
    }),
  withdraw: (call, seen) => call(openidOf(seen), 'graduate', 'withdraw', { version: versionOf(seen) }),
  reportOverAge: (call, seen) => call(openidOf(seen), 'graduate', 'reportOverAge', {}),
  cardPass: (call, seen) => call(openidOf(seen), 'graduate', 'cardPass', {}),
  nudge: (call) => call(SECRETARY.openid, 'secretary', 'nudge', { all: true }),
  confirmStatus: (call, seen) =>
    call(SECRETARY.openid, 'secretary', 'confirmStatus', {
      memberId: seen.member?._id ?? '',
      version: versionOf(seen),
      outcome: 'accepted',
    }),
  issueResetCode: (call, seen) =>
    call(SECRETARY.openid, 'secretary', 'issueResetCode', { requestId: seen.request?._id ?? '', code: CODE }),
  escalate: (call, seen) =>
    call(SECRETARY.openid, 'secretary', 'escalateResetRequest', {
      requestId: seen.request?._id ?? '',
      reason: seen.person.note,
    }),
  approve: (call, seen) =>
    call(TEACHERS[0], 'teacher', 'decide', { ...inTurn(seen), decision: 'approve', seenOnSystem: true }),
  return: (call, seen) =>
    call(TEACHERS[1], 'teacher', 'decide', {
      ...inTurn(seen),
      decision: 'return',
      reason: seen.person.note,
      seenOnSystem: false,
    }),
  batchDecide: (call, seen) =>
    call(TEACHERS[1], 'teacher', 'batchDecide', { decision: 'approve', items: [inTurn(seen)] }),
};

const unbind = (call: Call, { member }: Seen) =>
  call(TEACHERS[0], 'teacher', 'unbindMember', { memberId: member?._id ?? '', reason: '别人登录了' });

/** How somebody leaves, is moved, or loses an office. */
export const DEPARTURES: Readonly<Record<string, Act>> = {
  deleteMyData: (call, seen) => call(openidOf(seen), 'graduate', 'deleteMyData', {}),
  unbind,
  /** Somebody else signs in as them right after. */
  replaced: async (call, seen) => {
    const unbound = await unbind(call, seen);
    const { studentNumber, name } = seen.person;
    const inviteCode = (unbound.ok && unbound.data.inviteCode) || seen.inviteCode;
    const impostor = `oImpostor${seen.now}${studentNumber}`;
    return call(impostor, 'account', 'signIn', { studentNumber, name, inviteCode });
  },
  moved: (call, { member, otherBranchId: branchId }) =>
    call(TEACHERS[0], 'teacher', 'transferMember', { memberId: member?._id ?? '', branchId }),
  secretaryLeaves: (call) => call(SECRETARY.openid, 'graduate', 'deleteMyData', {}),
  secretaryRemoved: (call, { secretaryId: memberId }) =>
    call(TEACHERS[0], 'teacher', 'removeSecretary', { memberId }),
  teacherRemoved: (call) => call(ADMIN, 'teacher', 'removeTeacher', { accountId: TEACHERS[1] }),
  inviteRotated: (call) => call(SECRETARY.openid, 'secretary', 'rotateInvite', {}),
};

export const openNext = (call: Call, season: { id: string; name: string; rulebookId: string }): Answer =>
  call(ADMIN, 'teacher', 'openSeason', season);

/** Part by part to its end. */
export const purge = async (call: Call, seasonId: string): Answer => {
  for (let cursor: string | undefined; ;) {
    const part = await call(ADMIN, 'teacher', 'purgeSeason', {
      seasonId,
      dryRun: false,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!part.ok || part.data.next === null) return part;
    cursor = part.data.next;
  }
};
