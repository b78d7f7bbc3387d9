/** Where a transfer stands in the queues: whether it fits its state and clock. */
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { RecordOf } from '../../cloudfunctions/_shared/store/records';
import { deadlineDayOf, queueKeyOf } from '../../cloudfunctions/_shared/store/records/transfer-place';

type Transfer = RecordOf<'transfers'>;

const isTransfer = (name: CollectionName, record: RecordOf<CollectionName>): record is Transfer =>
  name === 'transfers' && 'queueKey' in record;

export const isMisplaced = (name: CollectionName, record: RecordOf<CollectionName>): boolean =>
  isTransfer(name, record) &&
  (record.queueKey !== queueKeyOf(record) || record.deadlineDay !== deadlineDayOf(record));

export const placedAnew = <C extends CollectionName>(name: C, record: RecordOf<C>): RecordOf<C> =>
  isTransfer(name, record)
    ? { ...record, queueKey: queueKeyOf(record), deadlineDay: deadlineDayOf(record) }
    : record;
