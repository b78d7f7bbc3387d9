import { shownEnd, shownState } from '../../../domain/transfer/shown-state';
import { STATE_WORDS } from '../../../domain/words/states';
import { formatChina } from '../../../domain/calendar/china-time';
import type { Response } from '../../../contract';
import { READING_ORDER, ofField, rowOf, type SubmissionFields } from '../../../domain/rules/fields/catalogue';
import { IN_FULL } from '../../../domain/rules/fields/readings';
import type { Role } from '../../../domain/rules/roles';
import { wayOf } from '../../../domain/rules/rulebook/index';
import { contactUnreadableWords, timelineHiddenWords } from '../../../domain/words/unreadable';
import { rulebookOf } from '../../../rulebooks/index';
import { auditWords } from '../../../domain/words/audit';
import { RESET_STATE_WORDS } from '../../../domain/words/reset-states';

export type MyData = Response<'graduate', 'myData'>;
type Transfer = MyData['transfers'][number];
type ResetRequest = MyData['resetRequests'][number];

export interface Row {
  readonly label: string;
  readonly value: string;
}

export interface Section {
  readonly title: string;
  /** Who brought it here. */
  readonly from: string;
  readonly rows: readonly Row[];
}

const MINUTE = 'YYYY年M月D日 HH:mm';
const time = (at: number | null): string => (at === null ? '没有' : formatChina(at, MINUTE));
const month = (value: string | null): string =>
  value === null ? '没有' : value.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月');
const lines = (rows: readonly Row[]): string[] => rows.map(({ label, value }) => `${label}：${value}`);
const yes = (value: boolean): string => (value ? '是' : '否');
const row = (label: string, value: string | undefined): Row[] => (value ? [{ label, value }] : []);

const ROLES: Record<Role | 'system' | 'visitor', string> = {
  graduate: '你自己',
  secretary: '团支书',
  teacher: '学院老师',
  committee: '校团委',
  system: '系统',
  visitor: '访客',
};

const memberRows = ({ member }: MyData): Row[] => [
  { label: '学号', value: member.studentNumber },
  { label: '姓名', value: member.name },
  { label: '学院', value: member.collegeName },
  { label: '团支部', value: member.branchName },
  { label: '出生年月', value: month(member.birthMonth) },
  { label: '毕业年月', value: month(member.graduationMonth) },
  {
    label: '团内职务',
    value: member.hasLeaguePost === null ? '名单上没写' : member.hasLeaguePost ? '有' : '没有',
  },
  { label: '是团支书', value: yes(member.isSecretary) },
  ...row('留给同学的电话', member.sharedPhone ?? undefined),
];

const fieldRows = (fields: SubmissionFields): Row[] =>
  READING_ORDER.flatMap((id) => {
    const { myData } = rowOf(id);
    return myData === null ? [] : row(myData, ofField(IN_FULL, fields, id));
  });

const wayLabel = ({ rulebookId, wayId }: Pick<Transfer, 'rulebookId' | 'wayId'>): string => {
  const rulebook = rulebookOf(rulebookId);
  return (rulebook && wayOf(rulebook, wayId)?.label) ?? wayId;
};

const transferRows = (transfer: Transfer): Row[] => [
  { label: '去向', value: wayLabel(transfer) },
  { label: '状态', value: STATE_WORDS[shownState({ ...transfer, pending: [] })] },
  ...fieldRows(Object.keys(transfer.fields).length > 0 ? transfer.fields : transfer.draft),
  ...row('打不开的', contactUnreadableWords(transfer.contactUnreadable, 'graduate')),
  { label: '截图', value: `${transfer.screenshots} 张` },
  ...row('留给同学的对方电话', transfer.receiverPhone ?? undefined),
  ...row('退回原因', transfer.reason ?? undefined),
  ...transfer.past.map((past) => ({
    label: `第 ${past.attempt} 次`,
    value: [
      wayLabel({ rulebookId: transfer.rulebookId, wayId: past.wayId }),
      STATE_WORDS[shownEnd(past, transfer.timeline)],
      past.fields.organisation,
      past.reason,
    ]
      .filter(Boolean)
      .join('，'),
  })),
  {
    label: '经过',
    value: [`${transfer.timeline.length} 条`, timelineHiddenWords(transfer.timelineHidden, 'graduate')]
      .filter(Boolean)
      .join('，'),
  },
];

/** What others wrote about a request. */
const writtenRows = ({ escalationReason, closedReason }: ResetRequest): Row[] => [
  ...row('转给老师的原因', escalationReason ?? undefined),
  ...row('结束的原因', closedReason),
];

const moment = (at: number | null | undefined, what: string): string[] =>
  at === null || at === undefined ? [] : [`${time(at)} ${what}`];

const requestLine = (request: ResetRequest): string => {
  const { requestedAt, handlerName, state, note, escalatedAt, issuedAt, revealedAt, expiresAt } = request;
  return [
    time(requestedAt),
    handlerName,
    RESET_STATE_WORDS[state],
    note,
    ...moment(escalatedAt, '到了老师那里'),
    ...moment(issuedAt, '发出验证码'),
    ...moment(revealedAt, '看了验证码'),
    ...moment(expiresAt, '验证码到期'),
    ...lines(writtenRows(request)),
  ]
    .filter(Boolean)
    .join('  ');
};

const restRows = ({ account, resetRequests, overAge, notices, audits }: MyData): Row[] => [
  { label: '登录', value: `${time(account.createdAt)} 绑定微信` },
  { label: '验证码求助', value: `${resetRequests.length} 次` },
  ...resetRequests.flatMap(writtenRows),
  ...(overAge.reportedAt === null
    ? []
    : [{ label: '年龄情况', value: `${time(overAge.reportedAt)} 告诉学院` }]),
  { label: '消息', value: `${notices.length} 条` },
  { label: '操作记录', value: `${audits.length} 条，记着谁在什么时候看过、改过` },
];

/** What the screen shows; the file holds every line of it. */
export const toSections = (data: MyData): Section[] => [
  { title: '名单上的你', from: '学院导入', rows: memberRows(data) },
  ...data.transfers.map((transfer) => ({
    title: `${transfer.seasonId} 届的转接`,
    from: '你填写',
    rows: transferRows(transfer),
  })),
  { title: '其他', from: '使用中产生', rows: restRows(data) },
];

const block = (title: string, body: readonly string[]): string =>
  [`【${title}】`, ...(body.length > 0 ? body : ['没有'])].join('\n');

/** Everything as a text a person can read; the last lists are whole here. */
export const toText = (data: MyData): string =>
  [
    `团关系转接助手里关于我的全部内容\n导出时间：${time(data.now)}`,
    ...toSections(data).map(({ title, from, rows }) => block(`${title}（${from}）`, lines(rows))),
    ...data.transfers.map(({ seasonId, timeline, timelineHidden }) =>
      block(`${seasonId} 届转接的经过`, [
        ...timeline.map(({ at, step, by, note }) =>
          [time(at), by.name, auditWords(step), note].filter(Boolean).join('  '),
        ),
        ...[timelineHiddenWords(timelineHidden, 'graduate')].filter(Boolean),
      ]),
    ),
    block('验证码求助', data.resetRequests.map(requestLine)),
    block(
      '消息',
      data.notices.map(({ at, title, text }) => `${time(at)}  ${title}\n  ${text}`),
    ),
    block(
      '操作记录',
      data.audits.map(({ at, role, action }) => `${time(at)}  ${ROLES[role]}  ${auditWords(action)}`),
    ),
  ].join('\n\n');

/** What goes and what stays when the person deletes their data. */
export const DELETE_GOES: readonly string[] = [
  '填写的去向、组织、地址、父母联系方式',
  '上传的截图和填到一半的草稿',
  '收到的消息和还没发的提醒',
  '验证码求助的记录',
  '这个微信和学号的绑定',
];
export const DELETE_STAYS: readonly string[] = [
  '学院名单上的一行：学号、姓名、学院、团支部、出生年月和毕业年月。那是学院的资料，要改要删找学院。',
  '操作记录：什么时候做过什么，不含填写的内容，学校用来查错。',
];
