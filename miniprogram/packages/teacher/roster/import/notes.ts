/** What the reader left out of a file or took in another sense, in words. */
import type { Response } from '../../../../contract';

type Note = Response<'teacher', 'rosterProgress'>['run']['notes'][number];

const rowsOf = ({ rows, count }: Note): string =>
  count > rows.length ? `第 ${rows.join('、')} 行等 ${count} 行` : `第 ${rows.join('、')} 行`;

const namesOf = ({ names }: Note): string => names.filter(Boolean).join('、');

const month = (text = ''): string => text.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月');

const WORDS: Readonly<Record<Note['kind'], (note: Note) => string>> = {
  'id-column': (note) => `${namesOf(note)} 列有身份证号码，整列没有读，也没有存。`,
  'id-line': (note) => `${rowsOf(note)}（表头上面）有身份证号码，没有读，也没有存。`,
  'column-skipped': (note) => `用不到的列跳过了：${namesOf(note)}。`,
  'sheet-skipped': (note) => `工作表“${namesOf(note)}”里没有学号和姓名的表头，没有读。`,
  'sheet-hidden': (note) => `工作表“${namesOf(note)}”是隐藏的，没有读。`,
  'rows-hidden': (note) =>
    `${rowsOf(note)}是隐藏或筛选掉的，没有读。要收这些人，先取消隐藏和筛选，再传一次。`,
  'lines-skipped': (note) => `${rowsOf(note)}不是人（合计、签名或重复的表头），跳过了。`,
  'class-as-branch': (note) => `表里没有团支部，${namesOf(note)}当作团支部。`,
  'graduation-assumed': ({ names }) =>
    `表里没有毕业年月。新加的人都按 ${month(names[0])}毕业。不对的话，加上这一列再传。`,
  'branch-spellings': (note) =>
    `${note.names.join('、')}，看着是同一个支部。现在会分成 ${note.names.length} 个，是同一个就改成一样的再传。`,
  'number-short': (note) => `学号 ${namesOf(note)}（${rowsOf(note)}）比别人的短，可能丢了前面的 0，请核对。`,
};

/** One sentence a note. */
export const noteLines = (notes: readonly Note[]): string[] =>
  notes.map((note) => `${note.sheet ? `${note.sheet}：` : ''}${WORDS[note.kind](note)}`);
