import { plainLine } from '../../../miniprogram/domain/text/clean-text';

/** What is written around a heading, or behind it in brackets or in English: 【学号】, 学号*, 学号（必填）, 学号 Student No. */
const AROUND = /[\s*:【】[\]]/g;
const BEHIND = /\(.*\)$|(?<=\p{Script=Han})[/-]?[A-Za-z.]+$/gu;

/** A heading without all that only explains it. */
export const plainHeading = (cell: string): string => plainLine(cell).replace(AROUND, '').replace(BEHIND, '');
