/** The columns of a roster: what colleges call them, and how their cells are read. */
import { FIELD_WORDS, type RosterField } from '../../../miniprogram/domain/people/roster-columns';
import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import { plainHeading } from './plain-heading';
import { asMonth } from './read-month';

type Reader = (cell: string) => unknown;

const YES = /^(是|有|√|✓|y|yes|1|true|书记|支书|团支书|团支部书记)$/i;
const NO = /^(否|不是|非|无|没有|暂无|无职务|×|x|n|no|0|false|\/|-+)$/i;
/** 未担任, 暂无团内职务, 没有任职. */
const NO_POST = /^(暂|尚|并)?(无|未|没有?|不)(担任|任)?(任何|其他)?(团内|团组织)?(任职|职务?)?$/;
/** What they are without a post; nobody of the Party or outside the League has one by that. */
const WITHOUT_POST = /^(普通|共青)?团员$|^(群众|(中共)?(预备)?党员|入党积极分子)$/;

/** One post, and it is over: 原团支书, 曾任组织委员, 宣传委员（已卸任）. */
const FORMER = /^(原|前|曾)[^、,;现]+$|^[^、,;现]+(卸任|离任|免去|免职|辞职)\)?$/;
/** The secretary of a League branch, as posts are called; a branch may stand in front. 副支书 and 党支部书记 are others. */
const SECRETARY = /^(现任|担任|.*\d{2,}班?)?(团支书|团支部书记|团支部支书|支部书记|支书|书记)$/;

/** One of the posts a cell names is the secretary's: 班长兼团支书, 团支部书记（兼）. */
export const isSecretaryPost = (cell: string): boolean => {
  const plain = plainLine(cell);
  const posts = plain.replace(/\([^()]*\)$/, '').split(/[、,;/和兼\s]+/);
  return !FORMER.test(plain) && posts.some((post) => SECRETARY.test(post));
};

const isNo = (cell: string): boolean => NO.test(plainLine(cell));
const isYes = (cell: string): boolean =>
  YES.test(plainLine(cell).replace(/\([^()]*\)$/, '')) || isSecretaryPost(cell);
const asYesNo: Reader = (cell) => (isYes(cell) ? true : isNo(cell) ? false : cell);
/** Posts in a class or in the students' union alone: nothing of the League is given up with them. */
const OF_CLASS =
  /^((副?班长|(学习|生活|体育|文艺|文体|劳动|心理|心理健康|安全|信息|科创|实践)委员|寝室长|宿舍长|舍长|课代表|[体学文生心劳]委|学生会\S*|社团\S*|班委)[、,;/和兼]?)+$/;
/** A post is named, e.g. 组织委员; only none of them is none. */
const asPost: Reader = (cell) =>
  ![NO, NO_POST, WITHOUT_POST, FORMER, OF_CLASS].some((words) => words.test(plainLine(cell)));
const asIs: Reader = (cell) => cell;
/** Names of two and three characters are spread to one width: 易　安, 温 如 玉. Longer ones may be parted by a blank. */
const SPREAD =
  /^\p{Script=Han}( \p{Script=Han})+$|^(?=(?:\p{Script=Han} ?){3}$)\p{Script=Han}+ \p{Script=Han}+$/u;
const asName: Reader = (cell) => {
  const text = plainLine(cell);
  return SPREAD.test(text) ? text.replace(/ /g, '') : cell;
};
/** Programs that count with student numbers write 2210310101.0; up to 15 digits are exact in them. */
const asNumber: Reader = (cell) => /^(\d{1,15})\.0+$/.exec(plainLine(cell))?.[1] ?? cell;

export interface Column {
  readonly field: RosterField;
  /** As the template writes it. */
  readonly heading: string;
  /** Its headings, in small letters. */
  readonly words: RegExp;
  readonly read: Reader;
  readonly width: number;
  readonly isRequired: boolean;
}

/** Whose, and of when: 所在团支部, 本人姓名, 预计毕业时间. */
const WHOSE = '(学生|团员|毕业生|同学|本人)?';
const OF_NOW = '(现|当前|目前|原|转出)?(所在|所属|隶属)?的?';
/** 班级/团支部, 班团支部: both in one column. */
const WITH_CLASS = '班级?[/、和及或]?团?支部|团?支部[/、和及或]?班级?';
const TIME = '(年月日?|时间|日期|月份)';

/** A heading is known by what it names, with what may stand around that; English ones by their letters alone. */
const KINDS: readonly Omit<Column, 'heading'>[] = [
  {
    field: 'studentNumber',
    words: new RegExp(`^(${WHOSE}(学号|学籍号|学工号|编号)|学生号|student(id|no|number|code)\\.?)$`),
    read: asNumber,
    width: 14,
    isRequired: true,
  },
  {
    field: 'name',
    words: new RegExp(`^(${WHOSE}(姓名|名字)|团员|学生|毕业生|(student|full|chinese)?name|namein?chinese)$`),
    read: asName,
    width: 12,
    isRequired: true,
  },
  {
    field: 'branchName',
    // Beside a column of classes the wrong one would be taken for the branch where one of these is not known.
    words: new RegExp(`^(${OF_NOW}(团支部|支部|团组织|${WITH_CLASS})(名称?|全称)?|(league)?branch(name)?)$`),
    read: asIs,
    width: 26,
    isRequired: true,
  },
  {
    field: 'birthMonth',
    words: new RegExp(`^(出生${TIME}|生日|dateofbirth|birth(day|date|month)?)$`),
    read: asMonth,
    width: 12,
    isRequired: false,
  },
  {
    field: 'graduationMonth',
    words: new RegExp(`^((预计|预期|拟|应|计划)?(毕业|离校)${TIME}|graduat(ion|ing)(date|month|time)?)$`),
    read: asMonth,
    width: 12,
    isRequired: true,
  },
  {
    field: 'hasLeaguePost',
    words: /^(是否)?(团干部?|(担任|现任)?(团内|团支部|团组织)(职务|任职))$/,
    read: asPost,
    width: 14,
    isRequired: false,
  },
  {
    field: 'isSecretary',
    words: /^(是否)?(为|是)?(团支书|团支部书记)$/,
    read: asYesNo,
    width: 10,
    isRequired: false,
  },
];

export const COLUMNS: readonly Column[] = KINDS.map((kind) => ({
  ...kind,
  heading: FIELD_WORDS[kind.field],
}));

/** What a cell of a field means. */
export const readerOf = (field: RosterField): Reader =>
  COLUMNS.find((column) => column.field === field)?.read ?? asIs;

export const columnOf = (heading: string): Column | undefined => {
  const plain = plainHeading(heading).toLowerCase();
  return COLUMNS.find((column) => column.heading === plain || column.words.test(plain));
};

/** Whether a heading is the template's own word for its column. */
export const isOwnHeading = (heading: string): boolean =>
  columnOf(heading)?.heading === plainHeading(heading);

/** What a class is called. Its name stands for the branch's where the table has no branches. */
const CLASS =
  /^(所在|现|原|行政|自然|专业|年级|专业年级|年级专业)*(班|班级|班别|班号)(名称?|全称)?$|^class(name)?$/;

export const isClass = (heading: string): boolean => CLASS.test(plainHeading(heading).toLowerCase());

/** Posts of any kind. They tell of the League where some of them are of it. */
const POSTS = new Set(['职务', '担任职务', '现任职务', '所任职务', '任职情况', '学生职务', '担任学生职务']);
const LEAGUE_POST = /支书|支部书记|团委|组织委员|宣传委员|^团|^(副|副支)?书记$/;

export const isAnyPost = (heading: string): boolean => POSTS.has(plainHeading(heading));
export const isLeaguePost = (cell: string): boolean => LEAGUE_POST.test(plainLine(cell));

const LONGEST_KEY = 40;

/**
 * What each column is called in answers: by its heading, so that an answer holds for every sheet and for the next file.
 * The second of one heading and columns without one have keys of their own.
 */
export const columnKeys = (headings: readonly string[], letterOf: (index: number) => string): string[] => {
  const seen = new Map<string, number>();
  return headings.map((heading, index) => {
    const plain = plainHeading(heading).slice(0, LONGEST_KEY) || `列${letterOf(index)}`;
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    return times === 1 ? plain : `${plain}#${times}`;
  });
};
