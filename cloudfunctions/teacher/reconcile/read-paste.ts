/** A list as it was copied from a page: cells between tabs or wide gaps, with headings or without. */
import {
  outcomeNamed,
  type ListedOutcome,
  type ListedPerson,
  type ListKind,
} from '../../../miniprogram/domain/people/reconcile/listed';

import { ok, type Result } from '../../../miniprogram/domain/errors';
import { cleanLine, plainLine } from '../../../miniprogram/domain/text/clean-text';
import { nameKey, numberKey } from '../../../miniprogram/domain/text/keys';
import { looksLikeIdCard } from '../roster/check-rows';
import type { SheetRow, Workbook } from '../roster/workbook/sheet';
import { readList, type ListReading } from './read-list';

const GAP = /\t|\u3000+| {2,}|[、，,;；。！!|]/;

/** A name of two or three characters spread to one width, by itself in its cell: 池　北 is no two cells. */
const SPREAD = /(?<=^|[\t、，,])\p{Script=Han}(?:[\u3000 ]+\p{Script=Han}){1,2}(?=$|[\t、，,])/gu;
/** What stands in front of a name in a numbered list or a call in a chat, and of any value on a card of one person. */
const IN_FRONT =
  /^(\d+\s*[.)．）]|[①-⑳]|@|(团员|学生)?(姓名|学号)[:：]|申请人[:：]|(现|所在|所属|转出)?(团支部|支部|团组织|组织)(名称|全称)?[:：]|(转接|审批|审核|办理|当前|业务)?(状态|进度|结果)[:：])\s*/;
/** Parts what people put side by side: 尹若水/池北, and who speaks in a chat: 机制2201-池北: 还没转. */
const WITHIN_CELL = /[ /_:：-]/;
/** A number grown together with the name. */
const BESIDE = /^(\D+?)[\s:：-]*([A-Z]?\d[\dA-Z-]{4,})$|^([A-Z]?\d[\dA-Z-]{4,})[\s:：-]*(\D+)$/i;

/** The lines as a sheet has them. */
const rowsOf = (text: string): SheetRow[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({
      row: index + 1,
      cells: line
        .replace(SPREAD, (name) => name.replace(/[\u3000 ]/g, ''))
        .split(GAP)
        .map((cell) => cell.trim().replace(IN_FRONT, '')),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

/** What tells a name, a number or a branch from all else on a line without headings. */
export interface Known {
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly isBranch: (text: string) => boolean;
}

/** Names with all that people put beside them are shorter. */
const LONGEST = 200;

/** 已成功：池北 */
const SAID_FIRST = /^([^:：]+)[:：]\s*(.+)$/;

/** How outcomes begin; with any other character the name may go on, and be somebody else's. */
const OUTCOME_BEGINS =
  /^(已|待|等|未|被|拒|退|超时|超期|接收|转|审|同意|不|通过|完成|失效|还[没在]|没|办|弄|搞|作废|[✅✔☑√❌✗✘×⏳⌛])/;

/** What stands behind a name: 同学, a remark in brackets, an outcome. */
const BEHIND = /^(?:同学)?\s*(?:[（(]([^）)]*)[）)])?[\s:：-]*(.*)$/u;

/** 池北（机制2201）已接收: a name known here with nothing behind it but such things; each is a part. */
const withBehind = (part: string, { names }: Known): string[] => {
  const letters = Array.from(part);
  const upTo = (end: number): string => letters.slice(0, end).join('');
  const ends = letters.map((_, index) => letters.length - index);
  const end = ends.find((at) => names.has(nameKey(upTo(at))));
  if (end === undefined) return [part];
  const [, remark = '', said = ''] = BEHIND.exec(letters.slice(end).join('')) ?? [];
  const isSaid = said === '' || (OUTCOME_BEGINS.test(said) && outcomeNamed(plainLine(said)));
  return isSaid ? [upTo(end), remark, said].filter(Boolean) : [part];
};

/** A cell, and its parts where one blank, a remark or a number stands beside a name. */
const partsOf = (cell: string, known: Known): string[] => {
  const { names } = known;
  const isName = (part: string): boolean => names.has(nameKey(part));
  if (isName(cell) || cell.length > LONGEST) return [cell];
  const bare = (text: string): string[] => {
    const part = text.replace(IN_FRONT, '');
    const [, said, behind] = SAID_FIRST.exec(part) ?? [];
    if (said && behind && isName(behind)) return [said, behind];
    const pieces = (BESIDE.exec(part) ?? []).slice(1).filter(Boolean);
    return pieces.some(isName) ? pieces : withBehind(part, known);
  };
  const whole = bare(cell);
  if (whole.some(isName)) return whole;
  const parts = cell.split(WITHIN_CELL).flatMap(bare);
  return parts.some(isName) ? parts : [cell];
};

/** Of a line without headings only what is known here is taken: nobody is made up from 汉族 or 共青团员. */
const peopleOf = ({ row, cells }: SheetRow, kind: ListKind, known: Known): ListedPerson[] => {
  const parts = cells.flatMap((cell) => partsOf(cell, known)).filter((cell) => !looksLikeIdCard(cell));
  const names = parts.filter((part) => known.names.has(nameKey(part)));
  const number = parts.find((part) => known.numbers.has(numberKey(part))) ?? null;
  const branchName = parts.find((part) => known.isBranch(part)) ?? null;
  const outcome =
    kind === 'outgoing' ? parts.map(plainLine).flatMap((part) => outcomeNamed(part) ?? [])[0] : null;
  return names.map((name) => ({
    line: row,
    name: cleanLine(name),
    branchName: branchName === null ? null : cleanLine(branchName),
    studentNumber: names.length === 1 ? number : null,
    outcome: outcome ?? null,
  }));
};

/** 【已完成】, 还没接收的：, 退回2人: an outcome over the names below it. The outcome of a card stands under its name. */
const OVER_NAMES = /^【.*】$|[:：]$|\d\s*人$/;
/** 一、已转出: its number is parted from it as cells are. */
const ORDINAL = /^[（(]?[一二三四五六七八九十]+[.．）)]?$/;

const outcomeOver = ({ cells }: SheetRow): ListedOutcome | undefined => {
  const [first = '', second, third] = cells.filter((text) => text !== '');
  if (ORDINAL.test(first) && second !== undefined && third === undefined)
    return outcomeNamed(plainLine(second));
  return second === undefined && OVER_NAMES.test(first) ? outcomeNamed(plainLine(first)) : undefined;
};

/**
 * A table that was copied cell by cell, one under the other, as its lines: each begins with a name, and all are equally
 * long but for the last, where the number of a next line may be missing. What is not as regular as that is left as it is.
 */
const standingUp = (rows: SheetRow[], { names }: Known): SheetRow[] => {
  const isName = ({ cells: [cell = ''] }: SheetRow): boolean => names.has(nameKey(cell));
  const starts = rows.flatMap((row, index) => (isName(row) ? [index] : []));
  const [first, second] = starts;
  const length = second === undefined || first === undefined ? 0 : second - first;
  const isTable =
    length > 1 &&
    rows.every((row) => row.cells.length === 1 && outcomeOver(row) === undefined) &&
    starts.every((start) => (start - (first ?? 0)) % length === 0) &&
    [0, length - 1, length - 2].includes((rows.length - (first ?? 0)) % length);
  if (!isTable) return rows;
  return starts.map((start) => ({
    row: rows[start]?.row ?? start,
    cells: rows.slice(start, start + length).flatMap(({ cells }) => cells),
  }));
};

/** Each line's people; who has no outcome of their own has that of the line above the group. */
const peopleUnder = (rows: readonly SheetRow[], kind: ListKind, known: Known): ListedPerson[][] => {
  let over: ListedOutcome | null = null;
  return rows.map((row) => {
    const people = peopleOf(row, kind, known);
    if (kind === 'outgoing' && people.length === 0) over = outcomeOver(row) ?? over;
    return people.map((person) => ({ ...person, outcome: person.outcome ?? over }));
  });
};

/** With headings it is read as a sheet is. */
export const readPaste = (text: string, kind: ListKind, known: Known): Result<ListReading> => {
  const rows = rowsOf(text);
  const workbook: Workbook = { sheets: [{ name: '', rows, hiddenRows: [] }], hiddenSheets: [] };
  const asSheet = readList(workbook, kind);
  if (asSheet.ok || asSheet.error.code === 'LIST_NO_STATES') return asSheet;
  const read = peopleUnder(standingUp(rows, known), kind, known);
  const people = read.flat();
  if (people.length === 0) return asSheet;
  return ok({
    people,
    skipped: read.filter((found) => found.length === 0).length,
    hidden: 0,
    struckIds: rows.some(({ cells }) => cells.some(looksLikeIdCard)),
    unclear: [],
  });
};
