import { isOverAge } from '../../../domain/calendar/age';
import { dayOf } from '../../../domain/calendar/china-time';
import type { Response } from '../../../contract';
import { teacherNamed } from '../../../domain/words/teachers';
import type { PathStep } from '../../../pages/journey/path';

export type OverAgeReply = Response<'graduate', 'overAge'>;

/**
 * What the page asks or tells. tell: everything is known, one tap; ask: the birth month is missing; post: a post
 * keeps the membership; differs: the roster says younger; told: the college knows.
 */
type OverAgeMode = 'tell' | 'ask' | 'post' | 'differs' | 'told';

export interface OverAgeView {
  readonly mode: OverAgeMode;
  readonly title: string;
  readonly text: string;
  /** `1998年5月` as the roster has it, or as chosen here; empty while unknown. */
  readonly born: string;
  readonly graduates: string;
  /** Under the chosen month: it does not reach the limit, so there is nothing to tell. */
  readonly remark: string;
  readonly canTell: boolean;
  readonly steps: readonly PathStep[];
  readonly letter: string;
  readonly whom: string;
}

/** `2004-03` → `2004年3月` */
const monthText = (month: string): string => month.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月');

const modeOf = (reply: OverAgeReply): OverAgeMode => {
  if (reply.report.reportedAt !== null || reply.report.recordedAt !== null) return 'told';
  if (reply.hasLeaguePost) return 'post';
  if (reply.birthMonth === null) return 'ask';
  return isOverAge(reply.birthMonth, reply.graduationMonth, reply.ageLimit) ? 'tell' : 'differs';
};

const wordsOf = (mode: OverAgeMode, { ageLimit, report }: OverAgeReply, whom: string) => {
  switch (mode) {
    case 'told':
      return report.recordedAt === null
        ? { title: '学院知道了，等登记', text: `${whom}会把你记进名单。你不用转团关系。` }
        : {
            title: '学院已经登记好了',
            text: '接下来由校团委在系统里处理。你这边不用再做什么，也不用转团关系。',
          };
    case 'post':
      return {
        title: '有团内职务，团籍还保留',
        text: `学院名单上你还有团内职务，满 ${ageLimit} 岁也还是团员，团关系照样要转。已经卸任，就请${whom}改一下名单，再回来这里。`,
      };
    case 'differs':
      return {
        title: `按名单，你还没满 ${ageLimit} 岁`,
        text: `团关系照样要转。名单上的出生年月写错了，就请${whom}改一下，再回来这里。`,
      };
    default:
      return {
        title: '把年龄情况告诉学院',
        text: `到毕业那个月满 ${ageLimit} 岁、又没有团内职务，就不再保留团籍，不用转团关系。学院记进名单，由校团委在系统里处理。`,
      };
  }
};

const stepsOf = ({ report }: OverAgeReply, whom: string): PathStep[] => {
  const { reportedAt, recordedAt, reason } = report;
  const day = (at: number | null): string => (at === null ? '' : dayOf(at));
  const isRecorded = recordedAt !== null;
  const said = reason === undefined ? '' : `学院说：${reason}`;
  return [
    {
      mark: 'done',
      title: reportedAt === null ? '学院从名单上看到' : '你告诉了学院',
      side: day(reportedAt),
      hint: '',
    },
    {
      mark: isRecorded ? 'done' : 'current',
      title: '学院登记',
      side: day(recordedAt),
      hint: isRecorded ? said : `等${whom}登记`,
    },
    {
      mark: isRecorded ? 'current' : 'later',
      title: '校团委在系统里处理',
      side: '',
      hint: isRecorded ? '不用你做什么' : '',
    },
  ];
};

const letterOf = (mode: OverAgeMode, { name, branchName, birthMonth }: OverAgeReply): string => {
  if (mode === 'post')
    return `老师您好，我是${branchName}的${name}。我已经卸任团内职务，名单上还写着有，麻烦您改一下，谢谢！`;
  if (mode !== 'differs') return '';
  return `老师您好，我是${branchName}的${name}。名单上我的出生年月写的是${monthText(birthMonth ?? '')}，和实际不一样，麻烦您核对一下，谢谢！`;
};

/** @param chosen the birth month picked here, `YYYY-MM`; empty before */
export const toOverAgeView = (reply: OverAgeReply, chosen: string): OverAgeView => {
  const mode = modeOf(reply);
  const whom = reply.teacherName ? teacherNamed(reply.teacherName) : '学院老师';
  const born = reply.birthMonth ?? chosen;
  const reaches = isOverAge(born, reply.graduationMonth, reply.ageLimit);
  return {
    mode,
    ...wordsOf(mode, reply, whom),
    born: born === '' ? '' : monthText(born),
    graduates: monthText(reply.graduationMonth),
    remark:
      mode === 'ask' && born !== '' && !reaches
        ? `按这个月份，毕业时还没满 ${reply.ageLimit} 岁，团关系照样要转。`
        : '',
    canTell: mode === 'tell' || (mode === 'ask' && reaches),
    steps: mode === 'told' ? stepsOf(reply, whom) : [],
    letter: letterOf(mode, reply),
    whom,
  };
};
