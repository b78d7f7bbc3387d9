/** What we take for granted of the database, and what it means when the real one differs. */
import type { ProbeName } from '../../../cloudfunctions/wechat/probes';

export interface Assumption {
  /** What holds. */
  readonly is: string;
  /** What goes wrong when it does not, and what to do about it. */
  readonly otherwise: string;
}

const REPORT = '先不要正式使用，把这一行发给开发者';

export const ASSUMPTIONS: Readonly<Record<ProbeName, Assumption>> = {
  duplicateId: {
    is: '同一个 _id 写第二次会被拒绝，提示里有 E11000',
    otherwise: `重复的消息认不出来，云函数会报错。${REPORT}（_shared/store/database-errors.ts）`,
  },
  wholeAdd: {
    is: '一次写多条，有一条重复就一条都不写',
    otherwise: `断了再补时可能少写几条。运行 npm run admin -- check 看有没有缺的，并把这一行发给开发者（_shared/store/cloud-store.ts）`,
  },
  updateCount: {
    is: '批量修改会如实说改了几条',
    otherwise: `消息可能重发或漏发。${REPORT}`,
  },
  rivals: {
    is: '几处同时抢同一条，只有一处抢到',
    otherwise: `同一条提醒可能发两次。${REPORT}`,
  },
  manyIds: {
    is: '一次能按 250 个 _id 查',
    otherwise: `大名单会读不全。${REPORT}（_shared/store/reads.ts 的 PAGE 要调小）`,
  },
  nullAndMissing: {
    is: '查 null 时，没有这个字段的也算',
    otherwise: `早先版本的记录可能查不到。运行 npm run admin -- migrate 把字段补齐`,
  },
  noDocument: {
    is: '读不存在的 _id 得到 null',
    otherwise: `第一次登录会报错。${REPORT}`,
  },
  fieldNames: {
    is: '字段名可以用字母、数字和下划线，最长 32 个',
    otherwise: `有的记录会存不下。${REPORT}`,
  },
  largeDocument: {
    is: '一条记录可以有半兆',
    otherwise: `大的名单导不进来：分成几个文件导入，并把这一行发给开发者`,
  },
  ownWrites: {
    is: '写完马上能查到',
    otherwise: `刚提交的内容偶尔要刷新才看得到，提醒可能晚一轮。把这一行发给开发者`,
  },
  conflictText: {
    is: '两处同时改一条会报 TransactionConflict',
    otherwise: `两人同时操作时会有一人看到“出错了”，要重试。${REPORT}（_shared/store/database-errors.ts）`,
  },
  snapshot: {
    is: '事务里看到的是同一时刻的数据',
    otherwise: `同时操作可能互相覆盖。${REPORT}`,
  },
  rollback: {
    is: '事务失败不留下任何修改',
    otherwise: `可能出现只做了一半的记录。${REPORT}`,
  },
  manyInside: {
    is: '一个事务能写 100 条',
    otherwise: `批量通过、导入名单会失败：每次少选一些，并把这一行发给开发者`,
  },
};
