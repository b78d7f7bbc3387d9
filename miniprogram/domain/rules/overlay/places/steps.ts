/** What can be changed of offline steps, times, practice and contacts. */
import type { Rulebook } from '../../rulebook';
import type { OFFLINE_DOERS, OFFLINE_OPENINGS, OFFLINE_RECEIVERS } from '../../rulebook/offline-steps';
import { receiversOf, TIMEOUT_OUTCOMES } from '../../rulebook/timeouts';
import type { MonthDay } from '../../../calendar/month-day';
import type { Place, PlaceKind } from '../place';
import { COMMITTEE_ALONE, LINE, placesUnder } from './making';

const OPENINGS: Readonly<Record<(typeof OFFLINE_OPENINGS)[number], string>> = {
  submitted: '发起以后就可以办',
  accepted: '对方接收以后再办',
};
const DOERS: Readonly<Record<(typeof OFFLINE_DOERS)[number], string>> = {
  graduate: '同学自己',
  secretary: '团支书',
  college: '学院',
};
const RECEIVERS: Readonly<Record<(typeof OFFLINE_RECEIVERS)[number], string>> = {
  any: '走这条路的都要办',
  committee: '只有团委、团工委、团总支接收的要办',
};
const choiceOf = <Value extends string>(words: Readonly<Record<Value, string>>): PlaceKind => ({
  kind: 'choice',
  options: Object.entries<string>(words).map(([value, label]) => ({ value, label })),
});

const day = ({ month, day: of }: MonthDay) => ({ month, day: of });

export const placesOfSteps = ({ offlineSteps }: Rulebook): Place[] =>
  offlineSteps.flatMap((step) => {
    const under = placesUnder(`offlineSteps.${step.id}`, {
      group: 'steps',
      about: step.label,
      source: step.source,
    });
    return [
      ...under('on', '要办', { kind: 'switch' }, true),
      ...under('label', '名称', LINE, step.label),
      ...under('hint', '下面的一句', { kind: 'text', max: 60, lines: 'one' }, step.hint),
      ...under('opens', '什么时候办', choiceOf(OPENINGS), step.opens),
      ...under('receivedBy', '谁要办这一步', choiceOf(RECEIVERS), step.receivedBy),
      ...(step.atDesk ? [] : under('who', '谁来办', choiceOf(DOERS), step.who)),
    ];
  });

const dayText = ({ month, day: of }: MonthDay): string => `${month}月${of}日`;

const timeoutPlaces = ({ timeouts, outcomes, system }: Rulebook): Place[] => {
  const options = TIMEOUT_OUTCOMES.map((value) => ({ value, label: outcomes[value].short }));
  return timeouts.flatMap((phase, index) => {
    const when = `${receiversOf(phase, system)}${dayText(phase.from)}起`;
    const about = timeouts.length === 1 ? '对方接收' : `对方接收，${when}`;
    const under = placesUnder(`timeouts.${index}`, {
      group: 'times',
      about,
      source: phase.source,
      levels: COMMITTEE_ALONE,
    });
    return [
      ...under('from', '从哪天起', { kind: 'date', mayBeNone: false }, day(phase.from)),
      ...(phase.until ? under('until', '到哪天', { kind: 'date', mayBeNone: true }, day(phase.until)) : []),
      ...(phase.days === null
        ? []
        : under('days', '几天', { kind: 'number', min: 1, max: 180, unit: '天' }, phase.days)),
      ...under('outcome', '到期没处理', { kind: 'choice', options }, phase.outcome),
    ];
  });
};

const keepingPlaces = ({ keeping }: Rulebook): Place[] =>
  keeping.flatMap(({ id, label, months, mostMonths, source }) => {
    const under = placesUnder(`keeping.${id}`, {
      group: 'times',
      about: label,
      source,
      levels: COMMITTEE_ALONE,
    });
    const count: PlaceKind = { kind: 'number', min: 1, max: 60, unit: '个月' };
    return [
      ...under('months', '一般留多久', count, months ?? undefined),
      ...under('mostMonths', '最多留多久', count, mostMonths ?? undefined),
    ];
  });

const ratePlaces = ({ rate }: Rulebook): Place[] =>
  rate.targets.flatMap(({ percent, ...target }, index) => {
    const under = placesUnder(`rate.targets.${index}`, {
      group: 'times',
      about: `转接率，${dayText(target)}`,
      source: rate.source,
      levels: COMMITTEE_ALONE,
    });
    return under('percent', '到那天要达到', { kind: 'number', min: 1, max: 100, unit: '%' }, percent);
  });

/** Several numbers of days, far enough before to be of use and not more than people read. */
const DAYS_BEFORE: PlaceKind = { kind: 'days', max: 60, most: 6 };

const reminderPlaces = (rulebook: Rulebook): Place[] => {
  const under = placesUnder('', {
    group: 'times',
    about: '提醒同学',
    source: '各校自己定，没有统一的规定',
    levels: COMMITTEE_ALONE,
  });
  const hour: PlaceKind = { kind: 'number', min: 7, max: 22, unit: '点' };
  return [
    ...under('reminderDays', '对方的期限前几天提醒', DAYS_BEFORE, rulebook.reminderDays),
    ...under('seasonReminderDays', '本季截止前几天提醒没办的', DAYS_BEFORE, rulebook.seasonReminderDays),
    ...under(
      'waitingReminderDays',
      '没有期限的，学校批了以后第几天提醒',
      { ...DAYS_BEFORE, max: 120 } as PlaceKind,
      rulebook.waitingReminderDays,
    ),
    ...under('reminderHour', '几点发', hour, rulebook.reminderHour),
  ];
};

export const placesOfTimes = (rulebook: Rulebook): Place[] => {
  const { ageLimit, withdrawal, source, sources, escalateAfterHours, soonDays } = rulebook;
  const under = placesUnder('', { group: 'times', about: '全校的数字', source, levels: COMMITTEE_ALONE });
  const withdrawn = placesUnder('withdrawal', {
    group: 'times',
    about: '撤回',
    source: withdrawal.source,
    levels: COMMITTEE_ALONE,
  });
  const limit = placesUnder('', {
    group: 'times',
    about: '全校的数字',
    source: sources['ageLimit'] ?? source,
    levels: COMMITTEE_ALONE,
  });
  return [
    ...timeoutPlaces(rulebook),
    ...reminderPlaces(rulebook),
    ...limit('ageLimit', '年龄上限', { kind: 'number', min: 14, max: 60, unit: '岁' }, ageLimit),
    ...under(
      'escalateAfterHours',
      '团支书多久没填验证码，就转给老师',
      { kind: 'number', min: 3, max: 720, unit: '小时' },
      escalateAfterHours,
    ),
    ...under('soonDays', '剩几天算快到了', { kind: 'number', min: 1, max: 30, unit: '天' }, soonDays),
    ...withdrawn(
      'lastDay',
      '审批以后最晚哪天还能撤回',
      { kind: 'date', mayBeNone: true },
      withdrawal.lastDay === null ? null : day(withdrawal.lastDay),
    ),
    ...keepingPlaces(rulebook),
    ...ratePlaces(rulebook),
  ];
};

export const placesOfContacts = ({ contacts = [] }: Rulebook): Place[] =>
  placesUnder('', { group: 'contacts', about: '联系方式', source: '学校和学院自己填' })(
    'contacts',
    '有事找谁',
    { kind: 'contacts' },
    contacts.map((contact) => ({ ...contact })),
  );
