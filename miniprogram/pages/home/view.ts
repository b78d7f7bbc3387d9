import { dayOf, momentOf } from '../../domain/calendar/china-time';
import { isClockRunning } from '../../domain/transfer/lifecycle';
import { contactUnreadableWords } from '../../domain/words/unreadable';
import type { HomeResponse } from '../../services/own-transfer';
import { factsOf, onlyTellsAge, type Facts } from '../journey/facts';
import { pathOf, type Path } from '../journey/path';
import { reminderFacts, reminderOffer } from '../journey/reminders';
import { helpsOf, type HelpRow } from './helps';
import { heroOf, type Hero } from './hero';
import type { HomeAction, NextAction } from './action';
import { nextActionOf } from './next-action';

export interface HomeView {
  readonly hero: Hero;
  readonly action: NextAction;
  /** One remark in a tinted card; null when there is nothing to remark. */
  readonly remark: {
    readonly icon: string;
    readonly title: string;
    readonly text: string;
    /** What a tap on it does; empty when it only says something. */
    readonly action: HomeAction | '';
    readonly label: string;
  } | null;
  /** The university's word to everybody, then the college's to its own. */
  readonly news: readonly {
    readonly id: 'university' | 'college';
    readonly title: string;
    readonly text: string;
    readonly date: string;
    /** Folded until it is tapped. */
    readonly long: boolean;
  }[];
  readonly notice: { readonly title: string; readonly detail: string; readonly unread: boolean } | null;
  readonly reminder: { readonly count: number; readonly hint: string } | null;
  /** A branch secretary gets to the desk from here too. */
  readonly desk: { readonly title: string; readonly detail: string } | null;
  /** What of the transfer cannot be shown; empty when all can. */
  readonly unreadable: string;
  /** Null for whom there is none to go. */
  readonly path: Path | null;
  /** Ways out whatever the state. */
  readonly helps: readonly HelpRow[];
  /** What happens when nothing is done. */
  readonly footer: string;
}

const remarkOf = ({ state, response, rulebook, system }: Facts): HomeView['remark'] => {
  if ((response.picturesToReplace ?? []).length > 0) {
    return {
      icon: 'image',
      title: '有一张截图要换一下',
      text: '微信的自动检查没让它显示，老师看不到。多半是截进了别的内容，换一张只有转接页面的就好，别的不用重来。',
      action: 'replace-picture',
      label: '换一张',
    };
  }
  const { hasLeaguePost, overAge } = response.member;
  const open = state === 'none' || state === 'draft' || state === 'withdrawn';
  if (open && hasLeaguePost) {
    return {
      icon: 'info-circle',
      title: '你还担任团内职务',
      text: rulebook.postAdvice,
      action: 'pre-flight',
      label: '这样请学院帮忙',
    };
  }
  // Whoever has nothing under way finds it as the next action instead.
  if (overAge && state !== 'none') {
    return {
      icon: 'info-circle',
      title: `到毕业那个月你满 ${rulebook.ageLimit} 岁`,
      text: '满了年龄又没有团内职务，就不再保留团籍，也不用转关系。先跟学院说清楚。',
      action: 'over-age',
      label: '看看怎么办',
    };
  }
  if (state === 'none' && !overAge && response.loginConfirmedAt === null) {
    return {
      icon: 'lock-on',
      title: '我们不问这两样',
      text: `身份证号码和${system}密码，只在${system}上填。任何人问你要，都不用给。`,
      action: '',
      label: '',
    };
  }
  return null;
};

const noticeOf = ({ response: { latestNotice, unread } }: Facts): HomeView['notice'] => {
  if (!latestNotice) return null;
  const others = unread - (latestNotice.read ? 0 : 1);
  const at = momentOf(latestNotice.at);
  return {
    title: latestNotice.title,
    detail: others > 0 ? `${at}，还有 ${others} 条未读` : at,
    unread: !latestNotice.read,
  };
};

/** Only while it is still to come: whatever happened after the last day, 智慧团建 says it. */
const footerOf = ({ state, route, outcome, transfer, now }: Facts): string =>
  isClockRunning(state) && route?.receiverClock && now < (transfer?.deadlineAt ?? Infinity)
    ? `到期对方仍没处理，\n${outcome.text}。`
    : '';

/** Characters, about three lines. */
const LONG_NEWS = 60;

const newsOf = ({ announcement, collegeAnnouncement }: HomeResponse): HomeView['news'] => {
  const sources = [
    { id: 'university', title: '学校通知', said: announcement },
    { id: 'college', title: '学院通知', said: collegeAnnouncement },
  ] as const;
  return sources.flatMap(({ id, title, said }) =>
    said
      ? [
          {
            id,
            title,
            text: said.text,
            date: dayOf(said.at),
            long: said.text.length > LONG_NEWS,
          },
        ]
      : [],
  );
};

/** @param now epoch ms, the cloud's clock */
export const toHomeView = (response: HomeResponse, now: number): HomeView => {
  const facts = factsOf(response, now);
  const isStaying = onlyTellsAge(facts);
  const offer = isStaying ? null : reminderOffer(reminderFacts(facts));
  return {
    hero: heroOf(facts),
    action: nextActionOf(facts),
    remark: remarkOf(facts),
    news: newsOf(response),
    notice: noticeOf(facts),
    reminder: offer && { count: offer.count, hint: offer.hint },
    desk: response.member.isSecretary ? { title: '团支书工作台', detail: '同学的求助和进度都在那里' } : null,
    unreadable: contactUnreadableWords(response.transfer?.contactUnreadable, 'graduate'),
    path: isStaying ? null : pathOf(facts),
    helps: helpsOf(facts),
    footer: footerOf(facts),
  };
};
