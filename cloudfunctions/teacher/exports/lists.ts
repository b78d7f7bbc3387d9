/** What stands in each list: whom it names and in which columns. */
import { isSealed, isShownTo } from '../../../miniprogram/domain/rules/fields/catalogue';
import { sealedKey } from '../../_shared/store/records/fields';
import { mustReportAge } from '../../../miniprogram/domain/calendar/age';
import { formatChina } from '../../../miniprogram/domain/calendar/china-time';
import { wayOf } from '../../../miniprogram/domain/rules/rulebook';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { Transfer } from '../../_shared/store/records';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { fieldColumns } from './field-columns';
import type { Column, Entry, ListContext } from './column';
import { rulesOf } from '../../_shared/season/rules-of';
import type { ExportKind } from '../../../miniprogram/domain/rules/export-kinds';
import { STATE_WORDS } from './words';

interface List {
  readonly columns: readonly Column[];
  readonly holds: (entry: Entry, context: ListContext) => boolean;
}

const column = (heading: string, width: number, cell: Column['cell']): Column => ({ heading, width, cell });
const ofTransfer = (heading: string, width: number, cell: (transfer: Transfer) => string): Column =>
  column(heading, width, ({ transfer }) => (transfer ? cell(transfer) : ''));

const time = (at: number | null | undefined): string => (at ? formatChina(at, 'YYYY-MM-DD HH:mm') : '');

const PERSON: readonly Column[] = [
  column('学号', 14, ({ member }) => member.studentNumber),
  column('姓名', 12, ({ member }) => member.name),
  column('学院', 18, ({ member }) => member.collegeName),
  column('团支部', 24, ({ member }) => member.branchName),
];
const STATE = column('状态', 14, ({ transfer, isUnreadable }) =>
  transfer ? STATE_WORDS[transfer.state] : isUnreadable ? '记录打不开' : '未开始',
);
const WAY = ofTransfer(
  '去向',
  18,
  (transfer) => wayOf(rulesOf(transfer).rulebook, transfer.wayId)?.label ?? '',
);
const ROUTE = ofTransfer('办理方式', 22, (transfer) => rulesOf(transfer).route.label);
const GRADUATION = column('毕业年月', 12, ({ member }) => member.graduationMonth);
const SUBMITTED = ofTransfer('发起时间', 18, ({ initiatedAt }) => time(initiatedAt));

/** Drafts and what was taken back have not been handed in. */
const NOT_HANDED_IN: readonly TransferState[] = ['draft', 'withdrawn'];
const ARRIVED: readonly TransferState[] = ['accepted', 'recorded', 'completed'];

const handedIn = ({ transfer }: Entry): boolean =>
  transfer !== undefined && !NOT_HANDED_IN.includes(transfer.state);

const LISTS: Readonly<Record<ExportKind, List>> = {
  submissions: {
    holds: handedIn,
    columns: [
      ...PERSON,
      WAY,
      ROUTE,
      ofTransfer('接转原因', 22, (transfer) => rulesOf(transfer).route.transferReason ?? ''),
      ...fieldColumns('submissions'),
      SUBMITTED,
      ofTransfer('截止时间', 18, ({ deadlineAt }) => time(deadlineAt)),
      STATE,
      ofTransfer('退回或不接收的原因', 30, ({ reason }) => reason ?? ''),
    ],
  },
  army: {
    holds: (entry) => handedIn(entry) && entry.transfer?.wayId === 'army',
    columns: [...PERSON, GRADUATION, ...fieldColumns('army'), STATE],
  },
  deferred: {
    holds: (entry) => handedIn(entry) && entry.transfer?.wayId === 'deferred',
    columns: [...PERSON, GRADUATION, ...fieldColumns('deferred'), STATE],
  },
  kept: {
    holds: (entry) => handedIn(entry) && entry.transfer?.routeId === 'keep',
    columns: [...PERSON, WAY, GRADUATION, ...fieldColumns('kept'), STATE],
  },
  overAge: {
    holds: ({ member }, { rulebook }) => mustReportAge(member, rulebook.ageLimit),
    columns: [
      ...PERSON,
      column('出生年月', 12, ({ member }) => member.birthMonth ?? ''),
      GRADUATION,
      ...fieldColumns('overAge'),
    ],
  },
  unfinished: {
    holds: ({ transfer }) => !transfer || !ARRIVED.includes(transfer.state),
    columns: [
      ...PERSON,
      column('已登录小程序', 14, ({ member }) => (member.accountId === null ? '否' : '是')),
      STATE,
      SUBMITTED,
      ...fieldColumns('unfinished'),
      ofTransfer('截止时间', 18, ({ deadlineAt }) => time(deadlineAt)),
    ],
  },
};

/** A list as somebody may see it: without the columns of fields that are not shown to them. */
export const listFor = (kind: ExportKind, viewer: CollegeCaller['role']): List => ({
  holds: LISTS[kind].holds,
  columns: LISTS[kind].columns.filter(({ field }) => field === undefined || isShownTo(viewer, field)),
});

/** Whether a row of these columns shows what is sealed at rest. */
export const reveals = (columns: readonly Column[], { fields }: Transfer): boolean =>
  columns.some(
    ({ field }) => field !== undefined && isSealed(field) && fields[sealedKey(field)] !== undefined,
  );
