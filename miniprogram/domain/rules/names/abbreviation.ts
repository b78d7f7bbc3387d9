/** What people call universities and companies in speech. */
import { CITIES } from './cities';
import type { Check } from './finding';

const UNIVERSITY =
  '北大|清华|人大|复旦|同济|交大|上交|西交|浙大|南大|武大|华科|中科大|科大|哈工大|西工大|北航|北理工|师大|华师大|上理工?|上大|华理|上财|南航|南理工|东大|厦大|中大|华工|川大|电子科大|成电|天大|南开|吉大|山大|重大|中南|湖大';
/** Known by these among those who apply there; behind them stands what no company is called by. */
const SCHOOL_ONLY =
  '北邮|北交|北师|北外|北语|北化|北林|北体|央财|央美|中传|首师|首医|上外|上政|上科|南邮|南师|南农|南林|南医|南工|南信|南财|南审|杭电|杭师|浙工商?|浙理工?|浙师|浙农林|浙财|合工|安理工?|安工|安农|安师|安医|安财|武理工?|武科|华农|川师|川农|西财|西农|西电|西政|陕师|重邮|重医|成理|昆工|昆理工?|云师|桂电|广工|广外|哈工程?|哈理工?|东林|东农|东师|东财|沈航|太理工?';
/** Any school that is called by its first characters and 大: 苏大, 合工大, 中国矿大. Places hold 大 too: 云南大理. */
const SOME_UNIVERSITY = '[\\u4e00-\\u9fff]{1,3}大(?![学连庆理同兴足悟荒])';
/** Official, however it begins: 浙大城市学院, 国科大杭州高等研究院. */
const OFFICIAL = '城市学院|宁波理工|杭州高等研究院';
/** At the start of a school's name, spoken. 中南财经政法大学 and 清华-伯克利深圳学院 are written to their end. */
const NICKNAME = new RegExp(
  `^([A-Za-z]{2,}|${UNIVERSITY}|${SCHOOL_ONLY}|${SOME_UNIVERSITY})(?!大?学|${OFFICIAL}|附|[-－—]|[^学院]{0,6}大学)`,
);
/** Nobody else of them has schools: 北大荒 and 科大讯飞 are no universities. */
const NICKNAME_ALONE = new RegExp(`^(${UNIVERSITY})(?!${OFFICIAL})(.*(学院|系|专业|[级班]))?$`);

/** Companies known by less than their name. */
const BRAND =
  /^(华为|腾讯|阿里|阿里巴巴|百度|京东|美团|字节|字节跳动|抖音|网易|小米|荣耀|中兴|大疆|拼多多|滴滴|快手|哔哩哔哩|[Bb]站|携程|特斯拉|比亚迪|宁德时代|蔚来|理想|小鹏|上汽|一汽|东风|吉利|商飞|中建|中铁|中交|中电|中核|中广核|中船|中石油|中石化|中海油|中粮|国网|南网|国电|华能|大唐|中移动|移动|联通|电信|铁塔|工行|农行|中行|建行|交行|招行|邮储|浦发|平安|人保|国寿|太保|茅台|宝钢|宝武|格力|美的|海尔|海康|大华|中芯|顺丰|中通|普华|普华永道|德勤|毕马威|安永)$/;
/** Also with a place or a branch behind or before: 建行南京分行, 江苏移动. */
const BANK = /^(工行|农行|中行|建行|交行|招行|邮储(?!银行))/;
/** Banks are named so, and 浦发武汉分行 is how people talk. */
const BANK_BRANCH = /^(?!.*(银行|信用|农信|证券|保险|人寿|财险|公司)).{1,8}[分支]行$/;
const CARRIER = /^(移动|联通|电信|电力|国网|供电|烟草|邮政|石化|石油|地铁)$/;
/** 中铁四局, whose name is 中铁四局集团有限公司. */
const BUREAU = /^中(建|铁|交|水|冶|电建)[一二三四五六七八九十]+(局|航局|公局|冶)$/;
const LEGAL = /(公司|事务所)$/;
/** 国网南京: companies of the grid are named to their end. */
const GRID = /^国网(?!.*(公司|院|中心|厂|所|局|站))/;
/** So short a name of an employer says what kind of employer it is, or is none. */
const SHORT = /^.{1,3}$/;
/** What somebody works at within one employer: such a branch says no more in the system. */
const KIND_OF_WORK =
  /^(行政|工程|财务|审计|生产|技术|工艺|质量|质检|检测|化验|研发|设计|安全|设备|机电|机械|电气|动力|热电|检修|维修|运维|运营|调度|销售|营销|采购|仓储|储运|物流|后勤|客服|人事|综合|教工|教师|职工|船员|乘务|飞行|机务|炼钢|炼铁|轧钢|铸造|焊接|装配|护理|医技|药学|药剂|内科|外科|急诊|门诊|麻醉|影像|超声|放射|检验|病理|输血|康复|口腔)$/;
const KIND_AT_END = /[局厅处所院厂队社站部委馆园会校港关行室台报店库科组线间诊]$/;
/** “澄江公司” is how people talk; 杭州供电公司 is a name. */
const SPOKEN_COMPANY = /^[^限集股分总子]{1,4}公司$/;
const TRADE =
  /供电|电力|热力|电缆|水务|自来水|供水|燃气|公交|客运|烟草|盐业|石油|石化|化工|钢铁|纺织|制药|地铁|市政|运输|建筑|邮政|保险|通信|移动|联通|电信|铁路|机场|港务|航空|物业|环卫|矿业|煤业|营运|运营|工程|机电|机械|安装|检修|物资|后勤|储运|仓储|物流|销售|设备/;
const LATIN = /^[A-Za-z .&+-]+$/;

const PLACES = [...Object.keys(CITIES), ...Object.values(CITIES).flatMap((cities) => cities.split(' '))];
/** 腾讯总部 is as short as 腾讯. */
const SEAT = /(总部|本部)$/;

const withoutPlace = (stem: string): string => {
  const place = PLACES.find((one) => one !== '' && stem.startsWith(one) && stem.length > one.length);
  return place === undefined ? stem : stem.slice(place.length);
};

const isBrand = (name: string): boolean => {
  const stem = name.replace(SEAT, '');
  const rest = withoutPlace(stem);
  return (
    BRAND.test(stem) ||
    BRAND.test(rest) ||
    (BANK.test(rest) && !LEGAL.test(stem)) ||
    BANK_BRANCH.test(stem) ||
    CARRIER.test(rest) ||
    GRID.test(stem) ||
    BUREAU.test(rest)
  );
};
const isShort = (stem: string): boolean =>
  SHORT.test(stem) && !KIND_AT_END.test(stem) && !KIND_OF_WORK.test(stem);
const isSpoken = (stem: string): boolean =>
  isBrand(stem) || LATIN.test(stem) || isShort(stem) || (SPOKEN_COMPANY.test(stem) && !TRADE.test(stem));

/** A name as people say it, where only the full one can be found. */
export const abbreviation: Check = ({ stem }, { receiver }) => {
  const nickname = (receiver?.kind === 'school' ? NICKNAME : NICKNAME_ALONE).exec(stem);
  // Places have short names of their own.
  if (!nickname && (receiver?.kind === 'home' || !isSpoken(stem))) return undefined;
  return {
    code: 'abbreviation',
    title: '像是简称，不是全称',
    why: nickname
      ? `“${nickname[1] ?? ''}”是简称。系统里只认学校的全称，名字相近的很多，会转错地方。`
      : '系统里有很多相近的名字，写简称会转错地方。请照着对方给的全称写。',
  };
};
