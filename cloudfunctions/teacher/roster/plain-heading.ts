import { plainLine } from '../../../miniprogram/domain/text/clean-text';

/** What is written around a heading, or behind it in brackets or in English: 【学号】, 学号*, 学号（必填）, 学号 Student No. */
const AROUND = /[\s*:【】[\]]/g;
const BEHIND = /\(.*\)$|(?<=\p{Script=Han})[/-]?[A-Za-z.]+$/gu;

/** How questionnaires ask for it: 1、您的学号：, 请填写你的姓名. */
const ASKED =
  /^(\d{1,2}[.、)]?)?(请(填写|输入|写下))?([您你]的?)?(?=\p{Script=Han})|(?<=\p{Script=Han})是$/gu;

/** A heading without all that only explains it. */
export const plainHeading = (cell: string): string =>
  plainLine(cell).replace(AROUND, '').replace(BEHIND, '').replace(ASKED, '');
