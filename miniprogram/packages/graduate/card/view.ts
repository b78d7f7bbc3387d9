import { offlineRows, type OfflineRow } from '../../../components/offline-steps/rows';
import { formatChina, momentOf } from '../../../domain/calendar/china-time';
import type { ShownState } from '../../../domain/transfer/shown-state';
import type { CardResponse } from '../../../asking/card-pass';
import { teacherNamed } from '../../../domain/words/teachers';
import { CARD_POSITION } from '../../../pages/journey/path';
import { waitUntilOpen, type Wait } from './wait';

/** What the person takes to the desk. */
interface CheckRow {
  readonly id: 'card' | 'screenshot';
  readonly text: string;
  readonly hint: string;
  readonly done: boolean;
  /** A tap opens it; otherwise a tap ticks it. */
  readonly opens: boolean;
}

export interface CardView {
  readonly position: string;
  readonly state: ShownState;
  readonly name: string;
  readonly branchName: string;
  /** The QR and what to say instead; null when there is none to show. */
  readonly pass: { readonly token: string; readonly digits: string; readonly until: string } | null;
  /** Shown in the QR's place when it has run out and there is no network for a new one. */
  readonly studentNumber: string;
  /** Why there is nothing to scan, with the one way on. */
  readonly wait: Wait | null;
  readonly done: { readonly title: string; readonly text: string; readonly keep: string } | null;
  /** What is done on paper beside the step at the desk. */
  readonly others: readonly OfflineRow[];
  /** Whether the desk can scan now. */
  readonly showsCode: boolean;
  /** Whether there is a visit to the college to prepare. */
  readonly bring: boolean;
  readonly office: { readonly title: string; readonly text: string };
  readonly checks: readonly CheckRow[];
  readonly checksTitle: string;
}

/** The text under which the phone remembers that the card is in the bag. */
export const CARD_TICK = '《团员证》';

const othersOf = ({ offline = [] }: CardResponse): OfflineRow[] =>
  offlineRows(
    offline.filter(({ atDesk }) => !atDesk),
    'graduate',
  );

const waitOf = (card: CardResponse, system: string, hasOthers: boolean): Wait | null => {
  const { missing, state } = card;
  if (missing.includes('no-transfer'))
    return { title: '还没有开始', text: '先选好去向，一步一步来。', action: '去选去向', to: 'wayPicker' };
  if (missing.includes('no-card'))
    return hasOthers
      ? null
      : {
          title: '你不用办这一步',
          text: '你选的去向不用办《团员证》转出。',
          action: '回首页',
          to: 'home',
        };
  return missing.includes('not-open') ? waitUntilOpen(state, card, system) : null;
};

const officeOf = ({ college }: CardResponse): CardView['office'] => {
  const who = college.teacherName ? teacherNamed(college.teacherName) : '学院团委老师';
  if (college.office)
    return { title: college.office.place, text: college.office.hours ?? `去之前问一下${who}什么时候在` };
  return { title: `${college.name}团委`, text: `去之前问一下${who}：在哪里，什么时候在` };
};

/** An answer of an older cloud lists no steps: then the screenshot is taken to be asked for. */
const asksForScreenshot = ({ offline }: CardResponse): boolean =>
  offline?.find(({ atDesk }) => atDesk)?.needs.includes('screenshot') ?? true;

const screenshotRow = (card: CardResponse, system: string): CheckRow => {
  const has = card.screenshots.length > 0;
  return {
    id: 'screenshot',
    text: '转出页面截图',
    hint: has ? '已经存在这里，打开给老师看就行' : `这里没有存。到时打开${system}给老师看`,
    done: has,
    opens: has,
  };
};

/** `4821 0937`, as it is said aloud. */
const inFours = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

interface CardContext {
  /** Epoch ms, the cloud's clock. */
  readonly now: number;
  /** What the person ticked, by its text. */
  readonly ticked: readonly string[];
  /** What the school works in, by its name. */
  readonly system: string;
}

export const toCardView = (card: CardResponse, { now, ticked, system }: CardContext): CardView => {
  const { pass, person, doneAt } = card;
  const others = othersOf(card);
  const wait = waitOf(card, system, others.length > 0);
  const isDone = card.missing.includes('done');
  const hasDesk = !card.missing.includes('no-card') && !card.missing.includes('no-transfer');
  const isLive = pass !== null && pass.expiresAt > now;
  const checks: readonly CheckRow[] = [
    { id: 'card', text: CARD_TICK, hint: '', done: ticked.includes(CARD_TICK), opens: false },
    ...(asksForScreenshot(card) ? [screenshotRow(card, system)] : []),
  ];
  const these = checks.length > 1 ? '这两样' : '这一样';
  return {
    position: card.state === 'accepted' && !isDone && hasDesk ? CARD_POSITION : '',
    state: card.state ?? 'none',
    others,
    showsCode: hasDesk && !isDone && wait === null,
    name: person.name,
    branchName: person.branchName,
    pass: isLive
      ? { token: pass.token, digits: inFours(pass.digits), until: formatChina(pass.expiresAt, 'HH:mm') }
      : null,
    studentNumber: person.studentNumber,
    wait,
    done: isDone
      ? {
          title: '《团员证》转出办好了',
          text: doneAt === null ? '学院已经登记。' : `${momentOf(doneAt)}，学院登记。`,
          keep: `${card.state === 'completed' ? '线上线下都办完了。' : ''}记住${system}的密码和现在的组织，以后要用。`,
        }
      : null,
    bring: !isDone && !card.missing.includes('no-card'),
    office: officeOf(card),
    checks,
    checksTitle: wait ? `可以先备好${these}` : `带上${these}`,
  };
};
