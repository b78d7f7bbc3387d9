/**
 * Finds answers by the words people type, on the phone and without a network. Chinese is written without blanks, so
 * texts are compared by their pairs of neighbouring characters: no dictionary, and the order of words does not matter.
 */
import { plainLine } from '../text/clean-text';
import { CITIES } from './names/cities';
import type { HelpQuestion } from './questions';

/** Its cities, by which people mean a province with a system of its own. */
const placesIn = (province: '广东' | '福建'): RegExp =>
  new RegExp((CITIES[province] ?? '').split(' ').join('|'), 'g');

/** Several words for one thing; all are read as the first. */
const SAME: readonly (readonly [string, RegExp])[] = [
  ['登录', /登陆|登入|登不上去?|登不了|登不进去?|进不去|上不去/g],
  ['密码', /密马|蜜码|密碼/g],
  ['忘记', /忘了|忘掉|想不起来|记不得|记不住|不记得|记不清/g],
  ['团支书', /支部书记|团支部书记|团书记|支书/g],
  ['老师', /辅导员|导员/g],
  ['单位', /公司|企业|用人方|工作地方/g],
  ['研究生', /考研|读研|硕士|读博|博士/g],
  ['身份证', /身[份分]证号码?|身分证|证件号码?/g],
  ['退回', /打回|驳回|拒绝|被拒|拒收|不收|收不了|不[肯愿能]接?收|不要我|不接收/g],
  ['丢', /不见了|弄丢|遗失|掉了/g],
  ['搜不到', /找不到|查不到|没搜到|搜不出来?/g],
  ['保密', /涉密|机密/g],
  ['填错', /[写弄打交搞输点报]错/g],
  ['信息', /性别|民族|籍贯|出生(日期|年月)|生日/g],
  ['介绍信', /开?证明信?(?!材料)/g],
  ['参军', /当兵|入伍|部队|服?兵役|义务兵|征兵/g],
  [
    '出国',
    /留学|境外|国外|英国|美国|日本|德国|法国|韩国|俄罗斯|新加坡|加拿大|澳洲|澳大利亚|新西兰|意大利|欧洲|非洲|中东|迪拜|东南亚|泰国|越南|马来西亚|瑞士|港(大|中文|科大|理工|城大)|香港|澳门|港澳台?/g,
  ],
  [
    '央企',
    /中石[化油]|中海油|中[铁建交核冶]|中航|国家电网|[国南]网|中国(移动|联通|电信|烟草)|航天院|央国企/g,
  ],
  ['公务员', /税务局?|海关|公安局?|警察|法院|检察院|财政局|省考|国考|考上编制|事业编/g],
  ['航空公司', /[南东国川厦海深山春]航(?!天)|空[姐少乘]|机长|地勤/g],
  ['备考', /(准备|在家|没)考[公编研]|考[公编研]没上岸|(考研)?[二三]战/g],
  ['自由职业', /灵活就业|打零工|兼职|自由撰稿|接单/g],
  ['过期', /逾期|超期|超时|超过截止日期|过了截止日?期?/g],
  ['广东', placesIn('广东')],
  ['福建', placesIn('福建')],
  ['姓名', /姓氏|名字|名儿/g],
  ['银行', /[工农中建交招]行(?!业)|邮储|信用社/g],
  ['超龄', /(2[89]|3\d)周?岁|快(30|三十)|三十岁|二十[八九]岁?/g],
  ['没反应', /没有?(动静|回音|消息|人理|人管|回复|下文)|不理人?我?/g],
  ['审批', /审核|批准/g],
  ['没有', /没得|没|无/g],
];
/** What says only that somebody asks. */
const FILLER =
  /怎么办|咋办|怎么|怎样|如何|请问|我想|想问|我的|我|一下|可不可以|能不能|可以|需要|要不要|是不是|为什么|为啥|什么|[的了吗呢啊吧呀么在就还]/g;

const normal = (text: string): string =>
  SAME.reduce((line, [word, others]) => line.replace(others, word), plainLine(text).toLowerCase()).replace(
    /团支团支书/g,
    '团支书',
  );

/** Pairs of neighbours; a text of one character is looked for as it is. */
const pairsOf = (text: string): Set<string> => {
  const pieces = normal(text)
    .replace(FILLER, ' ')
    .split(/[^\u4e00-\u9fff\da-z]+/)
    .filter(Boolean);
  const pairs = pieces.flatMap((piece) => Array.from(piece.slice(1), (next, at) => (piece[at] ?? '') + next));
  return new Set(pairs.length > 0 ? pairs : pieces);
};

/** How much a pair counts where it stands: people type what they would ask, not what the answer says. */
const IN_QUESTION = 1;
const IN_ANSWER = 0.4;
/** Added where a whole phrase that people type for this question says the same and nothing else. */
const PHRASE = 0.5;
/** Below this share of the typed words an answer would only be near by chance. */
const ENOUGH = 0.34;

/** Weight of a pair no question knows. */
const UNKNOWN = 0.15;

/** How much two sets share of all they hold: 1 for equal ones, 0 for strangers. */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  (2 * [...one].filter((pair) => other.has(pair)).length) / Math.max(1, one.size + other.size);

interface Indexed {
  readonly question: HelpQuestion;
  readonly asked: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  readonly phrases: readonly ReadonlySet<string>[];
}

const indexed = (question: HelpQuestion): Indexed => ({
  question,
  asked: new Set([question.question, ...question.typed].flatMap((text) => [...pairsOf(text)])),
  answered: new Set([...question.answer, question.askWhom].flatMap((text) => [...pairsOf(text)])),
  phrases: [question.question, ...question.typed].map(pairsOf),
});

/** Looks through a rulebook's questions; made once, used for every letter typed. */
export type QuestionSearch = (typed: string) => HelpQuestion[];

/** Best answer first; none where nothing is near enough. */
export const searchOf = (questions: readonly HelpQuestion[]): QuestionSearch => {
  const index = questions.map(indexed);
  /** A pair that stands in many questions tells little, and one that stands in none only what was said around it. */
  const weightOf = (pair: string): number => {
    const holders = index.filter(({ asked, answered }) => asked.has(pair) || answered.has(pair)).length;
    return holders === 0 ? UNKNOWN : 1 / Math.sqrt(holders);
  };

  return (typed) => {
    const words = pairsOf(typed);
    const pairs = [...words].map((pair) => ({ pair, weight: weightOf(pair) }));
    const whole = pairs.reduce((sum, { weight }) => sum + weight, 0);
    if (whole === 0) return [];
    const scoreOf = ({ asked, answered, phrases }: Indexed): number => {
      const found = pairs.reduce(
        (sum, { pair, weight }) =>
          sum + weight * (asked.has(pair) ? IN_QUESTION : answered.has(pair) ? IN_ANSWER : 0),
        0,
      );
      return found / whole + PHRASE * Math.max(...phrases.map((phrase) => likeness(words, phrase)));
    };
    return index
      .map((entry) => ({ question: entry.question, score: scoreOf(entry) }))
      .filter(({ score }) => score >= ENOUGH)
      .sort((a, b) => b.score - a.score)
      .map(({ question }) => question);
  };
};
