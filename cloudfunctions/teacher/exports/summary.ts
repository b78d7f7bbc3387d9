/** The first sheets of the workbook: the figures of the board, counted from the very people of the lists behind it. */
import { notSubmitted, stateFigures } from '../../../miniprogram/domain/people/figures';
import { ARRIVED_STATES, STUCK_STATES } from '../../../miniprogram/domain/people/people-step';
import { measuresOf, rateOf, type Measured, type WayCount } from '../../../miniprogram/domain/people/rate';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { sharesAsked } from '../../../miniprogram/domain/rules/rulebook/rate';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { isDecided } from '../../../miniprogram/domain/transfer/decided';
import { DEFINITIONS_TITLE, FIGURES, STUCK_MEANINGS } from '../../../miniprogram/domain/words/figures';
import { STATE_WORDS } from '../../../miniprogram/domain/words/states';
import { timelineOf } from '../../_shared/store/records/timeline';
import { outsideRate } from '../board/time-views';
import type { Sheet } from '../lazy/spreadsheets';
import type { Entry } from './column';

interface Line {
  readonly college: string;
  readonly branch: string;
  members: number;
  decided: number;
  leftOut: number;
  readonly transfers: WayCount[];
}

const emptyLine = (college: string, branch: string): Line => ({
  college,
  branch,
  members: 0,
  decided: 0,
  leftOut: 0,
  transfers: [],
});

/** @param outside ways that the rate leaves out */
const countIn = (
  line: Line,
  { member, transfer }: Entry,
  seasonId: string,
  outside: readonly string[],
): void => {
  // Whoever began in an earlier season is counted there, as on the board.
  if (member.startedIn !== null && member.startedIn !== seasonId) return;
  line.members += 1;
  if (transfer?.seasonId !== seasonId) return;
  const { state, wayId } = transfer;
  line.transfers.push({ state, wayId, count: 1 });
  line.decided += isDecided({ ...transfer, steps: timelineOf(transfer) }) ? 1 : 0;
  line.leftOut += ARRIVED_STATES.includes(state) && outside.includes(wayId) ? 1 : 0;
};

export interface Summary {
  add(entry: Entry): void;
  /** One line a branch, where there are several colleges a sheet of those first; and what each figure counts. */
  sheets(): Sheet[];
}

const figuresOf = ({ members, decided, leftOut, transfers }: Line) => {
  const figures = stateFigures(transfers);
  const rate = rateOf({ members, transferred: figures.transferred, leftOut });
  return {
    ...figures,
    members,
    decided,
    leftOut,
    notSubmitted: notSubmitted(members, figures),
    counted: rate.members,
    rate: rate.percent,
  };
};

/** By how far people are. */
const SHOWN = [
  'members',
  'started',
  'notSubmitted',
  'withCollege',
  'decided',
  'withReceiver',
  'stuck',
  'transferred',
  'leftOut',
  'counted',
  'rate',
] as const satisfies readonly (keyof ReturnType<typeof figuresOf>)[];

interface Heading {
  readonly heading: string;
  readonly meaning: string;
}

const headingOf = (figure: (typeof SHOWN)[number]): Heading => {
  const { term, meaning } = FIGURES[figure];
  return { heading: figure === 'rate' ? `${term} %` : term, meaning };
};

/** The columns of one summary: the same figures for a branch, a college and all together. */
interface Columns {
  readonly headings: readonly Heading[];
  readonly cells: (line: Line) => number[];
}

const columnsBy = (measures: (line: Line) => readonly Measured[]): Columns => ({
  headings: [
    ...SHOWN.map(headingOf),
    ...measures(emptyLine('', '')).map(({ label, meaning }) => ({ heading: `${label} %`, meaning })),
    ...STUCK_STATES.map((state) => ({ heading: STATE_WORDS[state], meaning: STUCK_MEANINGS[state] ?? '' })),
  ],
  cells: (line) => {
    const figures = figuresOf(line);
    const inState = (wanted: TransferState): number =>
      line.transfers.filter(({ state }) => state === wanted).length;
    const measured = measures(line).map(({ percent }) => percent);
    return [...SHOWN.map((figure) => figures[figure]), ...measured, ...STUCK_STATES.map(inState)];
  },
});

const plus = (sum: Line, line: Line): Line => ({
  ...sum,
  members: sum.members + line.members,
  decided: sum.decided + line.decided,
  leftOut: sum.leftOut + line.leftOut,
  transfers: [...sum.transfers, ...line.transfers],
});

const sheetOf = (
  name: string,
  places: readonly string[],
  lines: readonly (readonly [string[], Line])[],
  { headings, cells }: Columns,
): Sheet => {
  const total = lines.map(([, line]) => line).reduce(plus, emptyLine('', ''));
  const blank = places.slice(1).map(() => '');
  return {
    name,
    table: [
      [...places, ...headings.map(({ heading }) => heading)],
      ...lines.map(([where, line]) => [...where, ...cells(line)]),
      ['合计', ...blank, ...cells(total)],
    ],
    widths: [...places.map(() => 24), ...headings.map(() => 11)],
    hasTotals: true,
  };
};

/** Explains the columns of the summaries, each of them and nothing else. */
const definitions = ({ headings }: Columns): Sheet => ({
  name: DEFINITIONS_TITLE,
  table: [['数', '怎么算的'], ...headings.map(({ heading, meaning }) => [heading, meaning])],
  widths: [20, 90],
});

export const openSummary = (rulebook: Pick<Rulebook, 'ways' | 'rate'>, seasonId: string): Summary => {
  const outside = outsideRate(rulebook);
  const asked = sharesAsked(rulebook);
  const columns = columnsBy((line) => measuresOf(asked, line, line.transfers));
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
        ...(colleges.length > 1 ? [sheetOf('各学院汇总', ['学院'], ofColleges, columns)] : []),
        sheetOf('各支部汇总', ['学院', '团支部'], ofBranches, columns),
        definitions(columns),
      ];
    },
  };
};
