/** The columns of a roster: what colleges call them, and how their cells are read. */
import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import type { RosterRow } from './check-rows';

type Field = keyof RosterRow;
type Reader = (cell: string) => unknown;

const MONTH = /^((?:19|20)\d{2})\s*[-/.年]?\s*(\d{1,2})(?:\s*月)?(?:\s*[-/.月]?\s*\d{1,2}\s*日?)?$/;
/** 2004113 may be January or November. */
const AMBIGUOUS = /^\d{7}$/;

const asMonth: Reader = (cell) => {
  const text = plainLine(cell);
  const [, year, digits] = AMBIGUOUS.test(text) ? [] : (MONTH.exec(text) ?? []);
  const month = Number(digits);
  return year && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : cell;
};

const YES = /^(是|有|√|✓|y|yes|1|true|书记|支书|团支书|团支部书记)$/i;
const NO = /^(否|无|没有|暂无|无职务|×|x|n|no|0|false|\/|-+)$/i;
/** What they are without a post; nobody of the Party or outside the League has one by that. */
const WITHOUT_POST = /^(普通|共青)?团员$|^(群众|(中共)?(预备)?党员|入党积极分子)$/;

const isNo = (cell: string): boolean => NO.test(plainLine(cell));
const asYesNo: Reader = (cell) => (YES.test(plainLine(cell)) ? true : isNo(cell) ? false : cell);
/** A post is named, e.g. 组织委员; only none of them is none. */
const asPost: Reader = (cell) => !isNo(cell) && !WITHOUT_POST.test(plainLine(cell));
const asIs: Reader = (cell) => cell;

export interface Column {
  readonly field: Field;
  /** As the template writes it. */
  readonly heading: string;
  readonly also: readonly string[];
  readonly read: Reader;
  readonly width: number;
  readonly isRequired: boolean;
}

export const COLUMNS: readonly Column[] = [
  { field: 'studentNumber', heading: '学号', also: ['学生学号'], read: asIs, width: 14, isRequired: true },
  { field: 'name', heading: '姓名', also: ['学生姓名', '团员姓名'], read: asIs, width: 12, isRequired: true },
  {
    field: 'branchName',
    heading: '团支部',
    also: ['所在团支部', '团支部名称', '支部', '支部名称'],
    read: asIs,
    width: 26,
    isRequired: true,
  },
  {
    field: 'birthMonth',
    heading: '出生年月',
    also: ['出生日期', '生日', '出生月份'],
    read: asMonth,
    width: 12,
    isRequired: false,
  },
  {
    field: 'graduationMonth',
    heading: '毕业年月',
    also: ['毕业日期', '毕业时间', '预计毕业年月'],
    read: asMonth,
    width: 12,
    isRequired: true,
  },
  {
    field: 'hasLeaguePost',
    heading: '团内职务',
    also: ['团干部', '是否团干部', '担任团内职务', '是否担任团内职务'],
    read: asPost,
    width: 14,
    isRequired: false,
  },
  {
    field: 'isSecretary',
    heading: '团支书',
    also: ['是否团支书', '团支部书记', '是否团支部书记'],
    read: asYesNo,
    width: 10,
    isRequired: false,
  },
];

/** Columns that rosters often carry along and that are not taken over. */
const IGNORED = new Set(['序号', '编号', '备注', '性别', '民族', '学院', '专业', '年级', '学历', '政治面貌']);

const plainHeading = (cell: string): string =>
  plainLine(cell)
    .replace(/[\s*:]/g, '')
    .replace(/\(.*\)$/, '');

export const columnOf = (heading: string): Column | undefined => {
  const plain = plainHeading(heading);
  return COLUMNS.find((column) => column.heading === plain || column.also.includes(plain));
};

/** What a class is called. Its name stands for the branch's where the table has no branches. */
const CLASSES = new Set(['班级', '所在班级', '班级名称', '行政班', '行政班级']);

export const isClass = (heading: string): boolean => CLASSES.has(plainHeading(heading));

export const isIgnored = (heading: string): boolean => IGNORED.has(plainHeading(heading)) || isClass(heading);
