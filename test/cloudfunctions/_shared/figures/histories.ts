/** Histories of a college: everything that may move a figure, by whoever does it in life. */
import fc from 'fast-check';
import type { RecordOf } from '../../../../cloudfunctions/_shared/store/records';
import type { Request } from '../../../../miniprogram/contract';
import { DAY_MS, MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import {
  ADMIN,
  CLASSMATE,
  GRADUATE,
  OTHER_SECRETARY,
  REGION,
  SECRETARY,
  TEACHER,
  type University,
  uploadPicture,
} from '../../support/people';
import { STAMP, UNSTAMP } from '../../support/stamp';
import { dataOf, type World } from '../../support/world';

type Transfer = RecordOf<'transfers'>;

export const PEOPLE = {
  [GRADUATE]: { studentNumber: 'S002', name: '林小雨' },
  [CLASSMATE]: { studentNumber: 'S003', name: '陈晨' },
  [OTHER_SECRETARY]: { studentNumber: 'S004', name: '吴昊' },
} as const;
export type Who = keyof typeof PEOPLE;

interface Scene {
  readonly world: World;
  readonly university: University;
  readonly who: Who;
  readonly memberId: string;
  readonly transfer: Transfer | undefined;
}

const decide =
  (decision: 'approve' | 'return' | 'record' | 'reopen' | 'close') =>
  ({ world, transfer }: Scene): Promise<unknown> =>
    world.call(TEACHER, 'teacher', 'decide', {
      transferId: transfer?._id ?? 't-none',
      version: transfer?.version ?? 0,
      decision,
      seenOnSystem: false,
      ...(decision === 'return' || decision === 'reopen' || decision === 'close' ? { reason: '再看看' } : {}),
    });
const report =
  (outcome: 'accepted' | 'refused' | 'returned') =>
  ({ world, who, transfer }: Scene): Promise<unknown> =>
    world.call(who, 'graduate', 'report', { version: transfer?.version ?? 0, outcome, reason: '选错了' });
const card =
  (ticking: Omit<Request<'teacher', 'tickOffline'>, 'transferId' | 'version'>) =>
  ({ world, transfer }: Scene): Promise<unknown> =>
    world.call(TEACHER, 'teacher', 'tickOffline', {
      transferId: transfer?._id ?? 't-none',
      version: transfer?.version ?? 0,
      ...ticking,
    });
const choose =
  (wayId: 'employed' | 'army' | 'further-study' | 'deferred') =>
  ({ world, who, transfer }: Scene): Promise<unknown> =>
    world.call(who, 'graduate', 'chooseWay', {
      wayId,
      routeId: 'direct',
      version: transfer?.version ?? null,
    });

const submit = async ({ world, who, transfer }: Scene): Promise<unknown> => {
  const version = transfer?.version ?? 0;
  if (transfer?.wayId === 'army')
    return world.call(who, 'graduate', 'submit', { version, fields: {}, screenshots: [] });
  if (transfer?.wayId === 'deferred') {
    const fields = { expectedGraduation: '2028-06' };
    return world.call(who, 'graduate', 'submit', { version, fields, screenshots: [] });
  }
  const organisation = '共青团上海示例科技有限公司支部委员会';
  const fields = { region: REGION, organisation, initiatedAt: world.world.now - 3_600_000 };
  // Who is signed out is given no folder.
  const screenshots = await uploadPicture(world, who).then(
    (fileId) => [fileId],
    () => [],
  );
  return world.call(who, 'graduate', 'submit', { version, fields, screenshots });
};

const signIn = ({ world, university, who }: Scene): Promise<unknown> => {
  const { studentNumber, name } = PEOPLE[who];
  const branch = world.store.all('members').find((member) => member.name === name)?.branchName ?? '';
  const inviteCode = university.codes[branch] ?? '';
  return world.call(who, 'account', 'signIn', { studentNumber, name, inviteCode });
};

const move = ({ world, memberId }: Scene): Promise<unknown> => {
  const member = world.store.all('members').find(({ _id }) => _id === memberId);
  const other = world.store.all('branches').find(({ _id }) => _id !== member?.branchId);
  return world.call(TEACHER, 'teacher', 'transferMember', { memberId, branchId: other?._id ?? '' });
};

/** Everything that may move a figure; most are refused most of the time, as in life. */
const DEEDS: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'choose employed': choose('employed'),
  'choose army': choose('army'),
  'choose study': choose('further-study'),
  'choose deferred': choose('deferred'),
  submit,
  'submit again': submit,
  withdraw: ({ world, who, transfer }) =>
    world.call(who, 'graduate', 'withdraw', { version: transfer?.version ?? 0 }),
  'secretary approves': ({ world, memberId, transfer }) =>
    world.call(SECRETARY, 'secretary', 'decide', {
      memberId,
      version: transfer?.version ?? 0,
      decision: 'approve',
    }),
  approve: decide('approve'),
  return: decide('return'),
  record: decide('record'),
  reopen: decide('reopen'),
  close: decide('close'),
  accepted: report('accepted'),
  refused: report('refused'),
  returned: report('returned'),
  stamp: card(STAMP),
  unstamp: card(UNSTAMP),
  'write the letter': card({ stepId: 'letter', part: 'done', isDone: true, number: '〔2027〕18' }),
  'a week passes': async ({ world }) => {
    world.world.now += 8 * DAY_MS;
    await world.tick();
  },
  move,
  unbind: ({ world, memberId }) =>
    world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '换了微信号' }),
  'delete data': ({ world, who }) => world.call(who, 'graduate', 'deleteMyData', {}),
  'sign in': signIn,
  'ask the teacher for a code': ({ world, who }) =>
    world.call(who, 'graduate', 'requestResetCode', { escalate: true }),
  'issue a code': ({ world, memberId }) => {
    const open = world.store
      .all('resetRequests')
      .find((one) => one.memberId === memberId && one.state === 'escalated');
    const requestId = open?._id ?? 'r-none';
    return world.call(TEACHER, 'teacher', 'issueResetCode', { requestId, code: '83719264' });
  },
  'allow messages': ({ world, who }) =>
    world.call(who, 'account', 'addCredits', {
      askId: `ask-${world.world.now}-${who}`,
      accepted: ['progress', 'deadline', 'code'],
    }),
  'can log in': ({ world, who }) => world.call(who, 'graduate', 'confirmLogin', {}),
};

/** A clock of ten days, two approvals, a way that waits for September, one the rate leaves out, and a second measure. */
export const goByRulesWithEverything = async (world: World): Promise<void> => {
  const choices = [
    { setting: 'timeouts', option: 'ten-days' },
    { setting: 'approvals', option: 'secretary-first' },
    { setting: 'rate', option: 'employers' },
  ];
  const changes = { rulebookId: 'national-2022', choices };
  const { version } = dataOf(await world.call(ADMIN, 'teacher', 'season', {})).season;
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version, changes }));
};

export const step = fc.record({
  who: fc.constantFrom(...(Object.keys(PEOPLE) as Who[])),
  deed: fc.constantFrom(...Object.keys(DEEDS)),
});
const APPROVED = ['choose employed', 'submit', 'secretary approves', 'approve'];

/** How far somebody is before the rest happens; each is looked at by itself as well, so that no figure is ever idle. */
export const STARTS: readonly (readonly string[])[] = [
  [],
  ['choose employed', 'submit', 'secretary approves'],
  APPROVED,
  [...APPROVED, 'refused'],
  [...APPROVED, 'a week passes', 'a week passes'],
  [...APPROVED, 'accepted', 'write the letter'],
  ['choose employed', 'submit', 'secretary approves', 'return'],
  ['choose army', 'submit'],
  ['choose army', 'submit', 'record'],
  ['choose deferred', 'submit', 'record'],
  ['choose study'],
  ['choose study', 'close'],
  ['ask the teacher for a code', 'allow messages'],
];
export const start = fc.constantFrom(...STARTS);

export const play = async (world: World, university: University, who: Who, deed: string): Promise<void> => {
  const { name } = PEOPLE[who];
  const memberId = world.store.all('members').find((member) => member.name === name)?._id ?? '';
  const transfer = world.store.all('transfers').find((one) => one.memberId === memberId);
  // Nothing happens at the moment of something else.
  world.world.now += MINUTE_MS;
  await DEEDS[deed]?.({ world, university, who, memberId, transfer });
};
