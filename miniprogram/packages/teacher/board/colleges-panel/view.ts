import { dayOf } from '../../../../domain/calendar/china-time';
import { missingTo, rateOf } from '../../../../domain/people/rate';
import type { Response } from '../../../../contract';
import { firstSteps, type FirstStep } from './first-steps';

type Reply = Response<'teacher', 'colleges'>;
export type Colleges = Reply['colleges'];

interface CollegeRow {
  readonly id: string;
  readonly name: string;
  /** 转接率; null without people. */
  readonly percent: number | null;
  /** Share that asks for a look is amber, one that is nearly done green. */
  readonly tone: '' | 'soon' | 'done';
  readonly line: string;
  /** What needs somebody; empty when nothing does. */
  readonly alarm: string;
}

export interface CollegesView {
  readonly percent: number;
  readonly line: string;
  /** The next target, and how many colleges are behind it; empty where there is none. */
  readonly target: string;
  readonly alarm: string;
  readonly rows: readonly CollegeRow[];
  /** What is left to do until the first season runs; null once it does. */
  readonly steps: readonly FirstStep[] | null;
}

/** By the rulebook's formula, as on the board of each college. */
const rateOfCollege = ({
  members,
  arrived,
  leftOut,
}: Pick<Colleges[number], 'members' | 'arrived' | 'leftOut'>) =>
  rateOf({ members, transferred: arrived, leftOut });

/** Behind the next target, or past it. */
const toneOf = (college: Colleges[number], { target }: Pick<Reply, 'target'>): CollegeRow['tone'] => {
  if (college.members === 0 || !target) return '';
  return rateOfCollege(college).percent < target.percent ? 'soon' : 'done';
};

/** How many more a college needs until the next target. */
const behindOf = (college: Colleges[number], { target }: Pick<Reply, 'target'>): string => {
  const missing = target && college.members > 0 ? missingTo(rateOfCollege(college), target.percent) : 0;
  return target && missing > 0 ? `到 ${target.percent}% 还差 ${missing} 人` : '';
};

const alarmOf = (college: Colleges[number], reply: Pick<Reply, 'target'>): string =>
  [
    behindOf(college, reply),
    college.teachers === 0 ? '还没有老师' : '',
    college.waiting > 0 ? `${college.waiting} 条等学院` : '',
    college.stuck > 0 ? `${college.stuck} 人卡住` : '',
  ]
    .filter(Boolean)
    .join('，');

const toRow = (college: Colleges[number], reply: Pick<Reply, 'target'>): CollegeRow => {
  const { id, name, members, arrived, underWay } = college;
  const percent = members > 0 ? rateOfCollege(college).percent : null;
  const line = members > 0 ? `${members} 人，转到 ${arrived}，在办 ${underWay}` : '还没有导入名单';
  return { id, name, percent, tone: toneOf(college, reply), line, alarm: alarmOf(college, reply) };
};

const sum = (colleges: Colleges, of: 'members' | 'arrived' | 'waiting' | 'stuck' | 'leftOut'): number =>
  colleges.reduce((total, college) => total + college[of], 0);

const targetWords = ({ colleges, target }: Reply): string => {
  if (!target) return '';
  const behind = colleges.filter((college) => behindOf(college, { target }) !== '').length;
  const goal = `${dayOf(target.at)}要到 ${target.percent}%`;
  return behind > 0 ? `${goal}，${behind} 个学院还没到` : `${goal}，各学院都到了`;
};

/** The university as a whole, then its colleges, the lowest 转接率 first; those without people last. */
export const toCollegesView = (reply: Reply): CollegesView => {
  const { colleges } = reply;
  const [members, arrived] = [sum(colleges, 'members'), sum(colleges, 'arrived')];
  const [waiting, stuck] = [sum(colleges, 'waiting'), sum(colleges, 'stuck')];
  const rate = rateOfCollege({ members, arrived, leftOut: sum(colleges, 'leftOut') });
  return {
    percent: rate.percent,
    line: members > 0 ? `${rate.members} 人里已转到 ${rate.transferred} 人` : '还没有导入名单',
    target: members > 0 ? targetWords(reply) : '',
    alarm: [waiting > 0 ? `${waiting} 条等学院` : '', stuck > 0 ? `${stuck} 人卡住` : '']
      .filter(Boolean)
      .join('，'),
    rows: colleges
      .map((college) => toRow(college, reply))
      .sort((a, b) => (a.percent ?? Infinity) - (b.percent ?? Infinity)),
    steps: firstSteps(reply),
  };
};
