import type { MonthDay } from '../../../../domain/calendar/month-day';
import { chinaDay, dayOf, momentOf } from '../../../../domain/calendar/china-time';
import { editionsIn, EVERYBODY } from '../../../../domain/rules/overlay/edition';
import type { Rulebook } from '../../../../domain/rules/rulebook';
import { receiversOf } from '../../../../domain/rules/rulebook/timeouts';
import { answersUnder, rulebookOf } from '../../../../rulebooks/index';
import type { SeasonReply } from '../season-form/source';
import { hoursText, hourText, type Row } from '../season-form/view';

/** What the season's first card says. */
export interface SeasonHead {
  readonly name: string;
  readonly deadline: string;
  readonly rulebook: string;
  /** How a college's deadline stands to the university's; empty for the committee. */
  readonly college: string;
}

export const headOf = ({ season, college }: SeasonReply): SeasonHead => {
  const { deadlineAt } = college ?? season;
  const days = chinaDay(season.deadlineAt) - chinaDay(deadlineAt);
  const earlier = `学校 ${dayOf(season.deadlineAt)}截止，本院早 ${days} 天`;
  return {
    name: season.name,
    deadline: momentOf(deadlineAt),
    rulebook: rulebookOf(season.rulebookId)?.name ?? season.rulebookId,
    college: college ? (days > 0 ? earlier : '和学校同一天截止') : '',
  };
};

const dayText = ({ month, day }: MonthDay): string => `${month}月${day}日`;

/** How long a receiver has: where it depends on the day and on where the request goes, a line for each phase. */
export const clockRow = ({ timeouts, outcomes, system }: Rulebook): Row => ({
  label: '接收期限',
  value: timeouts
    .map((phase) => {
      const { from, until, days, outcome } = phase;
      const when = `${dayText(from)}${until ? `到 ${dayText(until)}` : '起'}`;
      const what = days === null ? '不强制处理' : `${days} 天，到期${outcomes[outcome].short}`;
      return timeouts.length === 1 ? what : `${receiversOf(phase, system)}${when}：${what}`;
    })
    .join('\n'),
});

/** What is done where practice differs, as it holds for the reader. */
const practiceRows = ({ id, settings }: Rulebook): Row[] =>
  settings.map((setting) => {
    const answers = answersUnder(id).filter((answer) => answer.setting === setting.id);
    const option = answers[answers.length - 1]?.option ?? setting.default;
    const label = setting.question.replace(/？$/, '');
    return { label, value: setting.options.find((one) => one.id === option)?.label ?? '' };
  });

/** The rulebook's numbers, and for a college what is done where practice differs: the committee sets that above them. */
export const ruleRows = (rulebook: Rulebook, { season, college }: SeasonReply): Row[] => [
  clockRow(rulebook),
  {
    label: '提前提醒',
    value: `${rulebook.reminderDays.map((days) => `${days} 天`).join('、')}，${hourText(rulebook.reminderHour)} 发`,
  },
  { label: '免打扰', value: hoursText((college ?? season).quietHours) },
  { label: '年龄上限', value: `${rulebook.ageLimit} 岁` },
  {
    label: '验证码',
    value: `${rulebook.resetCodeHours} 小时内有效，${rulebook.escalateAfterHours} 小时没人填就转给老师`,
  },
  ...(college ? practiceRows(rulebook) : []),
  { label: '依据', value: `${rulebook.source}，${formatDay(rulebook.checkedOn)}核对` },
];

/** Under 改规则: what can be changed, and which of one's own versions holds. */
export const changeLine = ({ season, college }: SeasonReply): string => {
  const own = editionsIn(season.rulebookId).find(({ scopeId }) => (scopeId === EVERYBODY) === !college);
  const may = college
    ? '学院自己的句子、手续和联系方式，只能比学校更严'
    : '去向、手续、日期、句子，发布后一分钟内全校看到';
  return own ? `改过，现在是第 ${own.number} 版。${may}` : may;
};

const formatDay = (date: string): string => date.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日');

/** Which of WeChat's message templates are set up. */
export const templateRows = (templates: SeasonReply['templates']): Row[] =>
  templates.map(({ title, missing }) => ({
    label: title,
    value: missing ? '没有配置，这类消息只到站内' : '已配置',
    tone: missing ? 'soon' : 'done',
  }));

export interface CollegeRow {
  readonly id: string;
  readonly name: string;
  /** What it has set itself. */
  readonly line: string;
  readonly announcement: string;
}

/** For the committee: what colleges have set for their own people. */
export const collegeRows = (colleges: SeasonReply['colleges']): CollegeRow[] =>
  colleges.map(({ id, name, announcement, ...own }) => ({
    id,
    name,
    line: [
      own.deadlineOverridden ? `${dayOf(own.deadlineAt)}截止` : '',
      own.quietHoursOverridden ? `免打扰 ${hoursText(own.quietHours)}` : '',
    ]
      .filter(Boolean)
      .join('，'),
    announcement: announcement?.text ?? '',
  }));
