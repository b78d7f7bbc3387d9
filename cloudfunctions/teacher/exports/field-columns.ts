/** The columns that the catalogue of fields gives to a list. */
import {
  READING_ORDER,
  isSealed,
  ofField,
  rowOf,
  type ValueFieldId,
} from '../../../miniprogram/domain/rules/fields/catalogue';
import { AS_CELLS } from '../../../miniprogram/domain/rules/fields/readings';
import type { StandingList } from '../../../miniprogram/domain/rules/standing-lists';
import type { Cipher } from '../../_shared/kernel/ports';
import type { Transfer } from '../../_shared/store/records';
import { openFields } from '../../_shared/transfers/fields';
import type { Column } from './column';

/** The text of one cell; only what is sealed has to be opened for it. */
const cellOf = (cipher: Cipher, { _id, fields }: Transfer, field: ValueFieldId, at: number): string => {
  if (!isSealed(field)) return ofField(AS_CELLS, fields, field)?.[at] ?? '';
  const opened = openFields(cipher, _id, fields);
  return opened.broken.includes(field) ? '密文解不开' : (ofField(AS_CELLS, opened.fields, field)?.[at] ?? '');
};

/** The columns of one field, where a list asks for it. */
export const columnsOf = (field: ValueFieldId): Column[] =>
  (rowOf(field).exported?.columns ?? []).map(({ heading, width }, at) => ({
    field,
    heading,
    width,
    cell: ({ transfer }, { cipher }) => (transfer ? cellOf(cipher, transfer, field, at) : ''),
  }));

/** The columns of the fields that stand in a standing list. */
export const fieldColumns = (kind: StandingList): Column[] =>
  READING_ORDER.filter((id) => rowOf(id).exported?.in.includes(kind)).flatMap(columnsOf);
