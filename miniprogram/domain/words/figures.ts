/** What each figure is called and what it counts: the same on a page, in the workbook and in a sentence. */
import type { TransferState } from '../transfer/states';

interface FigureWords {
  readonly term: string;
  /** 怎么算的, for whoever reads the figure. */
  readonly meaning: string;
}

/** In the order people read them. */
export const FIGURES = {
  members: { term: '团员', meaning: '名单上的毕业生团员，一人算一个。' },
  entered: { term: '已进小程序', meaning: '登录过的人，加上没登录但已经有转接记录的人。' },
  started: { term: '已开始', meaning: '有这一季转接记录的人，撤回后还没重选的也算。' },
  chosen: { term: '选好去向', meaning: '有这一季转接记录的人，撤回后还没重选的不算。' },
  underWay: { term: '在办', meaning: '选了去向、还没转到，等审批、等对方和要再办一次的都算。' },
  notSubmitted: { term: '没提交', meaning: '没选去向、没提交，或者撤回了的人，没进小程序的也算。' },
  reported: { term: '已报学院', meaning: '提交过或报给学院登记过的人，退回去改的也算。' },
  withCollege: { term: '等审批或登记', meaning: '交上来了，等团支书或学院批准、登记的人。' },
  decided: { term: '学院办好', meaning: '学院批准了或登记了的人。对方先收、先退，学院没批过的不算。' },
  withReceiver: { term: '等对方接收', meaning: '学校这边批完了，对方还没接收的人。' },
  stuck: {
    term: '要再办一次',
    meaning: '学院退回、对方退回、到期没报、系统退回，都要有人动手才能往下走。',
  },
  transferred: { term: '已转到', meaning: '对方已经接收，或者学院已经登记的人。' },
  leftOut: {
    term: '不计入转接率',
    meaning: '规定不计入的去向里，学院已经登记的人。登记以前算在名单里。',
  },
  counted: { term: '计入的人数', meaning: '团员减去不计入转接率的人。' },
  rate: {
    term: '转接率',
    meaning: '已转到的人 ÷ 名单上的人，不计入转接率的人两边都减掉。',
  },
} as const satisfies Readonly<Record<string, FigureWords>>;

/** Who 要再办一次, told apart by why: what each counts. */
export const STUCK_MEANINGS: Readonly<Partial<Record<TransferState, string>>> = {
  returned: '学院或团支书退回，等本人改了再交的人。',
  refused: '对方退回，等本人改了再发起的人。',
  timedOut: '对方处理的期限过了，还没人来报结果的人。',
  lapsed: '过了期限被系统退回，要重新发起的人。',
};

/** Over the whole list of them. */
export const DEFINITIONS_TITLE = '每个数怎么算';
