import type { Circumstances, StateOrNone } from '../../domain/transfer/lifecycle';
import { isRevocable } from '../../domain/rules/rulebook/approvals';
import { seasonYearOf } from '../../domain/rules/season-rules';
import { chinaParts, dayOf } from '../../domain/calendar/china-time';
import { receiverClockOf } from '../../domain/rules/deadline';
import { routeOf, wayOf, type RouteRule, type Rulebook } from '../../domain/rules/rulebook/index';
import { deskStepOf, type OfflineStep } from '../../domain/rules/rulebook/offline-steps';
import type { OutcomeWords, ReceiverClock } from '../../domain/rules/rulebook/timeouts';
import { receivingSystemOf } from '../../domain/rules/rulebook/system';
import { shownState } from '../../domain/transfer/shown-state';
import { teacherNamed } from '../../domain/words/teachers';
import { waitingWords } from '../../domain/words/waiting';
import { DEFAULT_RULEBOOK_ID, rulebookOf } from '../../rulebooks/index';
import { ownRulebookId, type HomeResponse } from '../../services/own-transfer';

export type Transfer = NonNullable<HomeResponse['transfer']>;

interface PaperLeft {
  readonly desk: boolean;
  readonly others: boolean;
}

/** The step at the college's desk, in the words of the season's rules. */
type DeskStep = Pick<OfflineStep, 'label' | 'hint' | 'opens'>;

/** What every view of the journey is made from. */
export interface Facts {
  readonly response: HomeResponse;
  /** Epoch ms. */
  readonly now: number;
  readonly rulebook: Rulebook;
  readonly transfer: Transfer | null;
  readonly state: StateOrNone;
  readonly route: RouteRule | null;
  /** Where the route ends at the college's desk, with the 《团员证》; while no way is chosen, the rules' step there. */
  readonly desk: DeskStep | null;
  /** What is left on paper: the step at that desk, steps elsewhere. */
  readonly left: PaperLeft;
  readonly wayLabel: string;
  /** The receiver's clock: of what was handed in, else as it would run if it were started now; null where none does. */
  readonly clock: ReceiverClock | null;
  /** What the lifecycle has to know beside state and route. */
  readonly circumstances: Circumstances;
  /** What becomes of a request nobody answers. */
  readonly outcome: OutcomeWords;
  /** What the school works in, by its name: 智慧团建, or a province's own. */
  readonly system: string;
  /** What the receiver works in, as far as its region says it; else the school's. */
  readonly receiverSystem: string;
  /** The receiving organisation in a sentence, e.g. for a dialog. */
  readonly receiver: string;
  readonly teacher: string;
}

/** One this version does not ship is read as the default one. */
export const rulesNamed = (id: string): Rulebook => {
  const rulebook = rulebookOf(id) ?? rulebookOf(DEFAULT_RULEBOOK_ID);
  if (!rulebook) throw new Error(`No rulebook ${id}`);
  return rulebook;
};

/** Over the age limit with nothing under way: there is nothing to transfer, only the college to tell. */
export const onlyTellsAge = ({ state, response }: Facts): boolean =>
  state === 'none' && response.member.overAge;

/** Whose turn it is, as the graduate is told. */
export const turnWords = ({ transfer, route, left }: Pick<Facts, 'transfer' | 'route' | 'left'>): string =>
  waitingWords('graduate', {
    shown: shownState(transfer),
    waitsFor: transfer?.waitsFor ?? 'graduate',
    hasReceiver: route?.receiverClock ?? true,
    hasDesk: left.desk,
  });

/** When a plan can be begun, in words. */
export const opensWords = ({ transfer }: Pick<Facts, 'transfer'>): string =>
  transfer?.opensAt ? `${dayOf(transfer.opensAt)}起办理` : '可以办了';

const clockFor = (
  transfer: Transfer | null,
  { rulebook, route, now }: Pick<Facts, 'rulebook' | 'route' | 'now'>,
): ReceiverClock | null => {
  if (transfer?.clock && transfer.deadlineAt !== null)
    return { ...transfer.clock, deadlineAt: transfer.deadlineAt };
  const region = transfer?.draft.region?.names;
  return receiverClockOf(rulebook, route ?? { receiverClock: true }, { initiatedAt: now, region });
};

const deskOf = (rulebook: Rulebook, transfer: Transfer | null, route: RouteRule | null): DeskStep | null => {
  const own = transfer?.offline?.find(({ atDesk }) => atDesk);
  const ofRules = route ? deskStepOf(rulebook, route) : rulebook.offlineSteps.find(({ atDesk }) => atDesk);
  return own ?? ofRules ?? null;
};

/** An answer of an older cloud lists no steps: then the desk's is taken to be left. */
const paperLeftOf = (transfer: Transfer | null, hasDesk: boolean): PaperLeft => {
  const open = transfer?.offline?.filter(({ status }) => status !== 'done');
  if (!open) return { desk: hasDesk, others: false };
  return { desk: open.some(({ atDesk }) => atDesk), others: open.some(({ atDesk }) => !atDesk) };
};

/** @param region names of the receiver's, from the largest to the smallest */
const receiverSystemOf = (
  { system }: Rulebook,
  region: readonly string[] | undefined,
  route: Facts['route'],
): string => {
  const id = receivingSystemOf(system, region, route);
  return system.others.find((other) => other.id === id)?.name ?? system.name;
};

export const factsOf = (response: HomeResponse, now: number): Facts => {
  const rulebook = rulesNamed(ownRulebookId(response));
  const { transfer, member } = response;
  const route = transfer ? (routeOf(rulebook, transfer.wayId, transfer.routeId) ?? null) : null;
  const clock = clockFor(transfer, { rulebook, route, now });
  const desk = deskOf(rulebook, transfer, route);
  return {
    response,
    now,
    rulebook,
    transfer,
    state: transfer?.state ?? 'none',
    route,
    circumstances: {
      pending: transfer?.pending ?? [],
      isRevocable: isRevocable(
        rulebook.withdrawal,
        seasonYearOf(response.season.id) ?? chinaParts(now).year,
        now,
      ),
    },
    desk,
    left: paperLeftOf(transfer, route !== null && desk !== null),
    clock,
    outcome: rulebook.outcomes[(transfer?.clock ?? clock)?.outcome ?? 'ask'],
    wayLabel: transfer ? (wayOf(rulebook, transfer.wayId)?.label ?? '') : '',
    system: rulebook.system.name,
    receiverSystem: receiverSystemOf(rulebook, transfer?.fields.region?.names, route),
    receiver: transfer?.fields.organisation ?? '对方团组织',
    teacher: member.teacherName ? teacherNamed(member.teacherName) : '学院老师',
  };
};
