import type { Response } from '../../../../contract';
import { momentOf } from '../../../../domain/calendar/china-time';

export type Reach = Response<'teacher', 'reach'>;
type Out = Reach['out'];

export interface ReachView {
  readonly reached: number;
  readonly people: number;
  /** Why the others are out of reach; empty when none is. */
  readonly why: string;
  /** What WeChat said of messages it did not deliver. */
  readonly failures: readonly string[];
  /** Branches with somebody out of reach, those with most of them first. */
  readonly branches: readonly { readonly id: string; readonly name: string; readonly line: string }[];
}

const OUT_WORDS: Readonly<Record<keyof Out, (count: number) => string>> = {
  unbound: (count) => `${count} 人没进过小程序`,
  off: (count) => `${count} 人关掉了提醒`,
  'no-credit': (count) => `${count} 人没留提醒次数`,
};

const OUT: readonly (keyof Out)[] = ['unbound', 'off', 'no-credit'];

const outWords = (out: Out): string =>
  OUT.flatMap((why) => (out[why] > 0 ? [OUT_WORDS[why](out[why])] : [])).join('，');

/** WeChat's answer when the person takes none of these messages. */
const REFUSED_BY_READER = 43101;

const failureLine = ({ code, count, lastAt }: Reach['failures'][number]): string => {
  const why = code === REFUSED_BY_READER ? '本人不收这类提醒' : `微信没送到（代码 ${code}）`;
  return `${count} 条${why}，最近一次 ${momentOf(lastAt)}`;
};

/** 够得着: whom the next message reaches, and in which branches somebody has to be told by word of mouth. */
export const toReachView = ({ people, reached, out, branches, failures }: Reach): ReachView => ({
  reached,
  people,
  why: outWords(out),
  failures: failures.map(failureLine),
  branches: branches
    .filter((branch) => branch.reached < branch.people)
    .sort((one, other) => other.people - other.reached - (one.people - one.reached))
    .map((branch) => ({
      id: branch.id,
      name: branch.name,
      line: `${branch.people - branch.reached} 人够不着：${outWords(branch.out)}`,
    })),
});
