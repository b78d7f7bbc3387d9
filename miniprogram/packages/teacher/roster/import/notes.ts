/** What the reader left out of a file, in words. */
import type { Response } from '../../../../contract';

type Note = Response<'teacher', 'rosterProgress'>['run']['notes'][number];

const rowsOf = ({ rows, count }: Note): string =>
  count > rows.length ? `第 ${rows.join('、')} 行等 ${count} 行` : `第 ${rows.join('、')} 行`;

const namesOf = ({ names }: Note): string => names.filter(Boolean).join('、');

const WORDS: Readonly<Record<Note['kind'], (note: Note) => string>> = {
  'id-column': (note) => `${namesOf(note)} 列有身份证号码，整列没有读，也没有存。`,
  'id-line': (note) => `${rowsOf(note)}（表头上面）有身份证号码，没有读，也没有存。`,
  'sheet-skipped': (note) => `工作表“${namesOf(note)}”里没有学号和姓名的表头，没有读。`,
  'sheet-hidden': (note) => `工作表“${namesOf(note)}”是隐藏的，没有读。`,
  'rows-hidden': (note) =>
    `${rowsOf(note)}是隐藏或筛选掉的，没有读。要收这些人，先取消隐藏和筛选，再传一次。`,
  'perhaps-not': (note) =>
    `${rowsOf(note)}写着群众、退学、延毕一类的话，照样读了。不该在名单里的，从表里去掉再传一次。`,
  'rows-crossed-out': (note) => `${rowsOf(note)}画了删除线，照样读了。不该在名单里的，从表里去掉再传一次。`,
  'rows-repeated': (note) => `${rowsOf(note)}的人在另一张表里也有，写的一样，只算一次。`,
  'tables-beside': (note) => `左右并排了几张表，都读了。另外的从 ${namesOf(note)} 列开始。`,
  'branch-of-sheet': (note) => `没有团支部一列，用了工作表的名字“${namesOf(note)}”。`,
  'branch-of-title': (note) => `没有团支部一列，用了标题里的团支部：${namesOf(note)}。`,
  'branch-filled-down': (note) => `团支部只写在每组的第一行，${rowsOf(note)}空着，照上面的读。`,
  'class-with-major': (note) => `班级只写了几班，前面加上了专业：${namesOf(note)}。`,
  'secretary-of-post': (note) => `没有团支书一列，${rowsOf(note)}的职务或备注写着团支书，按团支书读。`,
  'lines-skipped': (note) => `${rowsOf(note)}不是人（合计、签名、示例或重复的表头），跳过了。`,
};

/** One sentence a note. */
export const noteLines = (notes: readonly Note[]): string[] =>
  notes.map((note) => `${note.sheet ? `${note.sheet}：` : ''}${WORDS[note.kind](note)}`);
