import type { Response } from '../../../../contract';
import { daysLeft } from '../../../../domain/rules/deadline';
import { wayOf, type Rulebook } from '../../../../domain/rules/rulebook/index';

export type BatchPreview = Response<'teacher', 'batchPreview'>;
export type BatchResult = Response<'teacher', 'batchDecide'>;
export type BatchDecision = 'approve' | 'record';
type Reason = BatchPreview['excluded'][number]['reasons'][number];

interface BatchRow {
  readonly id: string;
  readonly name: string;
  readonly branch: string;
  readonly lines: readonly string[];
  /** Days left, on the right; empty for what has no clock or is left out. */
  readonly days: string;
  /** Address of a small picture; empty where there is none. */
  readonly picture: string;
}

export interface BatchView {
  readonly title: string;
  readonly text: string;
  readonly included: readonly BatchRow[];
  readonly excludedTitle: string;
  readonly excluded: readonly BatchRow[];
  /** Empty when nothing is left to do but to close. */
  readonly confirm: string;
}

const VERBS: Record<BatchDecision, string> = { approve: '批准', record: '登记' };

const REASONS: Record<Reason, string> = {
  'other-kind': '现在不等这一步了',
  'no-screenshot': '没有截图',
  'picture-missing': '截图打不开，请退回让本人重新上传',
  'picture-hidden': '截图没通过微信的检查，已请本人换一张',
  'clock-over': '接收期限已经过了',
  name: '组织名称要再看看',
  changed: '刚刚有了变化',
  'not-found': '找不到这一条了',
  busy: '这会儿有点忙，过一会儿再办',
};

type Named = Pick<BatchPreview['included'][number], 'memberName' | 'studentNumber'>;

/** People of one name by their numbers, wherever in the batch they stand. */
const namesIn = ({ included, excluded }: BatchPreview): ((one: Named) => string) => {
  const names = [...included, ...excluded].map(({ memberName }) => memberName);
  return ({ memberName, studentNumber }) =>
    studentNumber !== undefined && names.filter((name) => name === memberName).length > 1
      ? `${memberName} ${studentNumber}`
      : memberName;
};

const short = (branch: string): string => branch.replace(/团支部$/, '');

const excludedRow = (one: BatchPreview['excluded'][number], named: (one: Named) => string): BatchRow => ({
  id: one.transferId,
  name: named(one) || '找不到的一条',
  branch: short(one.branchName),
  lines: [
    ...one.reasons
      .filter((reason) => reason !== 'name' || one.findings.length === 0)
      .map((reason) => REASONS[reason]),
    ...one.findings,
  ],
  days: '',
  picture: '',
});

const includedRow = (
  one: BatchPreview['included'][number],
  rulebook: Rulebook,
  { now, named }: { now: number; named: (one: Named) => string },
): BatchRow => {
  const left = one.deadlineAt === null ? null : daysLeft(one.deadlineAt, now);
  return {
    id: one.transferId,
    name: named(one),
    branch: short(one.branchName),
    lines: [
      one.organisation ?? wayOf(rulebook, one.wayId)?.label ?? '',
      ...(one.unchecked > 0 ? ['截图微信还没检查过'] : []),
    ],
    days: left === null ? '' : left > 0 ? `还剩 ${left} 天` : '今天截止',
    picture: one.picture ?? '',
  };
};

/** What a batch would do, before anything is done. */
export const toPreviewView = (
  preview: BatchPreview,
  decision: BatchDecision,
  rulebook: Rulebook,
): BatchView => {
  const verb = VERBS[decision];
  const { included, excluded, now } = preview;
  const named = namesIn(preview);
  return {
    title: included.length > 0 ? `${verb}这 ${included.length} 条` : `没有能一起${verb}的`,
    text: included.length > 0 ? '再看一眼名称。确定后本人会收到消息。' : '下面这些请点开逐条看。',
    included: included.map((one) => includedRow(one, rulebook, { now, named })),
    excludedTitle: excluded.length > 0 ? `${excluded.length} 条要你单独看` : '',
    excluded: excluded.map((one) => excludedRow(one, named)),
    confirm: included.length > 0 ? `${verb} ${included.length} 条` : '',
  };
};

/** What the batch came to; names come from the preview, as the answer has none. */
export const toResultView = (
  result: BatchResult,
  preview: BatchPreview,
  decision: BatchDecision,
): BatchView => {
  const verb = VERBS[decision];
  const named = namesIn(preview);
  const done = result.results.filter((one) => one.done).length;
  const failed = result.results.filter((one) => !one.done);
  const failedRows = failed.map(({ transferId, reasons }) => {
    const known = preview.included.find((one) => one.transferId === transferId);
    const { memberName = '', branchName = '', studentNumber } = known ?? {};
    const who = { memberName, branchName, ...(studentNumber === undefined ? {} : { studentNumber }) };
    return excludedRow({ transferId, ...who, reasons, findings: [] }, named);
  });
  const left = [...failedRows, ...preview.excluded.map((one) => excludedRow(one, named))];
  return {
    title: done > 0 ? `${verb}了 ${done} 条` : `一条也没有${verb}`,
    text: left.length > 0 ? '剩下的还在待办里，没有丢。' : '都办好了，本人会收到消息。',
    included: [],
    excludedTitle: left.length > 0 ? `${left.length} 条没有${verb}` : '',
    excluded: left,
    confirm: '',
  };
};
