import type { Response } from '../../../../contract';

export type Colleges = Response<'teacher', 'colleges'>['colleges'];

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
  readonly alarm: string;
  readonly rows: readonly CollegeRow[];
}

const LOW = 50;
const HIGH = 80;

const percentOf = ({ members, arrived }: { members: number; arrived: number }): number | null =>
  members > 0 ? Math.round((arrived / members) * 100) : null;

const toneOf = (percent: number | null): CollegeRow['tone'] =>
  percent === null || (percent >= LOW && percent < HIGH) ? '' : percent < LOW ? 'soon' : 'done';

const alarmOf = ({ teachers, waiting, stuck }: Colleges[number]): string =>
  [
    teachers === 0 ? '还没有老师' : '',
    waiting > 0 ? `${waiting} 条等学院` : '',
    stuck > 0 ? `${stuck} 人卡住` : '',
  ]
    .filter(Boolean)
    .join('，');

const toRow = (college: Colleges[number]): CollegeRow => {
  const { id, name, members, arrived, underWay } = college;
  const percent = percentOf(college);
  const line = members > 0 ? `${members} 人，转到 ${arrived}，在办 ${underWay}` : '还没有导入名单';
  return { id, name, percent, tone: toneOf(percent), line, alarm: alarmOf(college) };
};

const sum = (colleges: Colleges, of: 'members' | 'arrived' | 'waiting' | 'stuck'): number =>
  colleges.reduce((total, college) => total + college[of], 0);

/** The university as a whole, then its colleges, the lowest 转接率 first; those without people last. */
export const toCollegesView = (colleges: Colleges): CollegesView => {
  const [members, arrived] = [sum(colleges, 'members'), sum(colleges, 'arrived')];
  const [waiting, stuck] = [sum(colleges, 'waiting'), sum(colleges, 'stuck')];
  return {
    percent: percentOf({ members, arrived }) ?? 0,
    line: members > 0 ? `${members} 人里已转到 ${arrived} 人` : '还没有导入名单',
    alarm: [waiting > 0 ? `${waiting} 条等学院` : '', stuck > 0 ? `${stuck} 人卡住` : '']
      .filter(Boolean)
      .join('，'),
    rows: colleges.map(toRow).sort((a, b) => (a.percent ?? Infinity) - (b.percent ?? Infinity)),
  };
};
