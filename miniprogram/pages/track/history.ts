import { formatChina } from '../../domain/china-time';
import { wayOf } from '../../domain/rulebook';
import type { Facts, Transfer } from '../journey/facts';
import { countdownOf } from '../journey/countdown';

type Entry = Transfer['timeline'][number];

export interface HistoryEntry {
  readonly key: string;
  readonly mark: 'current' | 'done' | 'bad';
  readonly title: string;
  readonly detail: string;
  readonly note: string;
}

/** Whoever did it, in the graduate's eyes. */
export const whoDid = ({ by }: Entry): string => {
  if (by.role === 'graduate') return '你';
  if (by.role === 'secretary') return `团支书${by.name}`;
  return by.role === 'system' ? '系统' : `${by.name.replace(/老师$/, '')}老师`;
};

const TITLES: Record<Entry['step'], (entry: Entry, facts: Facts) => string> = {
  'choose-way': ({ wayId }, { rulebook, wayLabel }) =>
    `选好去向：${(wayId && wayOf(rulebook, wayId)?.label) ?? wayLabel}`,
  initiated: () => '在智慧团建发起',
  submit: ({ attempt }) => (attempt > 1 ? `你第 ${attempt} 次提交了申请` : '你提交了申请'),
  register: () => '你报给了学院',
  approve: (entry) => `${whoDid(entry)}批准转出`,
  return: (entry) => `${whoDid(entry)}退回了申请`,
  'report-accepted': (entry) => `${whoDid(entry)}报告：对方已接收`,
  'report-refused': (entry) => `${whoDid(entry)}报告：被对方退回`,
  'report-returned': (entry) => `${whoDid(entry)}报告：到期退回来了`,
  withdraw: () => '你撤回了申请',
  'time-out': (_, { rulebook }) => `${rulebook.receiverDays} 天到期，对方没有处理`,
  record: (entry) => `${whoDid(entry)}登记好了`,
  complete: (entry) => (entry.by.role === 'system' ? '全部办完' : `${whoDid(entry)}确认全部办完`),
  'undo-complete': (entry) => `${whoDid(entry)}撤回了“全部办完”`,
  reopen: (entry) => `${whoDid(entry)}重新打开了申请`,
  reminded: () => '提醒已送到你的微信',
};

const BAD: readonly Entry['step'][] = ['return', 'report-refused', 'report-returned', 'time-out'];

const detailOf = (entry: Entry, { transfer }: Facts): string => {
  const at = formatChina(entry.at, 'M月D日 HH:mm');
  if (entry.seenOnSystem) return `${at}，在智慧团建的列表里看到`;
  const shots = transfer?.screenshots.length ?? 0;
  const latest = entry.step === 'submit' && entry.attempt === transfer?.attempt && shots > 0;
  return latest ? `${at}，附截图 ${shots} 张` : at;
};

const entryOf = (entry: Entry, facts: Facts): HistoryEntry => ({
  key: `${entry.step}-${entry.at}`,
  mark: BAD.includes(entry.step) ? 'bad' : 'done',
  title: TITLES[entry.step](entry, facts),
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
      return current('正在填写', wayOf(rulebook, transfer?.wayId ?? 'employed')?.label ?? '');
    case 'submitted':
      return current(`等${teacher}审批`, until);
    case 'approved':
      return facts.route && !facts.route.receiverClock
        ? current('等上级团组织办理', '')
        : current('等对方接收', transfer?.fields.organisation ?? until);
    case 'registered':
      return current(`等${teacher}登记`, response.member.collegeName);
    case 'accepted':
      return facts.route?.cardStep ? current('等你去学院办《团员证》', response.member.collegeName) : null;
    case 'timedOut':
      return current('等你看一眼智慧团建', '');
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
