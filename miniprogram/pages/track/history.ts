import { BAD_STEPS, type HistoryEntry } from '../../components/timeline/history';
import { momentOf } from '../../domain/calendar/china-time';
import { wayOf } from '../../domain/rules/rulebook/index';
import { STEP_WORDS } from '../../domain/words/steps';
import { teacherNamed } from '../../domain/words/teachers';
import { turnWords, type Facts, type Transfer } from '../journey/facts';
import { receiverWords } from '../journey/receiver-words';
import { countdownOf } from '../journey/countdown';

type Entry = Transfer['timeline'][number];

/** Whoever did it, in the graduate's eyes. */
export const whoDid = ({ by }: Entry): string => {
  if (by.role === 'graduate') return '你';
  if (by.role === 'secretary') return `团支书${by.name}`;
  return by.role === 'system' ? '系统' : teacherNamed(by.name);
};

/** Where the graduate's progress says more than the step's own words with whoever did it before them. */
const TITLES: Partial<Record<Entry['step'], (entry: Entry, facts: Facts) => string>> = {
  'choose-way': ({ wayId }, { rulebook, wayLabel }) =>
    `${STEP_WORDS['choose-way']}：${(wayId && wayOf(rulebook, wayId)?.label) ?? wayLabel}`,
  initiated: () => STEP_WORDS.initiated,
  submit: ({ attempt }) => `你${attempt > 1 ? `第 ${attempt} 次` : ''}${STEP_WORDS.submit}`,
  'time-out': (_, { transfer }) =>
    `${transfer?.clock ? `${transfer.clock.days} 天` : ''}${STEP_WORDS['time-out']}`,
  'report-accepted': (entry, { route }) => `${whoDid(entry)}报告：${receiverWords(route).accepted}`,
  'report-refused': (entry, { route }) => `${whoDid(entry)}报告：${receiverWords(route).refused}`,
  complete: (entry) =>
    entry.by.role === 'system' ? STEP_WORDS.complete : `${whoDid(entry)}确认${STEP_WORDS.complete}`,
  tick: (entry) => `${whoDid(entry)}${STEP_WORDS.tick}${entry.offline ?? ''}`,
  untick: (entry) => `${whoDid(entry)}${STEP_WORDS.untick}：${entry.offline ?? ''}`,
  reminded: () => '提醒已送到你的微信',
};

const titleOf = (entry: Entry, facts: Facts): string =>
  TITLES[entry.step]?.(entry, facts) ?? `${whoDid(entry)}${STEP_WORDS[entry.step]}`;

const detailOf = (entry: Entry, { transfer, system }: Facts): string => {
  const at = momentOf(entry.at);
  if (entry.seenOnSystem) return `${at}，在${system}的列表里看到`;
  const shots = transfer?.screenshots.length ?? 0;
  const latest = entry.step === 'submit' && entry.attempt === transfer?.attempt && shots > 0;
  return latest ? `${at}，附截图 ${shots} 张` : at;
};

const entryOf = (entry: Entry, facts: Facts): HistoryEntry => ({
  key: `${entry.step}-${entry.at}`,
  mark: BAD_STEPS.includes(entry.step) ? 'bad' : 'done',
  title: titleOf(entry, facts),
  detail: detailOf(entry, facts),
  note: entry.note ?? '',
});

/** What is being waited for, on top of the history. */
const present = (facts: Facts): HistoryEntry | null => {
  const { state, teacher, transfer, now, rulebook, response } = facts;
  const current = (title: string, detail: string): HistoryEntry => ({
    key: 'present',
    mark: 'current',
    title,
    detail,
    note: '',
  });
  const until = transfer?.deadlineAt ? countdownOf(transfer.deadlineAt, now, rulebook.soonDays).words : '';
  switch (state) {
    case 'draft':
      return current('正在填写', facts.wayLabel);
    case 'submitted':
      return current(transfer?.waitsFor === 'secretary' ? turnWords(facts) : `等${teacher}审批`, until);
    case 'approved':
      return facts.route && !facts.route.receiverClock
        ? current('等上级团组织办理', '')
        : current('等对方接收', transfer?.fields.organisation ?? until);
    case 'registered':
      return current(`等${teacher}登记`, response.member.collegeName);
    case 'accepted':
      return facts.left.desk ? current('等你去学院办《团员证》', response.member.collegeName) : null;
    case 'timedOut':
      return current(`等你看一眼${facts.system}`, '');
    default:
      return null;
  }
};

/** Newest first, with what is awaited on top. */
export const historyOf = (facts: Facts): HistoryEntry[] => {
  // Of two steps in one moment the later one stands above.
  const entries = [...(facts.transfer?.timeline ?? [])].reverse().sort((one, other) => other.at - one.at);
  const first = present(facts);
  return [...(first ? [first] : []), ...entries.map((entry) => entryOf(entry, facts))];
};
