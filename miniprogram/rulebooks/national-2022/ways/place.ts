/** Routes to an organisation of a 街道 or 乡镇. */
import type { RouteRule } from '../../../domain/rules/rulebook';
import { TO_SOCIETY } from '../handling';
import { placeNames } from '../names';
import { ASK, NO_SCREENSHOT, type Start } from '../start';

const PLACES = {
  'work-place': {
    label: '转到工作地',
    hint: '单位所在的街道、乡镇，或者村、社区',
    place: '工作地',
  },
  'current-residence': {
    label: '转到居住地',
    hint: '你经常住的街道、乡镇，或者村、社区',
    place: '经常居住地',
  },
  'registered-residence': {
    label: '转到户籍地',
    hint: '不住在那里，才选它',
    place: '户籍地',
  },
} as const;
export type PlaceId = keyof typeof PLACES;

interface Words {
  readonly reason: string;
  /** What the page asks for this reason, beside the organisation. */
  readonly boxes: string;
  /** What follows once life has settled. */
  readonly later: string;
  readonly basis: string;
  readonly mistake: string;
  /** What the page asks for and some people have not got. */
  readonly missing?: string;
}

export const placeRoute = (id: PlaceId, words: Words, start: Start): RouteRule => {
  const { label, hint, place } = PLACES[id];
  return {
    id,
    label,
    hint,
    transferReason: words.reason,
    targetHint: `${place}街道、乡镇的团组织，或者村、社区的团支部`,
    ...TO_SOCIETY,
    required: ['region', 'organisation', 'initiatedAt', 'screenshots'],
    optional: [],
    ...placeNames(place),
    basis: words.basis,
    guide: {
      summary: `团关系转到${place}的街道、乡镇，或者村、社区的团支部，照当地说的办。${words.later}`,
      steps: [
        `给${place}的街道、乡镇团（工）委打个电话，问清楚该转进哪个团组织`,
        ...start.steps(words.reason, `${words.boxes}申请转入组织按省、市、区县、街道逐级找，名称逐字核对`),
      ],
      prepare: [start.account, `${place}具体到街道、乡镇`, '当地街道、乡镇团（工）委的电话'],
      tellReceiver:
        '您好，我是今年的毕业生{name}，团组织关系要从学校转到咱们这里。请问我该转进哪个团组织，在系统里的全称是什么？我发起以后，麻烦您接收一下，谢谢！',
      mistakes: [
        words.mistake,
        ...(words.missing === undefined ? [] : [words.missing]),
        '街道暂时收不了，就停在那里。可以问区县团委，转到区县的“流动团员团支部”。',
        start.wrongSystem,
        NO_SCREENSHOT,
      ],
      askWhom: ASK,
    },
  };
};
