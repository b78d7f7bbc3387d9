/** What is wrong with a cell of a roster file, on the page and in the marked copy of the file. */
import type { RosterProblem } from '../people/roster-problems';

export const ROSTER_PROBLEM_WORDS: Readonly<Record<RosterProblem, string>> = {
  missing: '这一格是空的',
  malformed: '看不懂这一格',
  'unknown-column': '不认识这一列，请删掉',
  'missing-column': '没有找到这一列。在“每一列怎么用”里点一列给它，或者在表里补上',
  'tables-beside': '左右并排了两张表，请把右边的移到下面，再传一次',
  'turned-table':
    '这不是一行一个人。人横着排的，复制以后用“选择性粘贴”里的“转置”；一人一张的，抄成一行一个人，再传一次',
  'no-heading': '没有找到表头。请在人的上面加一行，写学号、姓名、团支部，再传一次',
  'duplicate-column': '这一列出现了两次，请在“每一列怎么用”里跳过一列',
  'id-card': '像是身份证号码。我们不收，请整列删掉',
  formula: '这一格是公式，看不出算出来是什么',
  duplicate: '不止一行是这个学号',
  'other-college': '这个人在别的学院的名单里，请先核对',
  'text-rejected': '这个名字没有通过微信的内容检查，请核对',
  'lost-character': '有个字没存下来',
  'shortened-number': '学号被表格缩短了，后面的数字没有了',
  'swapped-columns': '学号这一列里是姓名，姓名这一列里是学号。请在“每一列怎么用”里换过来',
  'number-short': '比别人的短，可能丢了前面的 0',
  'number-odd': '和别人的学号不一样，可能多打了一位，或混进了别的字符',
  'odd-name': '名字里像是混进了序号、记号或职务',
  'odd-branch': '不像支部的名字',
  'same-person': '名单里有一位同名的，不在这份表里',
};
