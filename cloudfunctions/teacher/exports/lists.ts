/** What stands in each list: whom it names and in which columns. */
import { isSealed, isShownTo, type ValueFieldId } from '../../../miniprogram/domain/rules/fields/catalogue';
import { sealedKey } from '../../_shared/store/records/fields';
import { mustReportAge } from '../../../miniprogram/domain/calendar/age';
import { formatChina } from '../../../miniprogram/domain/calendar/china-time';
import type { HandInList, ListColumn } from '../../../miniprogram/domain/rules/lists';
import { wayOf, type Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { STANDING_LISTS, type StandingList } from '../../../miniprogram/domain/rules/standing-lists';
import { FIRST_RULEBOOK_ID } from '../../../miniprogram/rulebooks';
import type { OfflineTick } from '../../../miniprogram/domain/transfer/offline';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { STATE_WORDS } from '../../../miniprogram/domain/words/states';
import { schoolIsLate, waitingWords } from '../../../miniprogram/domain/words/waiting';
import type { Export, Transfer } from '../../_shared/store/records';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { mayReadWay } from '../scope';
import { columnsOf, fieldColumns } from './field-columns';
import type { Cell } from './cells';
import type { Column, Entry, ListContext } from './column';
import { shownOf } from '../../_shared/transfers/shown';
import { rulesOf } from '../../_shared/season/rules-of';
import { rulebookNamed } from '../../_shared/season/season';

export interface List {
  /** Name of the sheet, and part of the file's name. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly holds: (entry: Entry, context: ListContext) => boolean;
}

const column = (heading: string, width: number, cell: Column['cell']): Column => ({ heading, width, cell });
export const ofTransfer = (heading: string, width: number, cell: (transfer: Transfer) => Cell): Column =>
  column(heading, width, ({ transfer }) => (transfer ? cell(transfer) : ''));

export const time = (at: number | null | undefined): Cell => (at ? { at } : '');

export const PERSON: readonly Column[] = [
  column('学号', 14, ({ member }) => member.studentNumber),
  column('姓名', 12, ({ member }) => member.name),
  column('学院', 18, ({ member }) => member.collegeName),
  column('团支部', 24, ({ member }) => member.branchName),
];
export const STATE = column('状态', 14, ({ transfer, isUnreadable }) =>
  transfer ? STATE_WORDS[shownOf(transfer)] : isUnreadable ? '记录打不开' : STATE_WORDS.none,
);
/** Whose turn it is, as a list that is handed round says it: late is only the school, and who is over age owes nothing. */
const TURN = column('现在等谁', 26, ({ member, transfer, isUnreadable }, { rulebook, now }) => {
  if (isUnreadable) return '';
  if (!transfer && mustReportAge(member, rulebook.ageLimit)) return '到了年龄，不用转';
  const turn = {
    shown: transfer ? shownOf(transfer) : ('none' as const),
    waitsFor: transfer?.waitsFor ?? 'graduate',
    hasReceiver: transfer ? rulesOf(transfer).route.receiverClock : true,
  };
  return schoolIsLate('everybody', transfer ?? null, now) || waitingWords('everybody', turn);
});
/** Which way it is, for whoever may read it. */
const ofWay = (
  heading: string,
  width: number,
  cell: (transfer: Transfer) => string,
  untold: string,
): Column =>
  column(heading, width, ({ transfer }, { viewer }) =>
    transfer ? (mayReadWay(viewer, transfer) ? cell(transfer) : untold) : '',
  );
export const WAY = ofWay(
  '去向',
  18,
  (transfer) => wayOf(rulesOf(transfer).rulebook, transfer.wayId)?.label ?? '',
  '由学院办理',
);
export const ROUTE = ofWay('办理方式', 22, (transfer) => rulesOf(transfer).route.label, '');
export const GRADUATION = column('毕业年月', 12, ({ member }) => member.graduationMonth);
export const SUBMITTED = ofTransfer('发起时间', 18, ({ initiatedAt }) => time(initiatedAt));

/** Drafts and what was taken back have not been handed in. */
const NOT_HANDED_IN: readonly TransferState[] = ['draft', 'withdrawn'];
const ARRIVED: readonly TransferState[] = ['accepted', 'recorded', 'completed'];

const handedIn = ({ transfer }: Entry): boolean =>
  transfer !== undefined && !NOT_HANDED_IN.includes(transfer.state);

const standing = ({ system }: Pick<Rulebook, 'system'>): Readonly<Record<StandingList, List>> => ({
  submissions: {
    name: '转接登记表',
    holds: handedIn,
    columns: [
      ...PERSON,
      WAY,
      ROUTE,
      ofWay(system.reasonLabel, 22, (transfer) => rulesOf(transfer).route.transferReason ?? '', ''),
      ...fieldColumns('submissions'),
      SUBMITTED,
      ofTransfer('截止时间', 18, ({ deadlineAt }) => time(deadlineAt)),
      STATE,
      ofTransfer('退回或不接收的原因', 30, ({ reason }) => reason ?? ''),
    ],
  },
  overAge: {
    name: '超龄名单',
    holds: ({ member }, { rulebook }) => mustReportAge(member, rulebook.ageLimit),
    columns: [
      ...PERSON,
      column('出生年月', 12, ({ member }) => member.birthMonth ?? ''),
      GRADUATION,
      ...fieldColumns('overAge'),
    ],
  },
  unfinished: {
    name: '未完成名单',
    holds: ({ transfer }) => !transfer || !ARRIVED.includes(transfer.state),
    columns: [
      ...PERSON,
      column('已登录小程序', 14, ({ member }) => (member.accountId === null ? '否' : '是')),
      STATE,
      TURN,
      ofTransfer('原因', 30, ({ reason }) => reason ?? ''),
      SUBMITTED,
      ...fieldColumns('unfinished'),
      ofTransfer('截止时间', 18, ({ deadlineAt }) => time(deadlineAt)),
    ],
  },
});

/** Ticks of letters; one that is not numbered is none. */
const lettersOf = ({ offline }: Transfer) => offline.filter(({ number }) => number !== null);
const ofLetters = (heading: string, width: number, cell: (letter: OfflineTick) => string): Column =>
  ofTransfer(heading, width, (transfer) => lettersOf(transfer).map(cell).join('、'));
/** Of one letter a date; of several, which share a cell, their texts. */
const timeOfLetters = (heading: string, at: (letter: OfflineTick) => number | null): Column =>
  ofTransfer(heading, 18, (transfer) => {
    const [first, ...others] = lettersOf(transfer).map(at);
    const text = (one: number | null): string => (one ? formatChina(one, 'YYYY-MM-DD HH:mm') : '');
    return others.length === 0 ? time(first) : [first ?? null, ...others].map(text).join('、');
  });

const BESIDE_FIELDS: Readonly<Record<Exclude<ListColumn, ValueFieldId>, Column>> = {
  way: WAY,
  route: ROUTE,
  graduationMonth: GRADUATION,
  letterNumber: ofLetters('介绍信编号', 18, ({ number }) => number ?? ''),
  letterAt: timeOfLetters('开出时间', ({ at }) => at),
  receiptAt: timeOfLetters('回执时间', ({ receiptAt }) => receiptAt),
};
const isBesideFields = (id: ListColumn): id is keyof typeof BESIDE_FIELDS => id in BESIDE_FIELDS;

const HOLDS: Readonly<Record<HandInList['holds'], (transfer: Transfer, id: string) => boolean>> = {
  route: (transfer, id) => rulesOf(transfer).route.list === id,
  letters: (transfer) => lettersOf(transfer).length > 0,
};

/** A list of a rulebook, in the columns the rulebook gives it. */
const toList = ({ id, fileName, holds, columns }: HandInList): List => ({
  name: fileName,
  holds: (entry) => handedIn(entry) && entry.transfer !== undefined && HOLDS[holds](entry.transfer, id),
  columns: [
    ...PERSON,
    ...columns.flatMap((one) => (isBesideFields(one) ? [BESIDE_FIELDS[one]] : columnsOf(one))),
    STATE,
  ],
});

/** The standing list or the rulebook's list of that id; undefined where there is none. */
export const listNamed = (kind: string, rulebook: Pick<Rulebook, 'lists' | 'system'>): List | undefined => {
  const ours = STANDING_LISTS.find((id) => id === kind);
  if (ours) return standing(rulebook)[ours];
  const own = rulebook.lists.find(({ id }) => id === kind);
  return own && toList(own);
};

/** The list an export is made of; undefined when a release has taken it out of the rulebook meanwhile. */
export const listOf = ({ kind, rulebookId = FIRST_RULEBOOK_ID }: Export): List | undefined =>
  listNamed(kind, rulebookNamed(rulebookId));

/** A list's columns as somebody may see them: without those of fields that are not shown to them. */
export const columnsFor = ({ columns }: List, viewer: CollegeCaller['role']): Column[] =>
  columns.filter(({ field }) => field === undefined || isShownTo(viewer, field));

/** Whether a row of these columns shows what is sealed at rest. */
export const reveals = (columns: readonly Column[], { fields }: Transfer): boolean =>
  columns.some(
    ({ field }) => field !== undefined && isSealed(field) && fields[sealedKey(field)] !== undefined,
  );
