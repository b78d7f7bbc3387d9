/** From an empty installation to the first season: what is done, and the one thing to do next. */
import type { Response } from '../../../../contract';

type Reply = Response<'teacher', 'colleges'>;

/** Where a step is done. */
type Place = 'season' | 'add' | 'accounts' | 'roster' | 'branches';

export interface FirstStep {
  readonly id: Place;
  readonly title: string;
  readonly text: string;
  readonly done: boolean;
  /** The first that is not done. */
  readonly now: boolean;
}

const isRunning = ({ hasSeason, colleges }: Reply): boolean =>
  hasSeason && colleges.some(({ started }) => started > 0);

const names = (colleges: Reply['colleges']): string =>
  colleges.length > 3
    ? `${colleges
        .slice(0, 3)
        .map(({ name }) => name)
        .join('、')}等 ${colleges.length} 个学院`
    : colleges.map(({ name }) => name).join('、');

/** Null once somebody of the season has begun: the list has done its work. */
export const firstSteps = (reply: Reply): FirstStep[] | null => {
  if (isRunning(reply)) return null;
  const { hasSeason, colleges } = reply;
  const alone = colleges.filter(({ teachers }) => teachers === 0);
  const empty = colleges.filter(({ members }) => members === 0);
  const hasPeople = colleges.some(({ members }) => members > 0);
  const steps: Omit<FirstStep, 'now'>[] = [
    { id: 'season', title: '开第一季', text: '定哪一届、用哪一套规则、截止到哪天', done: hasSeason },
    {
      id: 'add',
      title: '加学院',
      text: colleges.length > 0 ? `加了 ${colleges.length} 个，缺的接着加` : '写全称，一个一个加',
      done: colleges.length > 0,
    },
    {
      id: 'accounts',
      title: '给每个学院邀请一位老师',
      text:
        alone.length > 0 && colleges.length > 0
          ? `还没有老师的：${names(alone)}`
          : '发邀请码，对方用微信登录',
      done: colleges.length > 0 && alone.length === 0,
    },
    {
      id: 'roster',
      title: '导入名单',
      text:
        hasPeople && empty.length > 0 ? `还没有名单的：${names(empty)}` : '学院自己导入，也可以替他们导入',
      done: colleges.length > 0 && empty.length === 0,
    },
    {
      id: 'branches',
      title: '把邀请码发到各支部',
      text: '团支书先登录，再叫同学登录。第一位同学选好去向，这张清单就收起来',
      done: false,
    },
  ];
  const next = steps.findIndex(({ done }) => !done);
  return steps.map((step, index) => ({ ...step, now: index === next }));
};
