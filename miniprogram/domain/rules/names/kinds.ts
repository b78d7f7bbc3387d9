/** Whether a name belongs to the kind of organisation that this route leads to. */
import { placeKey } from '../../text/keys';
import { MAINLAND } from './cities';
import type { Check, NameFinding } from './finding';
import { WHOLE_TOWNSHIP } from './parts';

/** A class as schools count them: 2026级, 高三, 计算机2201班, …硕士1班. */
const CLASS =
  /\d{2,4}级|大[一二三四](?=上|下|[\d一二三四五六七八九十]+班|班)|高[一二三1-3]|初[一二三1-3]|[\u4e00-\u9fff]\d{4}班?$|(本科|硕士|博士|研究生)生?(第?[\d一二三四五六七八九十]+)?班?$/;
/** A school of a university, and not what belongs to it as an employer. */
const FACULTY = /大学.*(学院|系)$/;
/** Streets and villages may bear the name of a school: 大学路街道. Two places in the national list are schools. */
const SCHOOL =
  /大学(?![路科城街道东西南北里村园湾苑镇乡])|[^\u4e00-\u9fff]学院$|.{2}学院$|(中学|小学|高中|[一二三四五六七八九十]中|职校|技校|幼儿园)$/;
const PLACES_NAMED_SCHOOL = ['商洛职业技术学院', '华南热作学院'];
const COMPANY = /有限公司|有限责任|集团(?![路村社街新])|股份|分公司|事务所/;

/** Shorter names of one's own branch or college stand in others by chance. */
const TELLING = 4;

const misplaced = (title: string, why: string): NameFinding => ({ code: 'misplaced', title, why });

/** The number or name of a unit tells where somebody serves, and is written nowhere; its hospitals and schools are known. */
const UNIT =
  /\d{4,6}部队|^(?!.*(医院|大学|学院|学校|研究[院所]|公司))(中国人民)?(武警|武装警察).*(总队|支队|大队|中队)/;
/** Confidential by what they are. */
const CONFIDENTIAL = /国家安全(部|厅|局)|国安(厅|局)/;

/** Words that belong to another way, as the rulebook has them. */
export const foreignWords: Check = ({ name }, { misplacedWords }) => {
  if (UNIT.test(name))
    return misplaced(
      '这像是部队的名称',
      '部队的名称、番号哪里都不要写。参军入伍就换成那个去向，不用写名称。',
    );
  if (CONFIDENTIAL.test(name))
    return misplaced('这像是保密机构', '单位要保密，名称哪里都不要写。换成保密机构那个去向，不用写名称。');
  const found = misplacedWords.find(({ words }) => name.includes(words));
  return found && misplaced(`“${found.words}”和去向对不上`, found.why);
};

/** The branch one leaves cannot be the one that takes one in. */
export const ownBranch: Check = ({ name }, { receiver }, { ownBranch: branch = '', ownCollege = '' }) => {
  const key = placeKey(name);
  const own = placeKey(branch).replace(/(团支部|支部)$/, '');
  const isBranch = own.length >= TELLING && key.includes(own);
  const college = placeKey(ownCollege);
  const isCollege = receiver?.kind !== 'school' && college.length >= TELLING && key.includes(college);
  if (!isBranch && !isCollege) return undefined;
  return {
    code: 'own-branch',
    title: isBranch ? '这像是你现在的团支部' : '这像是你现在的学院',
    why: '这里要写接收你的那一边，不是你现在在的地方。请问对方：团支部的全称是什么？',
  };
};

/** Where people live, under a branch of those who do; a committee may well employ somebody. */
const NEIGHBOURHOOD = /(社区|小区|村|居委会|村委会)$/;

/** In the name of an employer. */
const inEmployer: Check = ({ stem, level }) => {
  if (CLASS.test(stem) || FACULTY.test(stem))
    return misplaced(
      '这像是学校里的团支部',
      '你选的去向是工作单位。写的是原来的班级，就改成单位的团支部；要去读书，就换成升学。',
    );
  return level === 'branch' && NEIGHBOURHOOD.test(stem)
    ? misplaced(
        '这像是村、社区的团支部',
        '你选的去向是单位有团组织。在村、社区上班就没错；只是住在那里，就换成“单位没有团组织”。',
      )
    : undefined;
};

/** Forest bureaus are townships; the others employ people and hold no place. */
const OFFICE =
  /(教育|教体|公安|税务|卫生|卫健|民政|人社|人力资源和社会保障|财政|统计|司法|体育|文旅|交通|交通运输|市场监管|市场监督管理|气象|烟草|邮政|邮政管理|供电|农业农村|水利|水务|自然资源(和规划)?|生态环境|住房和城乡建设|城市管理|商务|审计|应急管理|医疗保障|铁路)局$|(人民|中医|中心|第[一二三四五六七八九十]+)医院$|(银行|分行|支行|法院|检察院|海关|图书馆|博物馆|消防救援[支大]队|直属?机关|研究院|设计院)$/;
/** State farms and forests are townships too, and are companies as well. */
const STATE_FARM = /[农林牧渔茶]场|农[牧垦工]|兵团|林业|森工|养殖/;
const WHOLE_COMPANY = /(有限(责任)?公司|股份公司|分公司)/;
/** Places of the national list that are companies and no farms. */
const PLACES_NAMED_COMPANY = [
  '蜂蜜山粮库有限公司',
  '淮北矿业集团有限责任公司许疃煤矿',
  '成新实业有限公司',
  '朱港实业有限公司',
  '江西桑海集团有限公司',
];
/** What a 街道 or 乡镇 has beside its own committee, with a branch of the people who work there. */
const STATION = /(派出所|税务所|供电所|卫生院|卫生服务中心|敬老院|信用社|邮政所|人民法庭)$/;
const OF_EMPLOYER = [
  '这像是单位的名称',
  '你选的去向由街道、乡镇接收。单位有团组织，就换成工作单位那个去向。',
] as const;

const isCompany = (place: string): boolean =>
  WHOLE_COMPANY.test(place) &&
  !STATE_FARM.test(place) &&
  !PLACES_NAMED_COMPANY.some((known) => place.endsWith(known));

/** In the name of a 街道 or 乡镇, a village or a county's committee. */
const atHome: Check = ({ stem, place, level, isHolding }, { organisationEndings }) => {
  const isSchool = SCHOOL.test(place) && !PLACES_NAMED_SCHOOL.some((known) => place.endsWith(known));
  if (isSchool || CLASS.test(place)) {
    return misplaced(
      '这像是学校里的团支部',
      '这个去向是街道、乡镇、村或社区的团组织接收你，请问当地街道、乡镇团委要名称。',
    );
  }
  if (isHolding) return undefined;
  const isEmployer = OFFICE.test(place) || isCompany(place);
  if (level === 'committee' && isEmployer) return misplaced(...OF_EMPLOYER);
  if (level !== 'branch') return undefined;
  if (COMPANY.test(place) || OFFICE.test(place) || STATION.test(place)) return misplaced(...OF_EMPLOYER);
  return WHOLE_TOWNSHIP.test(stem)
    ? {
        code: 'not-a-branch',
        title: '后半截和常见的不一样',
        why: `街道、乡镇收毕业生的，一般叫${organisationEndings.map((ending) => `“${ending}”`).join('或')}。对方给的就是这个名称吗？`,
      }
    : undefined;
};

/** 研究生院 holds the graduates of all its schools and takes nobody in itself. */
const UNIVERSITY_ALONE = /大学(（[^）]*）)?(研究生(院|部|处|工作部))?$/;
const SCHOOL_ALONE = /^(?!.*学院.+学院)[^大]+学院$/;
/** Begins with what is taught: the name of the university in front is missing. */
const SUBJECT =
  /^(计算机|软件|机械|电气|电子|信息|自动化|材料|化学|化工|物理|数学|光电|土木|建筑|环境|能源|生命|医学|护理|药学|经济|经管|管理|商学|法学|文学|外国?语|马克思|艺术|设计|交通|理学|工学|人文|教育|临床|口腔|公共卫生|中医|海洋|农学|林学|航空|航天|船舶|测绘|地理|历史|社会|政治|公共管理|体育|音乐|美术|新闻|航海|轮机|资源|生物|食品|动物|植物|园艺|纺织|服装|冶金|矿业|石油|地质|地球|水利|电力|动力|核|仪器|精密|遥感|网络|网安|人工智能|智能|集成电路|微电子|通信|数据|大数据|统计|金融|会计|国际(?!关系)|旅游|民族|哲学|汉语|传媒|影视|兽医|安全|消防|物流|城市|低空|未来技术|光华管理|五道口|高级金融|安泰经济|汇丰商|竺可桢|钱学森|钱伟长|匡亚明)[^大]*学院/;

/** A class and nothing before it: 26级研究生, 2026级硕士1班. */
const CLASS_ALONE =
  /^((20)?\d\d级|新生|本科|专升本|硕士|博士|研究生|第?[\d一二三四五六七八九十]+班?|班|生|第)+$/;

/** Schools abroad begin with where they are; what they run here has a place of ours in brackets or in front. */
const ABROAD =
  /^(英国|美国|日本|韩国|德国|法国|俄罗斯|意大利|加拿大|澳大利亚|新西兰|新加坡|马来西亚|泰国|荷兰|瑞士|瑞典|伦敦|牛津|剑桥|曼彻斯特|爱丁堡|利兹|格拉斯哥|帝国理工|哈佛|耶鲁|斯坦福|麻省理工|哥伦比亚大学|纽约|加州|康奈尔|多伦多|悉尼|墨尔本|昆士兰|莫纳什|东京|京都|早稻田|首尔|延世|莫斯科|香港|澳门|台湾|台北)[^（(]*(大学|学院|理工)(?![^（(]*[（(])/;

/** What such schools run in a city of ours: 新加坡国立大学苏州研究院. */
const HERE = new RegExp(`(大学|学院|理工)(${MAINLAND.join('|')})市?(研究院|校区|(20)?\\d\\d级)`);

/** Where people are taught before they study, and where graduates may teach. */
const BELOW =
  /(中学|小学|高中|附中|附小|幼儿园|[一二三四五六七八九十]中)(教工|教师|教职工|青年教师|职工|学生)?$/;
const RESEARCH = /研究生|硕士|博士|新生/;

/** In the name of a school: one that stops before it says which of hundreds of branches, or starts after the school. */
const inSchool: Check = ({ stem }) => {
  if (BELOW.test(stem))
    return misplaced('这像是中小学', '升学要写去读书的大学、学院。去中小学上班，就换成工作单位那个去向。');
  if (WHOLE_COMPANY.test(stem) && !RESEARCH.test(stem))
    return misplaced(
      '这像是单位的名称',
      '你选的去向是升学，要写新学校的团组织。去上班，就换成工作单位那个去向。',
    );
  if (ABROAD.test(stem) && !HERE.test(stem))
    return misplaced(
      '这像是国（境）外的学校',
      '那边的学校没有团组织，转不过去。去国外、港澳台读书，换成“出国（境）”那个去向。',
    );
  if (SUBJECT.test(stem) || CLASS_ALONE.test(stem)) {
    return {
      code: 'incomplete',
      title: '前面好像少了学校',
      why: '只写学院、班级，看不出是哪所学校。全称一般从学校写起，请问新学校的学院团委。',
    };
  }
  return UNIVERSITY_ALONE.test(stem) || SCHOOL_ALONE.test(stem)
    ? {
        code: 'incomplete',
        title: '只写到学校',
        why: '一所学校有几百个团支部，只写校名会转错。请问新学校的学院团委：全称是什么？',
      }
    : undefined;
};

const BY_KIND = { employer: inEmployer, school: inSchool, home: atHome } as const;

/** Whether the name is of the receiver's kind. */
export const kindOfName: Check = (parts, rule, context) =>
  rule.receiver ? BY_KIND[rule.receiver.kind](parts, rule, context) : undefined;
