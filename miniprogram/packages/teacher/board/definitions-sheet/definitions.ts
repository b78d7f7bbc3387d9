/** What each figure counts. The same for a college and for the committee, on the page and in the workbook. */
interface Definition {
  readonly term: string;
  readonly meaning: string;
}

export const DEFINITIONS: readonly Definition[] = [
  { term: '已进小程序', meaning: '登录过的人，加上没登录但已经有转接记录的人。' },
  { term: '选好去向', meaning: '有这一季转接记录的人，撤回后还没重选的不算。' },
  { term: '已报学院', meaning: '提交过或报给学院登记过的人，退回去改的也算。' },
  { term: '学院办好', meaning: '学院批准了或登记了的人。对方先收、先退，学院没批过的不算。' },
  { term: '已转到', meaning: '对方已经接收，或者学院已经登记的人。' },
  {
    term: '转接率',
    meaning: '已转到的人 ÷ 名单上的人。规定不计入的去向，学院登记以后两边都不算；登记以前算在名单里。',
  },
  { term: '要再办一次', meaning: '学院退回、对方退回、到期没报、系统退回，都要有人动手才能往下走。' },
];
