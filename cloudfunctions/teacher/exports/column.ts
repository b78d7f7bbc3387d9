/** What a column of a list is made of. */
import type { ValueFieldId } from '../../../miniprogram/domain/rules/fields/catalogue';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import type { CollegeCaller } from '../../_shared/calls/identity';
import type { Cipher } from '../../_shared/kernel/ports';
import type { Cell } from './cells';
import type { Member, Transfer } from '../../_shared/store/records';

export interface Entry {
  readonly member: Member;
  /** Of the season that is open. */
  readonly transfer: Transfer | undefined;
  /** There is one, but it cannot be read. */
  readonly isUnreadable: boolean;
}

export interface ListContext {
  readonly rulebook: Rulebook;
  readonly cipher: Cipher;
  /** Epoch ms. */
  readonly now: number;
  /** Who reads the list. */
  readonly viewer: CollegeCaller['role'];
}

export interface Column {
  /** Set where it shows a field of the catalogue. */
  readonly field?: ValueFieldId;
  readonly heading: string;
  readonly width: number;
  readonly cell: (entry: Entry, context: ListContext) => Cell;
}
