/** 周五的工作簿: every list of the season in one file, each person with the dates and the evidence. */
import { chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import { STUCK_STATES } from '../../../miniprogram/domain/people/people-step';
import { isSealed } from '../../../miniprogram/domain/rules/fields/catalogue';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import type { OfflineStanding } from '../../../miniprogram/domain/transfer/offline';
import { arrivalIn } from '../../../miniprogram/domain/people/arrival';
import { evidenceWords } from '../../../miniprogram/domain/words/evidence';
import { paperOf } from '../../_shared/season/paper';
import type { Transfer } from '../../_shared/store/records';
import { timelineOf } from '../../_shared/store/records/timeline';
import {
  GRADUATION,
  listNamed,
  ofTransfer,
  PERSON,
  ROUTE,
  STATE,
  SUBMITTED,
  time,
  WAY,
  type List,
} from './lists';
import type { Cell } from './cells';
import { columnsOf } from './field-columns';

const arrivalOf = (transfer: Transfer) =>
  arrivalIn({ state: transfer.state, timeline: timelineOf(transfer) });

const approvedAt = ({ approvals }: Transfer): Cell => time(approvals.given.at(-1)?.at);

const evidenceOf = (transfer: Transfer): string =>
  evidenceWords({ state: transfer.state, timeline: timelineOf(transfer) });

const PAPER_WORDS: readonly (readonly [word: string, statuses: readonly OfflineStanding['status'][]])[] = [
  ['已办', ['done']],
  ['等回执', ['away']],
  ['未办', ['open', 'later']],
];

const paperLabel = ({ step, tick }: OfflineStanding): string =>
  tick?.number ? `${step.label}（${tick.number}）` : step.label;

/** What is done on paper, step by step as people see it ticked; nothing before anything was handed in. */
const paperIn = (transfer: Transfer): string => {
  const standings = paperOf(transfer);
  if (standings.every(({ status }) => status === 'later')) return '';
  return PAPER_WORDS.flatMap(([word, statuses]) => {
    const own = standings.filter(({ status }) => statuses.includes(status)).map(paperLabel);
    return own.length > 0 ? [`${word}：${own.join('、')}`] : [];
  }).join('；');
};

const EVERYBODY: List = {
  name: '全部团员',
  holds: () => true,
  columns: [
    ...PERSON,
    GRADUATION,
    WAY,
    ROUTE,
    ...columnsOf('organisation'),
    STATE,
    SUBMITTED,
    ofTransfer('批准时间', 18, approvedAt),
    ofTransfer('转到时间', 18, (transfer) => time(arrivalOf(transfer)?.at)),
    ofTransfer('依据', 20, evidenceOf),
    ofTransfer('线下手续', 30, paperIn),
  ],
};

const waitedDays = (transfer: Transfer, now: number): number =>
  chinaDay(now) - chinaDay(transfer.waitingSince);

const stuckList = (now: number): List => ({
  name: '卡住的人和原因',
  holds: ({ transfer }) => transfer !== undefined && STUCK_STATES.includes(transfer.state),
  columns: [
    ...PERSON,
    STATE,
    ofTransfer('原因', 40, ({ reason }) => reason ?? ''),
    WAY,
    ofTransfer('停了几天', 10, (transfer) => waitedDays(transfer, now)),
  ],
});

/** What is sealed at rest leaves in a list of its own, each look audited, and not in a file that is handed round. */
const withoutSealed = (list: List): List => ({
  ...list,
  columns: list.columns.filter(({ field }) => field === undefined || !isSealed(field)),
});

/** The lists behind the summary, in their order. */
export const workbookLists = (rulebook: Rulebook, now: number): List[] => {
  const kinds = ['unfinished', ...rulebook.lists.map(({ id }) => id), 'overAge'];
  const lists = kinds.flatMap((kind) => listNamed(kind, rulebook) ?? []);
  return [stuckList(now), EVERYBODY, ...lists].map(withoutSealed);
};
