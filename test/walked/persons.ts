/** Who is walked to the end: what they answer, what happens to them, where they come out, and what they read there. */
import type { TransferState } from '../../miniprogram/domain/transfer/states';

/** What happens next, to whoever it happens. */
export type Deed =
  | 'hands in'
  | 'school approves'
  | 'school returns'
  | 'receiver accepts'
  | 'receiver refuses'
  | 'runs out and arrives'
  | 'runs out and comes back'
  | 'school is late'
  | 'college records'
  | 'college ends it'
  | 'does the paper'
  | 'withdraws'
  | 'begins early'
  | { readonly changesTo: readonly string[] };

export interface Person {
  readonly who: string;
  readonly book: 'usst-2020' | 'national-2022' | 'national-2022, ten days' | 'beijing-2024';
  /** What is tapped in the way picker. */
  readonly answers: readonly string[];
  readonly then: readonly Deed[];
  readonly end: TransferState;
  /** Some of what home and progress say in the end. */
  readonly reads: readonly string[];
}

const ARRIVES = ['hands in', 'school approves', 'receiver accepts', 'does the paper'] as const;
const RECORDED = ['hands in', 'college records'] as const;

const usst = (
  who: string,
  answers: readonly string[],
  then: readonly Deed[],
  end: TransferState,
  reads: readonly string[],
): Person => ({ who, book: 'usst-2020', answers, then, end, reads });
const national = (...[who, answers, then, end, reads]: Parameters<typeof usst>): Person => ({
  who,
  book: 'national-2022',
  answers,
  then,
  end,
  reads,
});
const tenDays = (...[who, answers, then, end, reads]: Parameters<typeof usst>): Person => ({
  who,
  book: 'national-2022, ten days',
  answers,
  then,
  end,
  reads,
});
const beijing = (...[who, answers, then, end, reads]: Parameters<typeof usst>): Person => ({
  who,
  book: 'beijing-2024',
  answers,
  then,
  end,
  reads,
});

const JOB = ['毕业后工作', '有，我能问到团支部的全称'];
const NO_JOB = ['毕业后工作', '没有', '户籍地的街道、乡镇'];
const LOCAL_JOB = ['去工作', '有', '省里、市里、区县的团委'];
const NO_BRANCH = ['去工作', '没有', '工作地'];

export const PERSONS: readonly Person[] = [
  usst('has a job', JOB, ARRIVES, 'completed', ['全部办完', '都好了']),
  usst('is refused once', JOB, ['hands in', 'school approves', 'receiver refuses', ...ARRIVES], 'completed', [
    '全部办完',
  ]),
  usst('is refused and stops there', JOB, ['hands in', 'school approves', 'receiver refuses'], 'refused', [
    '对方退回了',
    '关系还在学校，没有丢',
    '修改后再交',
  ]),
  usst(
    'has a receiver that never answers',
    JOB,
    ['hands in', 'school approves', 'runs out and arrives'],
    'accepted',
    ['对方已经接收你'],
  ),
  usst('waits for the school too long', JOB, ['hands in', 'school is late'], 'submitted', [
    '不是你的问题',
    '请老师先批',
  ]),
  usst('is sent back by the college', NO_JOB, ['hands in', 'school returns'], 'returned', [
    '学院退回',
    '按学院的意见改好，再交一次',
  ]),
  usst('is sent back and hands in again', NO_JOB, ['hands in', 'school returns', ...ARRIVES], 'completed', [
    '全部办完',
  ]),
  usst('lives elsewhere', ['毕业后工作', '没有', '居住地的街道、乡镇'], ARRIVES, 'completed', ['全部办完']),
  usst(
    'cannot find out about the employer',
    ['毕业后工作', '我不知道', '还没报到，暂时问不到', '居住地的街道、乡镇'],
    ARRIVES,
    'completed',
    ['全部办完'],
  ),
  usst('takes it back and stops', JOB, ['hands in', 'withdraws'], 'withdrawn', ['重新选一次去向']),
  usst(
    'is told by the college that nothing will come of it',
    JOB,
    ['hands in', 'college ends it'],
    'withdrawn',
    ['学院结束了上一次'],
  ),
  usst('gets a job after all', NO_JOB, ['hands in', { changesTo: JOB }, ...ARRIVES], 'completed', [
    '全部办完',
  ]),
  usst('goes on studying', ['继续读书', '换一所学校', '问到了'], ARRIVES, 'completed', ['全部办完']),
  usst('goes abroad and keeps it here', ['去国外或港澳台', '读书', '申请保留在学院'], RECORDED, 'recorded', [
    '学院已经登记',
  ]),
  usst(
    'comes home early',
    ['去国外或港澳台', '读书', '申请保留在学院'],
    [...RECORDED, { changesTo: JOB }, 'hands in'],
    'submitted',
    ['等学院审批'],
  ),
  usst(
    'works abroad',
    ['去国外或港澳台', '工作，单位在国（境）外', '户籍地的街道、乡镇'],
    ARRIVES,
    'completed',
    ['全部办完'],
  ),
  usst(
    'works in secret',
    ['毕业后工作', '工作单位属于保密机构'],
    ['hands in', 'school approves'],
    'approved',
    ['等上级团组织办理'],
  ),
  usst('works in secret and has arrived', ['毕业后工作', '工作单位属于保密机构'], ARRIVES, 'completed', [
    '全部办完',
  ]),
  usst(
    'works in secret and is sent back from above',
    ['毕业后工作', '工作单位属于保密机构'],
    ['hands in', 'school approves', 'receiver refuses'],
    'refused',
    ['申请被退回了', '修改后再交'],
  ),
  usst('joins the army', ['还没定，或者是别的情况', '参军入伍'], RECORDED, 'recorded', [
    '学院已经登记',
    '现在不用做什么',
  ]),
  usst('graduates later', ['还没定，或者是别的情况', '延迟毕业'], RECORDED, 'recorded', [
    '学院已经登记',
    '现在不用做什么',
  ]),
  usst(
    'is undecided',
    ['还没定，或者是别的情况', '工作或去处还没定', '户籍地的街道、乡镇'],
    ARRIVES,
    'completed',
    ['全部办完'],
  ),

  national('has a job', LOCAL_JOB, ARRIVES, 'completed', ['全部办完', '都好了']),
  national('works for the railway', ['去工作', '有', '自己的系统'], ARRIVES, 'completed', ['全部办完']),
  national('has no branch at work', NO_BRANCH, ARRIVES, 'completed', ['全部办完']),
  national(
    'was refused and takes another way',
    LOCAL_JOB,
    ['hands in', 'school approves', 'receiver refuses', { changesTo: NO_BRANCH }, ...ARRIVES],
    'completed',
    ['全部办完'],
  ),
  national('studies from September on', ['在国内继续读书', '定了，换一所学校'], [], 'planned', [
    '9月1日起办理',
    '现在不用做什么',
  ]),
  national(
    'studies and does not wait for September',
    ['在国内继续读书', '定了，换一所学校'],
    ['begins early', ...ARRIVES],
    'completed',
    ['全部办完'],
  ),
  national(
    'was to study and works instead',
    ['在国内继续读书', '定了，留在本校'],
    [{ changesTo: LOCAL_JOB }, ...ARRIVES],
    'completed',
    ['全部办完'],
  ),
  national(
    'stays with the school for a year',
    ['还没定，或者是别的情况', '工作或去处还没定', '暂时留在学校'],
    [...RECORDED, 'does the paper'],
    'recorded',
    ['留在学校的这段时间', '有去处了，去转'],
  ),
  national(
    'finds a place after a while',
    ['还没定，或者是别的情况', '工作或去处还没定', '暂时留在学校'],
    [...RECORDED, { changesTo: NO_BRANCH }, ...ARRIVES],
    'completed',
    ['全部办完'],
  ),
  national(
    'works in secret',
    ['去工作', '工作单位属于保密机构'],
    ['hands in', 'school approves'],
    'approved',
    ['等上级团组织办理'],
  ),
  national('is sent abroad', ['去国外或港澳台', '工作，国内单位派我去', '有'], ARRIVES, 'completed', [
    '全部办完',
  ]),

  tenDays('has a job', LOCAL_JOB, ARRIVES, 'completed', ['全部办完']),
  tenDays('is voided', LOCAL_JOB, ['hands in', 'school approves', 'runs out and comes back'], 'lapsed', [
    '关系还在学校',
    '重新发起',
  ]),
  tenDays(
    'is voided and begins again',
    NO_BRANCH,
    ['hands in', 'school approves', 'runs out and comes back', ...ARRIVES],
    'completed',
    ['全部办完'],
  ),
  tenDays('waits for the school too long', LOCAL_JOB, ['hands in', 'school is late'], 'submitted', [
    '不是你的问题',
  ]),

  beijing('has a job', LOCAL_JOB, ARRIVES, 'completed', ['全部办完']),
  beijing('has no branch at work', NO_BRANCH, ARRIVES, 'completed', ['全部办完']),
  beijing('is refused once', LOCAL_JOB, ['hands in', 'school approves', 'receiver refuses'], 'refused', [
    '对方退回了',
  ]),
  beijing(
    'is voided on the way out',
    NO_BRANCH,
    ['hands in', 'school approves', 'runs out and comes back'],
    'lapsed',
    ['重新发起'],
  ),
  beijing('joins the army', ['还没定，或者是别的情况', '参军入伍'], RECORDED, 'recorded', [
    '学院已经登记',
    '现在不用做什么',
  ]),
];
