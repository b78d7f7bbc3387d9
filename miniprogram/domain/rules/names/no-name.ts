/** What people write where they have no name to write: an answer, a sentence, a sample, a word for any such place. */
import type { Check, NameFinding } from './finding';

/** Words that say whose or which without saying a name. 新 is one only before a kind: 新乡 is a city. */
const WHOSE =
  '我(?:爸爸?|妈妈?)|爸妈|(?:爷爷|奶奶|外公|外婆|姥姥|姥爷|亲戚|男?女?朋友|对象)家?|我们|我的|我|咱们|咱|你们|你的|对方|自己|本人|本|父母|家里|某某|某|新的|新(?=学校|单位|公司|学院|大学|院系|班|工作)|原(?=单位|学校|公司|籍|户)|用人|工作|就业|入职|签约|三方|协议|录取|就读|接收|实习|所在|户籍|户口|居住|生源|常住|原籍|家乡|老家|当地|本地|附近|相应|对应';
/** Words for any organisation or place of a kind. 机关 is none: a branch may bear that name. */
const KIND =
  '班(?=团|$)|村里|村上|镇上|镇里|乡里|乡上|街道上|社区里|市里|区里|县里|国有企业|民营企业|事业单位|国企|央企|民企|私企|外企|有限责任|有限|股份|科技|企业|公司|集团|单位|学校|大学|学院(?!街|路)|院系|研究生院|研究生|硕士|博士|班级|组织|部门|医院|街道办事处|街道办|街道|乡镇|镇|乡|社区|居委会|村委会|村|地|省|市|区|县|小区';
/** What an employer, or the work itself, is called where it is not named: 奶茶店, 培训机构, 保密单位, 三支一扶. */
const WORK =
  '规培|保密|涉密|军工|国防|培训|教育(?=培训)|劳务|派遣|第三方|外包|中介|机构|律师事务所|律所|会计师事务所|事务所|工商户|个体|工厂|厂里|店铺|奶茶店|餐饮店|饭店|网店|药店|诊所|幼儿园|小学|初中|中学|银行|药企|互联网|人才服务中心|人才市场|西部计划|三支一扶|特岗教师|特岗|选调生|公务员|事业编|编制|大学生村官|村官|军队文职|部队文职|文职|(?:研究生)?支教团|辅警|外卖|骑手|主播|网约车|[4４][sSＳ]店';
/** What sort of one it is, or when: 三甲医院, 世界五百强企业, 去年的单位. Towns are called 创业 and 三甲. */
const SORT =
  '国有|民营|公立|私立|重点|三甲(?![街镇乡])|上市|知名|大型|小型|外资|合资|世界五百强|世界500强|五百强|500强|双一流|985|211|小(?=[镇厂店])|创业(?![街镇乡])|老板|同事|去年|今年|明年|目前|以前|注册地';
const STATE =
  '灵活就业|自由职业者?|新就业群体|人员|自主创业|待业|未就业|个体户|毕业生|毕业|流动|临时|团员|青年(?![街镇乡])|新生(?![街镇乡])|第[一二三四五六七八九十\\d]+(?=[团支]|$)|团支部|支部|团委|团组织|团';
const SAMPLE = '测试|测验|试验|示例|例子|样例|范例|演示|模板|名称|全称|名字';
const JOINER = '家(?=社区|小区|街道|[村镇乡])|的|或者|或|、|/|（|）|-|\\+';

const GENERIC = new RegExp(`^(${[WHOSE, KIND, WORK, SORT, STATE, SAMPLE, JOINER].join('|')})*$`);

/** Whole answers in place of a name. */
const ANSWER =
  /^(无|没|空|略|否|暂|待|有|是|同上|未知|母校|[\da-zA-Z]|(.)\2+|\d+|asdf.*|test|none|null|n\/a|张三|李四)$/i;
/** Said about a name, never part of one. Each piece is long enough not to stand in an official name. */
const SPOKEN =
  /没有|暂无|暂未|尚未|还没|没找|没问|没回|没说|没给|没告诉|找不到|查不到|不知道|不清楚|不确定|不详|未定|没定|待定|暂定|待确认|待填|先空|空着|不填|同上|随便|再说|不用|不需要|不想|暂时不|原籍团|退回|转回|转到|转入|转去|应该|好像|大概|听说|通知|等录取|等消息|拟录取|录取的|哪个|是不是|[吗呢吧呀]$|我的|我单位|我公司|我司|我校|就是我|实习的|本公司|本单位|我在|(单位|公司|学校|名字|全称|这里|地址)[是叫在]|叫做|户籍地|户口所在|居住地|所在地|生源地|父母|家那边|^老家/;
/** Said as well, and yet liked as brands: 什么值得买, 我爱我家. Nobody types a legal form behind a sentence. */
const SPOKEN_OR_BRAND = /一家|那家|这家|可能|哪里|什么|怎么|那个|这个|我家|我住|我们|咱们/;
const LEGAL_FORM = /(有限(责任)?公司|股份公司|事务所)/;
/** Whom to call in place of what it is called. */
const PERSON =
  /(老师|经理|主任|书记|教授|阿姨|叔叔|大姐|姐姐|哥哥|先生|女士|同学|辅导员|联系人)[:：]?[\d-]*$|^(联系人|辅导员|导师|电话|手机|微信)|(^|\D)1[3-9]\d{9}(\D|$)|0\d{2,3}-?\d{7,8}/;
/** Those of a school have a branch together. */
const COUNSELLORS = /(大学|学院|学校)(专职)?辅导员$/;
const SAMPLES =
  /(团支部|团总支|团委)[、和或及/](团支部|团总支|团委)|[xXＸ×]{2,}|某|[*＊○〇_?？]{2,}|[.。…]{2,}|^例如/;

const said = (title: string, why: string): NameFinding => ({ code: 'no-name', title, why });

const isSpoken = (name: string): boolean =>
  SPOKEN.test(name) || (SPOKEN_OR_BRAND.test(name) && !LEGAL_FORM.test(name));

/** The name does not say which one. */
export const noName: Check = ({ name, stem, place, level }) => {
  const areMany = level === 'branch' && COUNSELLORS.test(stem);
  if (PERSON.test(stem) && !areMany) {
    return said('这像是联系人，不是名称', '这里写团组织的全称。别人的姓名和电话不用写，也不要写。');
  }
  const isAnswer = ANSWER.test(stem) || isSpoken(name);
  if (!isAnswer && !SAMPLES.test(name) && !GENERIC.test(place)) return undefined;
  return said(
    isAnswer ? '这像是一句话，不是名称' : '还看不出是哪一个',
    '要写对方在系统里的真实全称，从名字一直写到团支部。还没问到，就先问再填，草稿会留着。',
  );
};
