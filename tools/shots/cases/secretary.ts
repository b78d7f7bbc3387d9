import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import type { Response } from '../../../miniprogram/contract';
import { waitsForOf } from '../../../miniprogram/domain/transfer/waits-for';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';

const codes = pagePath('secretaryDesk');
const branch = pagePath('secretaryDesk', { tab: 'branch' });
const invite = pagePath('secretaryDesk', { tab: 'invite' });

const nobody: Response<'secretary', 'branchBoard'> = {
  branch: { id: 'b', name: '通信2201团支部', inviteCode: 'QX7K2M' },
  members: [],
  counts: { members: 0, bySteps: {}, unbound: 0, unreachable: 0, waitingForCode: 0, nudgeable: 0 },
  season: { rulebookId: 'usst-2020', deadlineAt: chinaTime('06-30 23:59') },
  now: chinaTime('06-12 10:00'),
};
type Member = (typeof nobody)['members'][number];
const turnIn = (state: Member['state']): Member['turn'] =>
  state === null ? 'graduate' : waitsForOf({ state, pending: ['college'], paper: 'graduate' });
const classmate = (name: string, more: Partial<Member>): Member => ({
  id: name,
  name,
  self: false,
  bound: true,
  state: 'completed',
  shown: more.state === undefined ? 'completed' : (more.state ?? 'none'),
  turn: turnIn(more.state === undefined ? 'completed' : more.state),
  deadlineAt: null,
  step: 'done',
  reachable: true,
  codeFrom: null,
  nudge: 'nothing-to-do',
  ...more,
});
const allDone = { ...nobody, members: ['林晚', '方元', '韩溪'].map((name) => classmate(name, {})) };

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章';
/** A large branch in the middle of the season. */
const many = {
  ...nobody,
  members: [
    classmate('韩溪', {
      state: 'approved',
      step: 'receiver',
      deadlineAt: chinaTime('06-13 09:00'),
      reachable: false,
    }),
    classmate('邵清', { state: null, step: 'bind', bound: false, reachable: false, nudge: 'not-bound' }),
    classmate('赵一鸣', { state: 'refused', step: 'receiver', nudge: 'nudged' }),
    classmate('何牧', { state: null, step: 'login', codeFrom: 'secretary', nudge: 'waiting-code' }),
    classmate('林晚', {
      state: 'approved',
      step: 'receiver',
      deadlineAt: chinaTime('06-18 10:20'),
    }),
    classmate('方元', {
      state: 'timedOut',
      step: 'receiver',
      deadlineAt: chinaTime('06-10 09:00'),
      nudge: 'today',
    }),
    ...[...SURNAMES].map((surname, index) =>
      index % 4 === 0
        ? classmate(`${surname}知行`, {})
        : classmate(`${surname}若溪`, { state: 'draft', step: 'fill', nudge: 'nudged' }),
    ),
  ],
  counts: {
    ...nobody.counts,
    bySteps: { bind: 1, login: 1, fill: 30, receiver: 4, done: 10 },
    nudgeable: 31,
  },
} satisfies Response<'secretary', 'branchBoard'>;
const withoutPicture = { inviteCode: 'QX7K2M', branchName: '通信2201团支部', url: null, ownPhone: null };

/** The branch secretary's screens. */
export const SECRETARY_CASES: readonly ScreenCase[] = [
  { name: 'secretary-codes', who: '许嘉宁', page: codes },
  { name: 'secretary-codes-help', who: '许嘉宁', page: codes, taps: ['验证码在哪里看'] },
  { name: 'secretary-codes-stuck', who: '许嘉宁', page: codes, taps: ['我拿不到，转给老师'] },
  { name: 'secretary-no-codes', who: '顾书遥', page: codes },
  { name: 'secretary-branch', who: '许嘉宁', page: branch },
  { name: 'secretary-branch-terms', who: '许嘉宁', page: branch, taps: ['怎么算的'] },
  { name: 'secretary-branch-unfolded', who: '许嘉宁', page: branch, taps: [/^看全部/] },
  { name: 'secretary-branch-filtered', who: '许嘉宁', page: branch, taps: [/^等对方/] },
  {
    name: 'secretary-branch-nudge',
    who: '许嘉宁',
    page: branch,
    taps: [/^提醒 \d+ 人/],
    replies: { secretary: { branchBoard: many } },
  },
  {
    name: 'secretary-branch-many',
    who: '许嘉宁',
    page: branch,
    replies: { secretary: { branchBoard: many } },
  },
  { name: 'secretary-branch-few', who: '罗北辰', page: branch },
  {
    name: 'secretary-branch-empty',
    who: '许嘉宁',
    page: branch,
    replies: { secretary: { branchBoard: nobody } },
  },
  {
    name: 'secretary-branch-done',
    who: '许嘉宁',
    page: branch,
    replies: { secretary: { branchBoard: allDone } },
  },
  { name: 'secretary-branch-failing', who: '罗北辰', page: branch, cloud: 'failing' },
  { name: 'secretary-person', who: '许嘉宁', page: branch, taps: ['林晚'] },
  { name: 'secretary-person-refused', who: '许嘉宁', page: branch, taps: ['赵一鸣'] },
  { name: 'secretary-person-unbound', who: '许嘉宁', page: branch, taps: [/^没进小程序/, '刘雨桐'] },
  { name: 'secretary-invite', who: '许嘉宁', page: invite },
  { name: 'secretary-phone', who: '许嘉宁', page: invite, taps: ['留一个电话给同学'] },
  { name: 'secretary-invite-change', who: '许嘉宁', page: invite, taps: ['换一个邀请码'] },
  {
    name: 'secretary-invite-no-picture',
    who: '许嘉宁',
    page: invite,
    replies: { secretary: { inviteImage: withoutPicture } },
  },
  { name: 'computer-secretary-codes', who: '许嘉宁', page: codes, onComputer: true },
  {
    name: 'computer-secretary-branch',
    who: '许嘉宁',
    page: branch,
    onComputer: true,
    taps: ['林晚'],
  },
  { name: 'computer-secretary-invite', who: '许嘉宁', page: invite, onComputer: true },
  { name: 'secretary-failing', who: '罗北辰', page: codes, cloud: 'failing' },
];
