import { dayOf, momentOf } from '../../domain/calendar/china-time';
import { asksNothing } from '../../domain/rules/rulebook/index';
import { startBy } from '../../domain/rules/rulebook/windows';
import { seasonYearOf } from '../../domain/rules/season-rules';
import { keepingOf } from '../../domain/transfer/keeping';
import { keepingWords } from '../../domain/words/keeping';
import { shownState } from '../../domain/transfer/shown-state';
import { STATE_WORDS } from '../../domain/words/states';
import { schoolIsLate } from '../../domain/words/waiting';
import { countdownOf, stripOf, type Countdown, type Strip } from '../journey/countdown';
import { receiverWords, tagWords } from '../journey/receiver-words';
import { onlyTellsAge, opensWords, turnWords, type Facts } from '../journey/facts';

export interface Hero {
  readonly who: string;
  readonly tag: string;
  readonly lead: string;
  readonly number: string;
  readonly unit: string;
  /** Colour of the number: a deadline that is near, or past. */
  readonly tone: Countdown['tone'];
  readonly headline: string;
  readonly note: string;
  readonly strip: Strip | null;
}

type Said = Partial<Omit<Hero, 'who' | 'tag'>>;

/** While nothing is under way, what counts is the day the college asks for. `what` happened, or nothing. */
const season = (facts: Facts, what: string, note: string): Said => {
  const { id, deadlineAt: seasonDeadlineAt } = facts.response.season;
  const deadlineAt = startBy(facts.route?.window, { year: seasonYearOf(id), deadlineAt: seasonDeadlineAt });
  const { number, unit, tone, overdue } = countdownOf(deadlineAt, facts.now, facts.rulebook.soonDays);
  const date = dayOf(deadlineAt);
  if (overdue) {
    const lead = what || `学院请大家 ${date}前办完`;
    return { lead, number, tone, unit: unit.replace('到期', '已截止'), note: '晚了也能办，今天就做。' };
  }
  if (number === '今天') return { lead: what || '学院请大家办完的日子', number, unit, tone, note };
  const lead = what ? `${what}，离学院的 ${date}还有` : `学院请大家 ${date}前办完，还有`;
  return { lead, number, unit, tone, note };
};

const running = (facts: Facts, lead: string): Said => {
  const { transfer, now, rulebook } = facts;
  if (!transfer?.deadlineAt) return { headline: lead };
  const { number, unit, tone, overdue } = countdownOf(transfer.deadlineAt, now, rulebook.soonDays);
  return overdue
    ? { lead: `${lead}，期限已经过了`, number, unit, tone }
    : {
        lead: number === '今天' ? `${lead}，就在` : `${lead}，离截止还有`,
        number,
        unit,
        tone,
        strip: stripOf(facts, 'M月D日 HH:mm'),
      };
};

/** Handed in, and on whose desk; when the clock ran out there, the school is late: nothing is red of the graduate's. */
const submitted = (facts: Facts): Said => {
  const late = schoolIsLate('graduate', facts.transfer, facts.now);
  return { ...running(facts, turnWords(facts)), ...(late ? { note: late, tone: 'soon' } : {}) };
};

const timedOut = ({ transfer, now, rulebook, system }: Facts): Said => {
  if (!transfer?.deadlineAt) return { headline: '期限已经到了' };
  const { number, unit, tone } = countdownOf(transfer.deadlineAt, now, rulebook.soonDays);
  return {
    // Whether the other side has acted, nobody has looked yet.
    lead: '期限过了，还不知道结果',
    number,
    unit,
    tone,
    note: `${momentOf(transfer.deadlineAt)} 是${system}的期限。`,
  };
};

/** Over the age limit there is no season to keep. */
const ageSaid = ({ response, rulebook }: Facts): Said => {
  const { reportedAt, recordedAt } = response.overAgeReport ?? {};
  if (recordedAt) return { headline: '学院已经登记好了', note: '你这边不用再做什么。' };
  if (reportedAt) return { headline: '已经报给学院', note: '接下来由学院老师登记。' };
  return {
    headline: `到毕业时满 ${rulebook.ageLimit} 岁`,
    note: '你的情况不用转团关系，跟学院说一声就行。',
  };
};

/** Whose the rest on paper is; nothing where nobody is waited for. */
const paperLeft = (facts: Facts): string =>
  facts.transfer?.waitsFor === 'nobody' ? '' : `，${turnWords(facts)}`;

const arrivedNote = (facts: Facts): string => {
  const { left, transfer } = facts;
  if (!left.desk || transfer?.waitsFor !== 'graduate') return `线上的事都办好了${paperLeft(facts)}。`;
  return left.others ? '还差《团员证》转出和别的线下手续。' : '只差最后一步：《团员证》转出。';
};

const said = (facts: Facts): Said => {
  const { state, route, receiver, response } = facts;
  switch (state) {
    case 'none':
      if (onlyTellsAge(facts)) return ageSaid(facts);
      return response.loginConfirmedAt === null
        ? season(facts, '', '今天先登录、填写、提交，\n之后我们盯着结果，到时候叫你。')
        : season(facts, '', '先选好去向，一步一步来。');
    case 'withdrawn':
      return shownState(response.transfer) === 'closed'
        ? season(facts, '学院结束了上一次', '原因在“进度”里。还要转的话，重新选一个去向。')
        : season(facts, '上一次申请已经撤回', '重新选一个去向就能再来。');
    case 'planned':
      return { headline: opensWords(facts), note: '去向已经选好。到时候会提醒你，现在不用做什么。' };
    case 'lapsed':
      return shownState(facts.transfer) === 'lapsed-at-school'
        ? season(facts, '系统退回了', '学校还没批完，不是你的问题。重新发起一次就行。')
        : season(facts, '系统退回了', '对方一直没处理。关系还在学校，重新发起就行。');
    case 'draft':
      return season(
        facts,
        '',
        route && asksNothing(route) ? '什么都不用填，报上去就行。' : '填到一半也没关系，内容都替你留着。',
      );
    case 'returned':
      return season(
        facts,
        `${STATE_WORDS[shownState(facts.transfer)]}，要改一处`,
        '改好再交一次，之前填的都在。',
      );
    case 'refused':
      return season(facts, receiverWords(route).hasRefused, '关系还在学校，没有丢。');
    case 'submitted':
      return submitted(facts);
    case 'approved':
      return running(
        facts,
        route?.receiverClock
          ? '对方还没有接收'
          : `${STATE_WORDS[shownState(facts.transfer)]}，${turnWords(facts)}`,
      );
    case 'timedOut':
      return timedOut(facts);
    case 'accepted':
      return { headline: receiverWords(route).hasAcceptedYou, note: arrivedNote(facts) };
    case 'registered':
      return { headline: '已经报给学院', note: '接下来由学院老师登记，有结果马上告诉你。' };
    case 'recorded':
      return {
        headline: '学院已经登记好了',
        note: facts.transfer?.waitsFor === 'nobody' ? keptNote(facts) : `${turnWords(facts)}。`,
      };
    case 'completed':
      return {
        headline: '全部办完',
        note:
          route?.handledBy === 'college'
            ? '学院那边都办好了。有变化时告诉学院。'
            : `你的团关系已经在“${receiver}”。`.replace('“对方团组织”', '新的组织'),
      };
  }
};

/** Who is kept at the school reads until when; the others have nothing left to do. */
const keptNote = ({ transfer, rulebook, route }: Facts): string => {
  const keeping = transfer && route ? keepingOf(rulebook, route, transfer) : null;
  const until = keeping ? keepingWords(keeping) : '';
  return until ? `团关系留在学校，${until}。有了去处，换一种去向就能转。` : '你这边不用再做什么。';
};

const EMPTY = { lead: '', number: '', unit: '', tone: 'brand', headline: '', note: '', strip: null } as const;

const tagOf = ({ transfer, route }: Facts): string => tagWords(shownState(transfer), route);

/** The blue band: who, state, and the one number that matters in this state. */
export const heroOf = (facts: Facts): Hero => {
  const { name, branchName } = facts.response.member;
  return {
    who: `${name}，${branchName}`,
    tag: onlyTellsAge(facts) ? '不用转' : tagOf(facts),
    ...EMPTY,
    ...said(facts),
  };
};
