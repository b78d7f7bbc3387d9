/** Whether a name says another place than the one that was chosen for the receiver. */
import { CITIES } from './cities';
import type { Check } from './finding';
import type { Region } from '../fields/kinds';

const PROVINCES = Object.keys(CITIES);
const PROVINCE_OF = new Map(
  Object.entries(CITIES).flatMap(([province, cities]) =>
    cities === '' ? [] : cities.split(' ').map((city) => [city, province] as const),
  ),
);
/** Names that mean something else too, or lie in two provinces: believed only with 市 or 州 behind them. */
const AMBIGUOUS =
  /^(吉林|海南|朝阳|中山|东方|大同|三明|安康|保山|白山|通化|黄山|丽水|衡水|开封|新乡|大理|兴安|普洱|红河|文山|和田|南平|安顺|广安|遂宁|延安|遵义|玉林|长治|运城|松原|海北|海西|海东|黄南)$/;
/** Roads bear the names of cities: 南京东路街道. */
const ROAD = /^([东西南北中]?[一二三四五]?[路街道]|大道|村|里|巷|桥|湖|山|河|江)/;
const SUFFIX =
  /(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|街道办事处|街道|地区|新区|自治州|省|市|区|县|旗|盟|镇|乡|街)$/;

const bare = (name: string): string => (name.length > 2 ? name.replace(SUFFIX, '') : name);

interface Mention {
  readonly word: string;
  readonly at: number;
}

const isMention = (name: string, word: string, at: number): boolean => {
  const behind = name.slice(at + word.length);
  if (AMBIGUOUS.test(word)) return /^[市州]/.test(behind);
  const before = name.slice(0, at);
  const opens =
    at === 0 ||
    /[（(·省区]$/.test(before) ||
    /^(市|分公司|分行|分局|分部|分所|支行|公司|供电|[车机供工电][务辆电]段)/.test(behind);
  return opens && !ROAD.test(behind);
};

const mentionsOf = (name: string): Mention[] =>
  [...PROVINCES, ...PROVINCE_OF.keys()]
    .map((word) => ({ word, at: name.indexOf(word) }))
    .filter(({ word, at }) => at >= 0 && isMention(name, word, at))
    .sort((a, b) => a.at - b.at);

/** The city, or the municipality. */
const cityOf = ({ names: [province = '', city = ''] }: Region): string =>
  /市辖区|^县$|直辖/.test(city) || city === '' ? province : city;

const question = (written: string, chosen: string) =>
  ({
    code: 'other-place',
    title: '名称和地区对不上',
    why: `这个名称里写的是${written}，你选的地区是${chosen}，是同一个地方吗？`,
  }) as const;

const TOWNSHIP = /([\u4e00-\u9fff]+?)(街道|镇|乡)/g;

/** Zones have no names of their own in the list of places, and lie across several districts. */
const ZONE =
  /(新|高新|开发|经开|社|小|园|地|城|保税|自贸|合作|示范|试验|度假|风景|实验|产业|工业|管理|自由贸易|行政)区$/;
const COUNTY = /^[\u4e00-\u9fff]{1,8}?[区县](?![镇街乡村林管社路])/;

/** 霍邱县 in the name while 舒城县 was chosen. */
const otherCounty: Check = ({ place }, _rule, { region }) => {
  const chosen = region?.names[2] ?? '';
  if (!/.{2}[区县]$/.test(chosen) || /^市辖区$|直辖/.test(chosen) || place.includes(bare(chosen)))
    return undefined;
  const inside = place.replace(/^.+?(省|自治区)/, '').replace(/^[^区县]+?(市|自治州|地区|盟)/, '');
  const [found] = COUNTY.exec(inside) ?? [];
  // Townships may be called as districts are: 邹区镇.
  const isTownship = found !== undefined && region?.names[3]?.includes(found);
  return found !== undefined && !isTownship && !ZONE.test(found) ? question(found, chosen) : undefined;
};

/** 张江镇 in the name while 五角场街道 was chosen. */
const otherTownship: Check = ({ place }, _rule, { region }) => {
  // The list of places says 兵团 in front of the regiments of 新疆, which nobody else does.
  const chosen = region?.names[3]?.replace(/^兵团/, '');
  if (chosen === undefined || place.includes(bare(chosen))) return undefined;
  const behind = place.replace(/^.*?(省|自治区)/, '').replace(/^.*(市|区|县|旗|州|盟)/, '');
  const found = [...behind.matchAll(TOWNSHIP)][0];
  return found && found.index === 0 ? question(found[0], chosen) : undefined;
};

/** What an employer has in other cities, named behind the city. */
const OFFICE_THERE = /^市?(分公司|分行|支行|分所|分部|供电公司|[车机供工电][务辆电]段)/;

/** 南京银行股份有限公司上海分行 is in 上海, wherever its seat is. */
const otherOffice = (
  name: string,
  mentions: readonly Mention[],
  chosen: readonly string[],
): string | undefined => {
  const offices = mentions.filter(({ word, at }) => OFFICE_THERE.test(name.slice(at + word.length)));
  const elsewhere = offices.filter(({ word }) => !chosen.some((one) => one.startsWith(word)));
  return elsewhere.length === offices.length ? elsewhere[elsewhere.length - 1]?.word : undefined;
};

const inPlace: Check = (...said) => otherCounty(...said) ?? otherTownship(...said);

/** A name that only says another city or province, while no part of the chosen place stands in it. */
export const otherPlace: Check = (parts, rule, context) => {
  const { region } = context;
  const chosen = region?.names.map(bare).filter((word) => word.length > 1 && word !== '市辖') ?? [];
  if (!region || chosen.length === 0) return undefined;
  const [province, ...smaller] = chosen;
  const mentions = mentionsOf(parts.name);
  const office = rule.receiver?.kind === 'employer' ? otherOffice(parts.name, mentions, chosen) : undefined;
  if (office !== undefined) return question(office, bare(cityOf(region)));
  // A municipality is its own city.
  const own = province !== undefined && bare(cityOf(region)) === province ? chosen : smaller;
  if (own.some((word) => parts.name.includes(word))) {
    if (rule.receiver?.kind !== 'home') return undefined;
    // 南昌 has a 西湖区 as well as 杭州.
    const [first] = mentions;
    return first?.at === 0 && !chosen.some((one) => one.startsWith(first.word))
      ? question(first.word, bare(cityOf(region)))
      : inPlace(parts, rule, context);
  }
  const last = mentions[mentions.length - 1];
  // Whose seat is elsewhere names it first: 南京银行股份有限公司上海分行 is in 上海.
  if (last && last.word !== province) return question(last.word, bare(cityOf(region)));
  return rule.receiver?.kind === 'home' ? inPlace(parts, rule, context) : undefined;
};
