/** Records that cannot be read: how many of what, and who mends it. */
import { momentOf } from '../../../../domain/calendar/china-time';
import { ASK_OPERATOR, handedOn, type Health, type Remark } from './faults';

type Unreadable = Health['unreadable'][number];

/** What a collection holds, in the words of the desk; whatever is behind the scenes has one word. */
const HELD: Readonly<Record<string, string>> = {
  accounts: '账号',
  members: '名单',
  branches: '团支部',
  colleges: '学院',
  seasons: '毕业季',
  transfers: '转接',
  resetRequests: '验证码求助',
  notices: '消息',
  audits: '操作记录',
  rosterRuns: '名单导入',
  rosterParts: '名单导入',
  exports: '导出的名单',
};

/** For whoever looks after the mini-program. */
const MENDED_BY: Readonly<Record<Unreadable['reason'], string>> = {
  newer: '它们由更新的版本写下。请把云函数部署到最新版，就会回来。',
  malformed: '请运行 npm run admin -- check，按列出的编号处理。',
  sealed: '请核对环境变量 FIELD_KEY，再运行 npm run admin -- check 看是哪些。',
  broken: '发提醒时程序出了错，一小时后会再试。请看云函数 reminder 的日志。',
};

const TITLE: Readonly<Record<Unreadable['reason'], (count: number, what: string) => string>> = {
  newer: (count, what) => `${count} 条${what}打不开`,
  malformed: (count, what) => `${count} 条${what}打不开`,
  sealed: (count, what) => `${count} 条${what}的密文解不开`,
  broken: (count, what) => `${count} 条${what}卡住了`,
};

export const unreadableRemark = ({ collection, reason, count, lastAt }: Unreadable): Remark => {
  const what = HELD[collection] ?? '后台记录';
  const title = TITLE[reason](count, what);
  const met = `最近一次碰到是 ${momentOf(lastAt)}。`;
  return {
    key: `${collection}-${reason}`,
    title,
    text: `内容没有丢，其余的照常办理。${met}${ASK_OPERATOR}`,
    handOn: handedOn(title, `${met}${MENDED_BY[reason]}`),
  };
};
