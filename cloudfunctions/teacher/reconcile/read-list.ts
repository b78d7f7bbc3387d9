/** Reads a list out of 智慧团建: a sheet with headings, wherever they stand, or lines that were pasted without any. */
import {
  outcomeNamed,
  type ListedPerson,
  type ListKind,
} from '../../../miniprogram/domain/people/reconcile/listed';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { cleanLine, plainLine } from '../../../miniprogram/domain/text/clean-text';
import { tablesBeside } from '../roster/beside';
import { isBlank, isIdCardHeading, looksLikeIdCard } from '../roster/check-rows';
import { plainHeading } from '../roster/plain-heading';
import type { SheetRow, Workbook } from '../roster/workbook/sheet';

export interface ListReading {
  readonly people: ListedPerson[];
  /** Lines in which no name was found, those of sheets without headings included. */
  readonly skipped: number;
  /** Rows a filter or a hand hides: who stands there cannot be told from who is gone. */
  readonly hidden: number;
  readonly struckIds: boolean;
  /** Words under 状态 that nobody knows, a few of them. */
  readonly unclear: string[];
}

type Field = 'name' | 'branch' | 'number' | 'state';

/** What a column of states is about, the most telling first: 学籍状态 and 团员状态 say nothing of a transfer. */
const STATES: readonly RegExp[] = [
  /(接收|转入).*(状态|进度|结果)/,
  /(转接|接转|转出|办理).*(状态|进度|结果)/,
  /(审批|审核|申请).*(状态|进度|结果)/,
  /状态|进度|结果|进展|环节|节点|(转接|转出|办理|审批|审核|接收)情况/,
];
/** The school's own approvals stand in columns of their own, and nobody arrives by them. */
const OF_SCHOOL =
  /^(所在|原|本|转出)?(团支部|团支书|支部|学院|学校|校|院系?|转出(方|组织|团\S*)).*(审批|审核)/;

/** What lists call their columns; the first that a heading holds. */
const HEADINGS: readonly (readonly [Exclude<Field, 'state'>, RegExp])[] = [
  ['number', /^(学生)?学号$/],
  ['name', /^(团员|学生|申请人|转接人)?姓名$|^(申请|转接|转出)人$|^团员$/],
  [
    'branch',
    /^(现|当前|目前)?(所在|所属|原所在|原|转出)?(团)?(组织|支部)(名称|全称|全名)?$|^(原|转出|所在)?(行政)?班级?(名称)?$/,
  ],
];

const MOST_UNCLEAR = 10;
const LONGEST_WORD = 20;
const LONGEST_NAME = 60;

const fieldOf = (cell: string): Field | undefined => {
  const plain = plainHeading(cell);
  return HEADINGS.find(([, words]) => words.test(plain))?.[0];
};

type Columns = Readonly<Partial<Record<Field, number>>>;

const stateIn = (cells: readonly string[]): { readonly state?: number } => {
  const plain = cells.map(plainHeading);
  const places = STATES.map((words) => plain.findIndex((cell) => words.test(cell) && !OF_SCHOOL.test(cell)));
  const state = places.find((place) => place >= 0);
  return state === undefined ? {} : { state };
};

/** Heads a column of names, and stands in the line of each person as what they are. */
const MEMBER = '团员';

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => !isBlank(cell)).length;

/** The columns of a row of headings; undefined for any other row. */
const columnsOf = ({ cells }: SheetRow): Columns | undefined => {
  const fields = cells.map(fieldOf);
  if (!fields.includes('name')) return undefined;
  const isPerson =
    plainHeading(cells[fields.indexOf('name')] ?? '') === MEMBER &&
    filledIn(cells) > 1 &&
    fields.every((field) => field === undefined || field === 'name') &&
    stateIn(cells).state === undefined;
  if (isPerson) return undefined;
  const placeOf = (field: Field) => (fields.includes(field) ? { [field]: fields.indexOf(field) } : {});
  return { ...placeOf('name'), ...placeOf('branch'), ...placeOf('number'), ...stateIn(cells) };
};

const fieldsOf = (row: SheetRow) => (columnsOf(row) ? row.cells.map(fieldOf) : undefined);

const SUM = /^(合计|总计|小计|共计|总人数|人数|共\s*\d+\s*[人条]|[上下]一页)|(列表|名单)$/;

/** What forms say below their people, in the first column. */
const NOTE = /[:;。]|^(备?注|说明|填表|审核人|负责人|联系人|制表)/;

const TITLE_END = /(的)?(毕业)?(团员|学生|人员)?(信息)?(列表|名单|花名册|名册|表)$/;
/** A branch, or a class; a day on which the list was made ends in digits too. */
const OF_BRANCH = /支部$|^[\u4e00-\u9fff()]{1,12}\d{2,4}班?$/;

/** The branch a title names: 机制2201团支部团员名单, as a row of its own or as the name of the sheet. */
const branchIn = (cells: readonly string[]): string | null => {
  const [title, other] = cells.filter((cell) => !isBlank(cell));
  if (title === undefined || other !== undefined) return null;
  const name = cleanLine(title).replace(TITLE_END, '').slice(0, LONGEST_NAME);
  return OF_BRANCH.test(plainLine(name)) && !looksLikeIdCard(name) ? name : null;
};

class Reading {
  readonly people: ListedPerson[] = [];
  readonly unclear = new Set<string>();
  skipped = 0;
  struckIds = false;

  /** @param heldBy the branch that the title above the table names, for a table without a column of branches */
  take({ row, cells }: SheetRow, columns: Columns, heldBy: string | null): void {
    if (cells.some(looksLikeIdCard)) this.struckIds = true;
    const cellOf = (field: Field): string | null => {
      const text = cells[columns[field] ?? -1] ?? '';
      return isBlank(text) || looksLikeIdCard(text) ? null : cleanLine(text).slice(0, LONGEST_NAME);
    };
    const name = cellOf('name');
    const isNobody = (text: string): boolean =>
      !/\p{L}/u.test(text) || SUM.test(text.replace(/\s/g, '')) || NOTE.test(text);
    if (name === null || isNobody(plainLine(name))) {
      if (cells.some((cell) => !isBlank(cell))) this.skipped += 1;
      return;
    }
    const state = cellOf('state');
    const outcome = state === null ? null : (outcomeNamed(plainLine(state)) ?? null);
    if (state !== null && outcome === null) this.unclear.add(state.slice(0, LONGEST_WORD));
    this.people.push({
      line: row,
      name,
      branchName: columns.branch === undefined ? heldBy : cellOf('branch'),
      // As programs that count with numbers write them.
      studentNumber: cellOf('number')?.replace(/^(\d{1,15})\.0+$/, '$1') ?? null,
      outcome,
    });
  }
}

/** @param kind a list of members has no states to read, whatever its columns are called */
export const readList = ({ sheets }: Workbook, kind: ListKind): Result<ListReading> => {
  const reading = new Reading();
  let hasNames = false;
  let hasStates = false;
  const tables = sheets.flatMap((sheet) => tablesBeside(sheet, fieldsOf, ['name']));
  for (const { name: sheet, rows } of tables) {
    let columns: Columns | undefined;
    let heldBy = branchIn([sheet]);
    for (const row of rows) {
      const headings = columnsOf(row);
      heldBy = branchIn(row.cells) ?? heldBy;
      if (headings) {
        columns = kind === 'members' ? { ...headings, state: -1 } : headings;
        hasNames = true;
        hasStates ||= headings.state !== undefined;
        if (row.cells.some(isIdCardHeading)) reading.struckIds = true;
      } else if (columns) reading.take(row, columns, heldBy);
    }
    // A page that goes on without headings: whoever stands there is not gone.
    if (!columns) reading.skipped += rows.filter(({ cells }) => filledIn(cells) > 1).length;
  }
  if (!hasNames) return fail('LIST_NO_NAMES', 'from');
  if (kind === 'outgoing' && !hasStates) return fail('LIST_NO_STATES', 'from');
  const { people, skipped, struckIds, unclear } = reading;
  return ok({
    people,
    skipped,
    hidden: sheets.reduce((sum, { hiddenRows }) => sum + hiddenRows.length, 0),
    struckIds,
    unclear: [...unclear].slice(0, MOST_UNCLEAR),
  });
};
