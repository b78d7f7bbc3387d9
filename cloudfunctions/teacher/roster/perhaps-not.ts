import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import { plainHeading } from './plain-heading';
import type { SheetRow } from './workbook/sheet';

/** By which heading a column says so, and in which words. Lists of whole classes have such columns. */
const SAYING: readonly (readonly [heading: RegExp, words: RegExp])[] = [
  [/^政治面[貌目]$/, /^(群众|非团员|无党派人士?)$/],
  [/^是否(为|是)?(今年|本届|应届)?毕业(生|班)?$/, /^(否|不是|×)$/],
  [/^(是否)?(为|是)?(共青)?团员$/, /^(否|不是|非团员|×)$/],
  [
    /^(备注\d?|备注说明|说明|(学籍|在籍|在校|学生|人员|当前)?状态|学籍|学籍情况|(学籍)?异动(情况|类型|说明|原因)?)$/,
    /退学|转学|休学|转专业|转出|结业|肄业|留级|降级|延迟毕业|延期毕业|延毕|保留(学籍|入学资格)|开除|去世|死亡|(非|不是)团员|^群众$/,
  ],
];

/** Rows whose own words say that the person is no member, or no student any more. Nobody is left out for it. */
export const perhapsNot = (heading: SheetRow, people: readonly SheetRow[]): number[] => {
  const columns = heading.cells.flatMap((cell, index) => {
    const [, words] = SAYING.find(([of]) => of.test(plainHeading(cell))) ?? [];
    return words ? [{ index, words }] : [];
  });
  return people.flatMap(({ row, cells }) =>
    columns.some(({ index, words }) => words.test(plainLine(cells[index] ?? ''))) ? [row] : [],
  );
};
