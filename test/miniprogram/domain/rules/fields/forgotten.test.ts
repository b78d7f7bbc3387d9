/**
 * What is listed by field or by kind is typed by the catalogue, so whoever adds one is led by the compiler to every
 * place that has to know it. Each comment below asks for such an error: without it this file does not compile.
 */
import { FIELD_IDS, type FieldId } from '../../../../../miniprogram/domain/rules/fields/catalogue';
import type { ByKind, FieldKind } from '../../../../../miniprogram/domain/rules/fields/kinds';
import type { FieldRow } from '../../../../../miniprogram/domain/rules/fields/rows';
import type { OwnBlocks } from '../../../../../miniprogram/packages/graduate/form/own-blocks';

const KINDS = {
  place: () => 0,
  text: () => 0,
  branchName: () => 0,
  startedAt: () => 0,
  month: () => 0,
};
const ROW: FieldRow = {
  kind: 'text',
  label: '微信号',
  purpose: '学院联系本人',
  stored: 'plain',
  textChecked: true,
  shownTo: ['teacher'],
  myData: '微信号',
  exported: null,
};

/** Never called: it is there to be compiled. */
export const forgotten = (): readonly unknown[] => {
  // @ts-expect-error a kind of value that a table forgets
  const treated: ByKind<number> = KINDS;
  // @ts-expect-error pictures, which are a kind without a value
  const worded: Record<FieldKind, unknown> = { ...KINDS, contact: () => 0 };
  // @ts-expect-error a field that the form draws no block for
  const drawn: OwnBlocks = { organisation: null, initiatedAt: null, parentContact: null };
  // @ts-expect-error a block of a field that is not in the catalogue
  const strange: OwnBlocks['nickname'] = null;
  const { purpose: _purpose, ...unexplained } = ROW;
  // @ts-expect-error a field that does not say what it is asked for
  const silent: FieldRow = unexplained;
  const { textChecked: _checked, ...unchecked } = ROW;
  // @ts-expect-error a field that does not say whether its words are checked
  const unseen: FieldRow = unchecked;
  const { stored: _stored, ...unkept } = ROW;
  // @ts-expect-error a field that does not say how it is stored
  const open: FieldRow = unkept;
  // @ts-expect-error an id that is no row of the catalogue
  const other: FieldId = 'nickname';
  return [treated, worded, drawn, strange, silent, unseen, open, other];
};

it('lists every field once', () => {
  expect(new Set(FIELD_IDS).size).toBe(FIELD_IDS.length);
});
