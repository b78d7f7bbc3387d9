import { chinaParts } from '../../../domain/calendar/china-time';
import { isRevocable } from '../../../domain/rules/rulebook/approvals';
import { seasonYearOf } from '../../../domain/rules/season-rules';
import { isCollegeAffair, stepsFor, type StateOrNone } from '../../../domain/transfer/lifecycle';
import type { RouteId, WayId } from '../../../domain/rules/ways';
import {
  routeOf,
  tellReceiverText,
  wayOf,
  type RouteRule,
  type Rulebook,
  type WayRule,
} from '../../../domain/rules/rulebook/index';
import { UNNAMED } from '../../../pages/journey/flow-view';
import type { HomeResponse } from '../../../services/own-transfer';

/** What the rulebook says about one way and route. */
interface Guide {
  readonly title: string;
  readonly route: string;
  readonly summary: string;
  /** What the system calls the box for the reason. */
  readonly reasonLabel: string;
  /** 接转原因, ready to copy; empty where 智慧团建 asks for none. */
  readonly reason: string;
  readonly target: string;
  /** Under the target: from whom the exact name comes; empty when there is nothing to get. */
  readonly targetHint: string;
  /** Names to search for on 智慧团建, ready to copy. */
  readonly searchNames: readonly string[];
  readonly byCollege: boolean;
  /** Whether classmates may see that it is this way: to send it on, or to ask the secretary, would tell them. */
  readonly isOpen: boolean;
  /** Over what to fill in, with the system's name. */
  readonly fillTitle: string;
  /** What the system asks before anything else; empty where it asks nothing. */
  readonly firstQuestion: string;
  readonly steps: readonly string[];
  readonly tellTitle: string;
  readonly tell: string;
  readonly prepare: readonly { readonly text: string; readonly done: boolean }[];
  readonly mistakes: readonly string[];
  readonly askWhom: string;
  readonly rule: string;
  /** Everything one needs beside a computer's screen, as text to send oneself; empty where nothing is filled in there. */
  readonly handOff: string;
  /** Where words stand that may have to be explained. */
  readonly texts: readonly string[];
}

export interface WayResultView extends Guide {
  /** What stands in the way of this person, from the roster. */
  readonly warnings: readonly string[];
  /** Empty when the way can be chosen now, else why not. */
  readonly blocked: string;
  /** This very way is the one already under way. */
  readonly chosen: boolean;
}

/** Endings of a holding branch are whole names to search for; those of an employer's branch are only endings. */
const searchNamesOf = ({ receiver, organisationEndings }: RouteRule): readonly string[] =>
  receiver?.searchByEnding ? organisationEndings : [];

const warningsOf = ({ member }: HomeResponse, rulebook: Rulebook, route: RouteRule): string[] => {
  const warnings: string[] = [];
  if (member.hasLeaguePost && route.handledBy === 'graduate') {
    warnings.push(`名单上写着你担任团内职务。${rulebook.postAdvice}`);
  }
  if (member.overAge) {
    warnings.push(`到毕业那个月你满 ${rulebook.ageLimit} 岁，可能不再保留团籍。先问学院，再决定要不要转。`);
  }
  return warnings;
};

/** The step that takes another way: choosing, or saying that the situation has changed; null where neither is possible. */
export const takingStep = (
  { transfer, season, now }: Pick<HomeResponse, 'transfer' | 'season' | 'now'>,
  rulebook: Rulebook,
): 'choose-way' | 'change-situation' | null => {
  if (!transfer) return 'choose-way';
  const own = routeOf(rulebook, transfer.wayId, transfer.routeId);
  const year = seasonYearOf(season.id) ?? chinaParts(now).year;
  const circumstances = { isRevocable: isRevocable(rulebook.withdrawal, year, now) };
  const steps = stepsFor(transfer.state, 'graduate', own, circumstances);
  if (steps.includes('choose-way')) return 'choose-way';
  return steps.includes('change-situation') ? 'change-situation' : null;
};

const blockedOf = (home: HomeResponse, rulebook: Rulebook): string =>
  takingStep(home, rulebook) === null
    ? '你已经交过一次，现在不能换去向。要换，先等这一次有了结果，或问学院老师。'
    : '';

const dateText = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

const isBegun = (state: StateOrNone | undefined): boolean => state === 'draft' || state === 'planned';

const headOf = (way: WayRule, route: RouteRule) => ({
  title: way.label,
  route: way.routes.length > 1 ? route.label : '',
  summary: route.guide.summary,
});

/** Sent to 文件传输助手 and read on the computer while the form of the system is open beside it. */
const handOffOf = ({ system }: Rulebook, way: WayRule, route: RouteRule): string =>
  route.handledBy === 'college'
    ? ''
    : [
        `团关系转接，去向：${way.label}${way.routes.length > 1 ? `，${route.label}` : ''}`,
        `打开：${system.address}`,
        ...(route.transferReason ? [`${system.reasonLabel}：${route.transferReason}`] : []),
        `申请转入组织：${route.targetHint}`,
        ...searchNamesOf(route).map((name) => `搜索：${name}`),
        ...route.guide.steps.map((step, index) => `${index + 1}. ${step}`),
      ].join('\n');

const guideOf = (
  rulebook: Rulebook,
  way: WayRule,
  route: RouteRule,
  name: string,
  ticked: readonly string[],
): Guide => ({
  ...headOf(way, route),
  reasonLabel: rulebook.system.reasonLabel,
  reason: route.transferReason ?? '',
  target: route.targetHint,
  targetHint: route.receiver?.nameHint ?? '',
  searchNames: searchNamesOf(route),
  byCollege: route.handledBy === 'college',
  isOpen: !isCollegeAffair(route),
  fillTitle: `在${rulebook.system.name}这样填`,
  firstQuestion: rulebook.system.firstQuestion ?? '',
  steps: route.guide.steps,
  tellTitle: route.receiver?.tellTitle ?? '',
  tell: tellReceiverText(route, name) ?? '',
  prepare: route.guide.prepare.map((text) => ({ text, done: ticked.includes(text) })),
  mistakes: route.guide.mistakes,
  askWhom: route.guide.askWhom,
  rule: `${rulebook.follows}，${dateText(rulebook.checkedOn)}核对`,
  handOff: handOffOf(rulebook, way, route),
  texts: [route.transferReason ?? '', route.targetHint, route.guide.summary, ...route.guide.steps],
});

/**
 * Everything the rulebook says about one way and route, for this person. Undefined when it has no such pair.
 * @param home null for who has not signed in and only reads
 * @param ticked what the person ticked on the list of things to prepare, by its text
 */
export const toWayResultView = (
  home: HomeResponse | null,
  rulebook: Rulebook,
  wayId: WayId,
  routeId: RouteId,
  ticked: readonly string[],
): WayResultView | undefined => {
  const way = wayOf(rulebook, wayId);
  const route = routeOf(rulebook, wayId, routeId);
  if (!way || !route) return undefined;
  const guide = guideOf(rulebook, way, route, home?.member.name ?? UNNAMED, ticked);
  if (!home) return { ...guide, warnings: [], blocked: '', chosen: false };
  const { transfer } = home;
  return {
    ...guide,
    warnings: warningsOf(home, rulebook, route),
    blocked: blockedOf(home, rulebook),
    chosen: isBegun(transfer?.state) && transfer?.wayId === wayId && transfer.routeId === routeId,
  };
};
