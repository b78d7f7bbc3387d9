import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchOf } from '../../../../miniprogram/domain/rules/question-search';
import { allQuestions } from '../../../../miniprogram/domain/rules/way-questions';
import type { Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS, rulebookOf } from '../../../../miniprogram/rulebooks';

const book = rulebookOf('usst-2020');
if (!book) throw new Error('no rulebook');
const find = searchOf(allQuestions(book));

/** What people type, and the question that answers them in every rulebook. */
const TYPED: readonly (readonly [string, string])[] = [
  ['身份证显示已经注册过了怎么办', 'id-taken'],
  ['已注册 身份证', 'id-taken'],
  ['名字写错了', 'wrong-data'],
  ['系统里姓名不对', 'wrong-data'],
  ['身份证号码错了一位', 'wrong-data'],
  ['登陆不上去', 'forgotten-password'],
  ['忘记密码', 'forgotten-password'],
  ['密码 忘记', 'forgotten-password'],
  ['我是支书 密码忘了', 'secretary-password'],
  ['支书忘了自己的密码', 'secretary-password'],
  ['没电脑', 'no-computer'],
  ['手机可以转吗？', 'no-computer'],
  ['在铁路局上班', 'system-committee'],
  ['民航', 'system-committee'],
  ['我去银行', 'system-committee'],
  ['央企', 'system-committee'],
  ['中央机关', 'system-committee'],
  ['没有手机', 'no-computer'],
  ['对方不接收', 'street-refuses'],
  ['什么时候截止', 'deadline'],
  ['截止日期是几号', 'deadline'],
  ['最晚哪天办', 'deadline'],
  ['档案放在人才市场', 'talent-market'],
  ['新学校支部还没建好', 'branch-not-built'],
  ['结业', 'without-degree'],
  ['当兵，保留学籍', 'army-student'],
  ['休学', 'suspended'],
  ['专升本', 'other-studies'],
  ['第二学士学位', 'other-studies'],
  ['开学后退学了', 'left-school'],
  ['研究生没去报到', 'left-school'],
  ['机关单位', 'system-committee'],
  ['考上公务员', 'system-committee'],
  ['单位不收我', 'street-refuses'],
  ['新学校没有团支部', 'branch-not-built'],
  ['二学位', 'other-studies'],
  ['没有智能手机', 'no-computer'],
  ['街道不要我', 'street-refuses'],
  ['选错单位了', 'wrong-target'],
  ['能不能撤回啊', 'wrong-target'],
  ['党员要转吗', 'party-member'],
  ['28岁', 'over-age'],
  ['保密单位', 'way-confidential-direct'],
  ['延毕', 'without-degree'],
  ['开奶茶店当老板', 'employer-unknown'],
  ['退过团了', 'not-member'],
  ['转过去了但没分支部', 'no-branch-yet'],
  ['身份证显示已存在', 'id-taken'],
  ['过了八月底', 'late'],
  ['苹果手机能转吗', 'no-computer'],
  ['安卓能转吗', 'no-computer'],
  ['社区推给街道', 'street-refuses'],
  ['推免本校', 'same-university'],
  ['美硕还要转吗', 'study-abroad'],
  ['hr说他们不弄这个', 'employer-unknown'],
  ['今年没考上研 准备再考一年', 'undecided'],
  ['我都29了还弄吗', 'over-age'],
  ['选成别的街道了', 'wrong-target'],
  ['一个月了还是待接收', 'receiver-silent'],
  ['多少天不处理会自动退回', 'receiver-silent'],
  ['保研到别的学校', 'branch-not-built'],
  ['我是支书自己啥时候能转', 'officer'],
  ['军工单位，不能透露', 'way-confidential-direct'],
  ['考上文职了选什么', 'army-civilian'],
  ['部队文职算保密机构吗', 'army-civilian'],
  ['九月前必须转完吗', 'deadline'],
  ['团关系放学校行不行', 'undecided'],
  ['去墨尔本读研', 'study-abroad'],
  ['申请出国但offer没下来', 'study-abroad'],
  ['可以叫室友替我转不', 'no-computer'],
  ['做自媒体的', 'employer-unknown'],
  ['拖到年底行吗', 'late'],
  ['没毕成业 要再读一年', 'without-degree'],
  ['合同解了换别家了', 'wrong-target'],
  ['转正了还是团员吗', 'party-member'],
  ['在派出所当辅警', 'system-committee'],
  ['在家带孩子', 'undecided'],
  ['性别搞反了', 'wrong-data'],
  ['电网的', 'system-committee'],
  ['去西藏当老师', 'employer-unknown'],
  ['身体原因休一年学', 'suspended'],
  ['当完兵回来继续读书', 'army-student'],
  ['住的地方和户口不一样选哪个', 'undecided'],
  ['什么时候开始转', 'deadline'],
  ['考编面试中', 'undecided'],
  ['街道说要等到九月才收', 'street-refuses'],
];

/** 北京's own system has its own questions about accounts. */
const answersIn = ({ questions, ways }: Rulebook, wanted: string): boolean =>
  wanted === 'deadline' ||
  questions.some(({ id }) => id === wanted) ||
  ways.some(({ id }) => wanted.startsWith(`way-${id}-`));

describe.each(RULEBOOKS.map((rulebook) => [rulebook, searchOf(allQuestions(rulebook))] as const))(
  'in $id',
  (rulebook, search) => {
    test.each(TYPED.filter(([, id]) => answersIn(rulebook, id)))('“%s” finds %s first', (typed, id) => {
      expect(search(typed)[0]?.id).toBe(id);
    });
  },
);

test('the dates are those of the rules, with what a way has of its own', () => {
  const national = rulebookOf('national-2022');
  if (!national) throw new Error('no rulebook');
  const [first] = searchOf(allQuestions(national))('什么时候截止');
  expect(first?.answer.join('')).toMatch(/8月31日.*“升学”：9月1日起，最晚 10月31日。/);
});

describe('in questions of which many ask about the same', () => {
  const [example] = book.questions;
  const asked = (id: string, ...typed: string[]) => ({
    id,
    question: typed[0] ?? '',
    typed,
    answer: ['问老师。'],
    askWhom: '老师',
    copy: null,
    link: null,
    basis: example?.basis ?? '',
  });
  const search = searchOf([
    ...[1, 2, 3, 4, 5].map((number) => asked(`login-${number}`, '怎么登录系统')),
    asked('letter', '介绍信'),
  ]);

  test('a word that few hold tells more than one that many do', () => {
    expect(search('登录系统介绍信')[0]?.id).toBe('letter');
    expect(search('登录系统')[0]?.id).toBe('login-1');
  });

  test('a phrase that is said whole tells more than pieces of a long one', () => {
    const ofPieces = searchOf([asked('window', '哪个窗口能交入学登记表材料'), asked('letter', '介绍信')]);
    expect(ofPieces('介绍信哪个窗口')[0]?.id).toBe('letter');
  });

  test('of two that are near, the one with the characters of a mistyped word comes first', () => {
    const ofSlips = searchOf([asked('other', '单位登记'), asked('letter', '介绍信单位')]);
    expect(ofSlips('单位介召信')[0]?.id).toBe('letter');
  });

  test('of a few words one that tells is enough', () => {
    expect(search('登录食堂饭卡余额老变化')[0]?.id).toBe('login-1');
    expect(search('登录食堂饭卡余额老变化多端')).toEqual([]);
  });

  test('one word among many others is near by chance alone', () => {
    const others = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜';
    expect(search(`介绍信${others}`)).toEqual([]);
    expect(search('介绍信')).toHaveLength(1);
  });
});

test.each(['天气怎么样', '食堂几点开门', 'asdf', '？？', ' ', '怎么办'])('“%s” finds nothing', (typed) => {
  expect(find(typed)).toEqual([]);
});

describe.each(RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const))('in %s', (_id, rulebook) => {
  const search = searchOf(allQuestions(rulebook));

  test('what people type for a question leads to it, among the first three, in any order of words', () => {
    const turned = (typed: string) => [typed, `请问${typed}怎么办？`, typed.split(' ').reverse().join(' ')];
    const lost = rulebook.questions.flatMap(({ id, question, typed }) =>
      [question, ...typed].flatMap(turned).filter(
        (words) =>
          !search(words)
            .slice(0, 3)
            .some((found) => found.id === id),
      ),
    );
    expect(lost).toEqual([]);
  });

  test('every way is found by its own name', () => {
    const lost = rulebook.ways.filter(
      ({ id, label }) =>
        !search(label)
          .slice(0, 4)
          .some((found) => found.id.startsWith(`way-${id}-`)),
    );
    expect(lost.map(({ label }) => label)).toEqual([]);
  });
});

/** As graduates type: slips, slang, half sentences; behind each the answers that are right, some by how they begin. */
const ASKED = readFileSync(join(__dirname, 'asked.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([typed = '', answers = '']) => ({ typed, answers: answers.split('|') }));
/** Of hundred questions so many may be answered by something else first. */
const ANSWERED_OTHERWISE = 10;

test.each(RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const))(
  'in %s nine of ten questions find their answer first',
  (_id, rulebook) => {
    const questions = allQuestions(rulebook);
    const search = searchOf(questions);
    const isOne = (id: string | undefined, answers: readonly string[]): boolean =>
      answers.some((answer) => id?.startsWith(answer));
    const held = ASKED.filter(({ answers }) => questions.some(({ id }) => isOne(id, answers)));
    const lost = held.filter(({ typed, answers }) => !isOne(search(typed)[0]?.id, answers));
    expect(held.length).toBeGreaterThan(200);
    expect((100 * lost.length) / held.length).toBeLessThanOrEqual(ANSWERED_OTHERWISE);
  },
);
