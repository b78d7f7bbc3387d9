/** The first sheet of the workbook: the figures of the board, counted from the very people of the lists behind it. */
import { ARRIVED_STATES, STUCK_STATES } from '../../../miniprogram/domain/people/people-step';
import { rateOf } from '../../../miniprogram/domain/people/rate';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { isDecided } from '../../../miniprogram/domain/transfer/decided';
import { STATE_WORDS } from '../../../miniprogram/domain/words/states';
import { timelineOf } from '../../_shared/store/records/timeline';
import { outsideRate } from '../board/time-views';
import type { Sheet } from '../lazy/spreadsheets';
import type { Entry } from './column';

interface Line {
  readonly college: string;
  readonly branch: string;
  members: number;
  started: number;
  decided: number;
  transferred: number;
  leftOut: number;
  /** By state, of those that need somebody to mend something. */
  readonly stuck: Map<TransferState, number>;
}

const emptyLine = (college: string, branch: string): Line => ({
  college,
  branch,
  members: 0,
  started: 0,
  decided: 0,
  transferred: 0,
  leftOut: 0,
  stuck: new Map(),
});

/** @param outside ways that the rate leaves out */
const countIn = (line: Line, { transfer }: Entry, seasonId: string, outside: readonly string[]): void => {
  line.members += 1;
  // Who goes on from an earlier season is counted there, as on the board.
  if (transfer?.seasonId !== seasonId) return;
  const { state, wayId } = transfer;
  const hasArrived = ARRIVED_STATES.includes(state);
  line.started += 1;
  line.decided += isDecided({ ...transfer, steps: timelineOf(transfer) }) ? 1 : 0;
  line.transferred += hasArrived ? 1 : 0;
  line.leftOut += hasArrived && outside.includes(wayId) ? 1 : 0;
  if (STUCK_STATES.includes(state)) line.stuck.set(state, (line.stuck.get(state) ?? 0) + 1);
};

export interface Summary {
  add(entry: Entry): void;
  /** One line a branch; where there are several colleges a sheet of those first. */
  sheets(): Sheet[];
}

const HEADINGS = ['团员', '已开始', '学院办好', '已转到', '其中不计入转接率', '计入的人数', '转接率 %'];
const STUCK_HEADINGS = STUCK_STATES.map((state) => STATE_WORDS[state]);

const cellsOf = (line: Line): (string | number)[] => {
  const rate = rateOf(line);
  return [
    line.members,
    line.started,
    line.decided,
    line.transferred,
    line.leftOut,
    rate.members,
    rate.percent,
    ...STUCK_STATES.map((state) => line.stuck.get(state) ?? 0),
  ];
};

const plus = (sum: Line, line: Line): Line => ({
  ...sum,
  members: sum.members + line.members,
  started: sum.started + line.started,
  decided: sum.decided + line.decided,
  transferred: sum.transferred + line.transferred,
  leftOut: sum.leftOut + line.leftOut,
  stuck: new Map(
    STUCK_STATES.map((state) => [state, (sum.stuck.get(state) ?? 0) + (line.stuck.get(state) ?? 0)]),
  ),
});

const sheetOf = (
  name: string,
  places: readonly string[],
  lines: readonly (readonly [string[], Line])[],
): Sheet => {
  const total = lines.map(([, line]) => line).reduce(plus, emptyLine('', ''));
  const blank = places.slice(1).map(() => '');
  return {
    name,
    table: [
      [...places, ...HEADINGS, ...STUCK_HEADINGS],
      ...lines.map(([where, line]) => [...where, ...cellsOf(line)]),
      ['合计', ...blank, ...cellsOf(total)],
    ],
    widths: [...places.map(() => 24), ...HEADINGS.map(() => 11), ...STUCK_HEADINGS.map(() => 11)],
    hasTotals: true,
  };
};

export const openSummary = (rulebook: Pick<Rulebook, 'ways'>, seasonId: string): Summary => {
  const outside = outsideRate(rulebook);
  const lines = new Map<string, Line>();
  return {
    add: (entry) => {
      const { branchId, branchName, collegeName } = entry.member;
      const line = lines.get(branchId) ?? emptyLine(collegeName, branchName);
      lines.set(branchId, line);
      countIn(line, entry, seasonId, outside);
    },
    sheets: () => {
      const all = [...lines.values()];
      const colleges = [...new Set(all.map(({ college }) => college))];
      const ofColleges = colleges.map((college): [string[], Line] => {
        const own = all.filter((line) => line.college === college);
        return [[college], own.reduce(plus, emptyLine(college, ''))];
      });
      const ofBranches = all.map((line): [string[], Line] => [[line.college, line.branch], line]);
      return [
        ...(colleges.length > 1 ? [sheetOf('各学院汇总', ['学院'], ofColleges)] : []),
        sheetOf('各支部汇总', ['学院', '团支部'], ofBranches),
      ];
    },
  };
};
