/** Parts of the three ways that lead to a branch of a 街道 or 乡镇. */
import type { RouteRule } from '../../../domain/rules/rulebook';
import { BY_GRADUATE } from './handling';
import { ASK, NO_SCREENSHOT, OWN_SYSTEM, POST_FIRST, namesOf, receiverDays } from '../terms';
import type { Terms } from '../terms';
import { holdingNames } from './names';

export type ResidenceId = 'registered-residence' | 'current-residence';

const PLACE = {
  'registered-residence': {
    label: '转到户籍地',
    hint: '户口本上的街道或乡镇，家里人最熟悉',
    place: '原户籍所在地',
    placeLabel: '原户籍所在地',
  },
  'current-residence': {
    label: '转到居住地',
    hint: '你自己或父母现在住的街道或乡镇',
    place: '你或父母现在的居住地',
    placeLabel: '本人或父母的居住地',
  },
} as const;

/** A route to the holding branch of a place; `later` says what follows once life has settled. */
export const residenceRoute = (
  id: ResidenceId,
  terms: Terms,
  words: {
    readonly reason: string;
    readonly later: string;
    readonly basis: string;
    readonly mistake: string;
    /** What takes them in, where the guide does not name a holding branch. */
    readonly receiver?: string;
  },
): RouteRule => {
  const { label, hint, place, placeLabel } = PLACE[id];
  const names = words.receiver ?? namesOf(terms.holdingBranches);
  return {
    id,
    label,
    hint,
    transferReason: words.reason,
    targetHint: `${place}街道、乡镇的${names}`,
    ...BY_GRADUATE,
    list: null,
    required: ['region', 'organisation', 'initiatedAt', 'screenshots'],
    optional: [],
    ...holdingNames(terms, placeLabel),
    basis: words.basis,
    guide: {
      summary: `团关系转到${place}的街道、乡镇，由那里的${names}接着管。${words.later}`,
      steps: [
        `打电话给${place}的街道、乡镇团委，问清楚该转进哪个团支部`,
        '登录智慧团建，点左下角“关系接转”',
        `接转原因选“${words.reason}”，系统里另有提示就按提示选`,
        '申请转入组织按省、市、区县、街道或乡镇逐级找，名称逐字核对',
        '整页截图，再点提交，然后回到这里填一遍',
      ],
      prepare: ['能登录智慧团建', `${place}具体到街道、乡镇的名称`, '当地街道、乡镇团委的电话', POST_FIRST],
      tellReceiver: `您好，我是今年的毕业生{name}，团组织关系要转到咱们街道（乡镇）。请问我该转进哪个团支部，全称是什么？我在智慧团建发起后，麻烦您在 ${receiverDays(terms)} 天内接收，谢谢！`,
      mistakes: [
        words.mistake,
        ...(words.receiver ? [] : ['选到了街道团委、乡镇团委，没有选到下面的团支部。']),
        OWN_SYSTEM,
        NO_SCREENSHOT,
      ],
      askWhom: ASK,
    },
  };
};
