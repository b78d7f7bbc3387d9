/** What every place has one of, written without the place: 县教育局, 市供电公司, 人民医院. */
import type { Check } from './finding';

/** A place by its level alone. */
const LEVEL = '省|自治区|市|州|盟|区|县|旗|镇|乡|街道';

/** With what its offices and services begin, once the place in front is taken away. */
const ORGAN =
  '人民|政府|党委|纪委|监委|政协|人大|委(?!托)|机关|直(?!播)|属|级|教育|教体|公安|交警|特警|税务|地税|国税|卫生|卫健|卫计|医保|医疗|医院|立医院|中医|中心医院|妇幼|疾控|疾病|急救|血站|民政|人社|人力|社保|就业|财政|审计|统计|司法|法院|检察|中级|体育|文旅|文化|文广|广电|广播|融媒|电视|交通|公路|市场监|工商|质监|药监|食药|气象|地震|烟草|邮政|供电|电力|电业|移动|联通|电信|铁塔|石油|燃气|自来水|供水|水务|水利|水文|农业|农村|农机|畜牧|林业|林草|园林|粮食|供销|应急|消防|武警|人武|退役|自然资源|国土|规划|住建|住房|城管|城市管理|综合执法|房管|公积金|城建|城投|交投|国资|发改|发展|工信|经信|经贸|商务|招商|科技|科协|信访|政务|行政|大数据|档案|图书|博物|党校|老干部|组织部|宣传部|统战部|政法委|编办|总工会|妇联|残联|红十字|工商联|文联|公交|环卫|环保|环境|生态|第?[一二三四五六七八九十]+(人民)?(医?院|中|小)|实验|中学|小学|幼儿园|高中|职中';

/** With a level in front the rest may be anything but a company's full name, which is found without a place too. */
const LEVELLED = new RegExp(`^(${LEVEL})(${ORGAN})(?!.*(有限公司|股份|集团))`);
/** Without one, only what ends as such an office does: 建设 and 水利 are what companies are called by as well. */
const ALONE = new RegExp(
  `^(人民(政府|法院|检察院)|法院|检察院|派出所|税务所|供电(所|公司)|卫生院|(第?[一二三四五六七八九十]+)?人民医院|中医院|中心医院|妇幼保健院|疾控中心|居委会|村委会|(交警|特警|巡警|刑警|消防|城管)(救援)?(大队|中队|支队|总队|队)|(第[一二三四五六七八九十]+|实验|中心|希望)(中学|小学|幼儿园)|农商行|农商银行|农村商业银行|农村信用(合作)?社|信用(合作|联)?社|(移动|联通|电信|高速公路|供水|自来水|燃气|公交|烟草|邮政)公司|高速公路|(${ORGAN})[^局]{0,9}局)(机关|本级|办公室|教工|教师)?$`,
);

/** An office of which there are thousands alike. */
export const withoutPlace: Check = ({ stem }, { receiver }) =>
  receiver?.kind === 'employer' && (LEVELLED.test(stem) || ALONE.test(stem))
    ? {
        code: 'incomplete',
        title: '前面好像少了地名',
        why: '每个省、市、县都有这样的单位，只写这几个字分不出是哪一家。全称里有地名的话，从地名写起。',
      }
    : undefined;
