/** What stands in each list: whom it names and in which columns. */
import { mustReportAge } from '../../../miniprogram/domain/calendar/age';
import { formatChina } from '../../../miniprogram/domain/calendar/china-time';
import { wayOf, type Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { Cipher } from '../../_shared/kernel/ports';
import type { Member, Transfer } from '../../_shared/store/records';
import { holdsSealed, openFields } from '../../_shared/transfers/fields';
import { rulesOf } from '../../_shared/season/rules-of';
import { STATE_WORDS, type ExportKind } from './words';

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
}

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly cell: (entry: Entry, context: ListContext) => string;
}

interface List {
  readonly columns: readonly Column[];
  readonly holds: (entry: Entry, context: ListContext) => boolean;
  /** Whether a row shows what is sealed at rest. */
  readonly reveals?: (transfer: Transfer) => boolean;
}

const column = (heading: string, width: number, cell: Column['cell']): Column => ({ heading, width, cell });
const ofTransfer = (heading: string, width: number, cell: (transfer: Transfer) => string): Column =>
  column(heading, width, ({ transfer }) => (transfer ? cell(transfer) : ''));

const time = (at: number | null | undefined): string => (at ? formatChina(at, 'YYYY-MM-DD HH:mm') : '');
const place = (region: { names: readonly string[] } | undefined): string => region?.names.join('') ?? '';

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

const contactCell = (heading: string, width: number, part: 'name' | 'phone'): Column =>
  column(heading, width, ({ transfer }, { cipher }) => {
    if (!transfer) return '';
    const { fields, isBroken } = openFields(cipher, transfer._id, transfer.fields);
    if (isBroken) return '密文解不开';
    return fields.parentContact?.[part] ?? '';
  });

const CONTACT: readonly Column[] = [
  contactCell('家长姓名', 12, 'name'),
  contactCell('家长电话', 18, 'phone'),
];

/** Drafts and what was taken back have not been handed in. */
const NOT_HANDED_IN: readonly TransferState[] = ['draft', 'withdrawn'];
const ARRIVED: readonly TransferState[] = ['accepted', 'recorded', 'completed'];

const handedIn = ({ transfer }: Entry): boolean =>
  transfer !== undefined && !NOT_HANDED_IN.includes(transfer.state);

export const LISTS: Readonly<Record<ExportKind, List>> = {
  submissions: {
    holds: handedIn,
    columns: [
      ...PERSON,
      WAY,
      ROUTE,
      ofTransfer('接转原因', 22, (transfer) => rulesOf(transfer).route.transferReason ?? ''),
      ofTransfer('申请转入组织', 34, ({ fields }) => fields.organisation ?? ''),
      ofTransfer('所在地', 26, ({ fields }) => place(fields.region)),
      SUBMITTED,
      ofTransfer('截止时间', 18, ({ deadlineAt }) => time(deadlineAt)),
      STATE,
      ofTransfer('退回或不接收的原因', 30, ({ reason }) => reason ?? ''),
    ],
  },
  army: {
    holds: (entry) => handedIn(entry) && entry.transfer?.wayId === 'army',
    columns: [...PERSON, GRADUATION, STATE],
  },
  deferred: {
    holds: (entry) => handedIn(entry) && entry.transfer?.wayId === 'deferred',
    columns: [
      ...PERSON,
      GRADUATION,
      ofTransfer('预计毕业年月', 14, ({ fields }) => fields.expectedGraduation ?? ''),
      STATE,
    ],
  },
  kept: {
    holds: (entry) => handedIn(entry) && entry.transfer?.routeId === 'keep',
    columns: [...PERSON, WAY, GRADUATION, ...CONTACT, STATE],
    reveals: ({ fields }) => holdsSealed(fields),
  },
  overAge: {
    holds: ({ member }, { rulebook }) => mustReportAge(member, rulebook.ageLimit),
    columns: [...PERSON, column('出生年月', 12, ({ member }) => member.birthMonth ?? ''), GRADUATION],
  },
  unfinished: {
    holds: ({ transfer }) => !transfer || !ARRIVED.includes(transfer.state),
    columns: [
      ...PERSON,
      column('已登录小程序', 14, ({ member }) => (member.accountId === null ? '否' : '是')),
      STATE,
      SUBMITTED,
      ofTransfer('截止时间', 18, ({ deadlineAt }) => time(deadlineAt)),
    ],
  },
};
