/** Files as other colleges may have them: who is read, which lines wait, what is refused. */
import iconv from 'iconv-lite';
import { book, readOrRefuse as read } from '../../support/roster-files';
import { sheetData, xlsx, zip } from '../../support/xlsx-parts';

const text = (encoding: string, ...lines: string[]): Buffer => iconv.encode(lines.join('\r\n'), encoding);

const HEAD = '学号/姓名/团支部/毕业年月';
const A = '5510310101/温如玉/给排水2301团支部/2027-06';
const B = '5510310102/计春华/给排水2301团支部/2027-06';
const ANN = '5510310101 温如玉 给排水2301团支部';
const BEN = '5510310102 计春华 给排水2301团支部';
const csv = (line: string, mark = ','): string => line.split('/').join(mark);

const FILES: readonly (readonly [string, Buffer, object | string])[] = [
  [
    '所属团支部 beside 班级',
    book('学号/姓名/班级/所属团支部/毕业年月', '5510310101/温如玉/给排水2301/给排水2301团支部/2027-06'),
    { people: [ANN] },
  ],
  [
    '所在支部 beside 班级',
    book('学号/姓名/专业班级/所在支部/毕业年月', '5510310101/温如玉/给排水2301/给排水2301团支部/2027-06'),
    { people: [ANN] },
  ],
  [
    '所在团组织',
    book('序号/姓名/性别/所在团组织/学号', '1/温如玉/女/给排水2301团支部/5510310101'),
    { people: [ANN] },
  ],
  ['团组织名称', book('学号/姓名/团组织名称', '5510310101/温如玉/给排水2301团支部'), { people: [ANN] }],
  ['团支部全称', book('学号/姓名/团支部全称', '5510310101/温如玉/给排水2301团支部'), { people: [ANN] }],
  [
    '学工号 and 团员姓名',
    book('学工号/团员姓名/团支部', '5510310101/温如玉/给排水2301团支部'),
    { people: [ANN] },
  ],
  [
    'headings with a line break',
    book('学号\n（必填）/姓名\n（必填）/团支部\n（全称）/毕业年月\n（如2027-06）', A),
    { people: [ANN] },
  ],
  ['headings in brackets and colons', book('【学号】/【姓名】/团支部：/毕业年月：', A), { people: [ANN] }],
  ['headings in two languages', book('学号 Student No./姓名 Name/团支部/毕业年月', A), { people: [ANN] }],
  ['专业班级 only', book('学号/姓名/专业班级', '5510310101/温如玉/给排水2301团支部'), { people: [ANN] }],
  [
    '出生年月日 and 离校时间',
    book('学号/姓名/团支部/出生年月日/毕业时间', '5510310101/温如玉/给排水2301团支部/20040229/2027年6月30日'),
    { people: [`${ANN} 2004-02`] },
  ],
  [
    'months as 2027.6, 2027/6/1, 2027年06月, 202706',
    book(HEAD, '5510310101/温如玉/给排水2301团支部/2027.6', '5510310102/计春华/给排水2301团支部/2027年06月'),
    { people: [ANN, BEN] },
  ],
  [
    'two-digit years',
    book(HEAD, '5510310101/温如玉/给排水2301团支部/27.6', B),
    { people: [BEN], waiting: ['2 malformed'] },
  ],
  [
    'years alone',
    book(HEAD, '5510310101/温如玉/给排水2301团支部/2027', B),
    { people: [BEN], waiting: ['2 malformed'] },
  ],
  [
    'posts in words',
    book(
      '学号/姓名/团支部/团内职务',
      '5510310101/温如玉/给排水2301团支部/未担任',
      '5510310102/计春华/给排水2301团支部/宣传委员',
      '5510310103/易安/给排水2301团支部/无团内职务',
    ),
    { people: [ANN, `${BEN} 任职`, '5510310103 易安 给排水2301团支部'] },
  ],
  [
    'posts: 未任职, 否, 暂无职务',
    book(
      '学号/姓名/团支部/团内职务',
      '5510310101/温如玉/给排水2301团支部/未任职',
      '5510310102/计春华/给排水2301团支部/否',
      '5510310103/易安/给排水2301团支部/暂无职务',
    ),
    { people: [ANN, BEN, '5510310103 易安 给排水2301团支部'] },
  ],
  [
    'two tables beside each other',
    book(
      '学号/姓名/团支部//学号/姓名/团支部',
      '5510310101/温如玉/给排水2301团支部//5510310102/计春华/给排水2301团支部',
    ),
    { people: [ANN, BEN], waiting: [], notes: ['tables-beside '] },
  ],
  [
    'a class beside its branch',
    book('学号/姓名/班级/团支部', '5510310101/温如玉/给水一班/给排水2301团支部'),
    { people: [ANN], waiting: [] },
  ],
  [
    'a second column of names',
    book('学号/姓名/团支部/姓名', '5510310101/温如玉/给排水2301团支部/计春华'),
    { waiting: ['1 duplicate-column'] },
  ],
  [
    'people in columns',
    book('学号/5510310101/5510310102', '姓名/温如玉/计春华', '团支部/给排水2301团支部/给排水2301团支部'),
    { people: [], waiting: ['1 turned-table'] },
  ],
  [
    'one card per person',
    book('姓名/温如玉', '学号/5510310101', '团支部/给排水2301团支部', '', '姓名/计春华', '学号/5510310102'),
    { people: [] },
  ],
  [
    'a heading row, then a row of what to write',
    book(HEAD, '10位数字/与身份证一致/填全称/如2027-06', A),
    { people: [ANN] },
  ],
  ['an example row', book(HEAD, '示例：5510310199/张三/XX团支部/2027-06', A), { people: [ANN] }],
  [
    'two tables one under the other, other columns',
    book(HEAD, A, '', '姓名/学号/所在团支部', '计春华/5510310102/给排水2301团支部'),
    { people: [ANN, BEN] },
  ],
  [
    'blank columns between',
    book('/学号//姓名//团支部', '/5510310101//温如玉//给排水2301团支部'),
    { people: [ANN] },
  ],
  ['a sum of men and women below', book(HEAD, A, '/男12人/女20人'), { people: [ANN] }],
  ['two signatures beside each other', book(HEAD, A, '团支书签字：//日期：2026年11月'), { people: [ANN] }],
  ['a stamp line', book(HEAD, A, '//学院团委（盖章）'), { people: [ANN], waiting: [] }],
  ['a remark between people', book(HEAD, A, '（以下为专升本班）', B), { people: [ANN, BEN], waiting: [] }],
  [
    'class titles between people',
    book('学号/姓名/团支部', '给排水2301班', '5510310101/温如玉/给排水2301团支部'),
    { people: [ANN], waiting: [] },
  ],
  [
    'two people in one cell',
    book(HEAD, '5510310101\n5510310102/温如玉\n计春华/给排水2301团支部/2027-06', A),
    { people: [ANN] },
  ],
  [
    'blanks inside a number',
    book(HEAD, '55103 10101/温如玉/给排水2301团支部/2027-06', B),
    { people: [ANN, BEN] },
  ],
  [
    'numbers beginning with a letter',
    book(HEAD, 'Y55103101/温如玉/给排水2301团支部/2027-06', 'Y55103102/计春华/给排水2301团支部/2027-06'),
    { people: ['Y55103101 温如玉 给排水2301团支部', 'Y55103102 计春华 给排水2301团支部'] },
  ],
  [
    'names of minorities and foreigners',
    book(
      HEAD,
      '5510310101/阿卜杜拉·艾合买提/给排水2301团支部/2027-06',
      '5510310102/玛依拉．吐尔逊/给排水2301团支部/2027-06',
      '5510310103/司马青衫（女）/给排水2301团支部/2027-06',
    ),
    {
      people: ['5510310101 阿卜杜拉·艾合买提 给排水2301团支部', '5510310102 玛依拉．吐尔逊 给排水2301团支部'],
      waiting: ['4 malformed'],
    },
  ],
  [
    'left the school, behind the name',
    book(HEAD, '5510310101/温如玉-退学/给排水2301团支部/2027-06', B),
    { people: [BEN] },
  ],
  [
    'errors of a formula in every column',
    book(
      HEAD,
      '#REF!/温如玉/给排水2301团支部/2027-06',
      '5510310102/#VALUE!/给排水2301团支部/2027-06',
      '5510310103/易安/#REF!/2027-06',
      '5510310104/易宁/给排水2301团支部/#NAME?',
    ),
    { people: [], waiting: ['2 formula', '3 formula', '4 formula', '5 formula'] },
  ],
  [
    'comma in the title of a .csv',
    text('utf8', '给排水学院毕业生名单，请核对，谢谢', csv(HEAD), csv(A)),
    { people: [ANN] },
  ],
  [
    'comma in the title of a .csv, and many',
    text('utf8', '说明：一，二，三，四，五，六，七', csv(HEAD), csv(A), csv(B)),
    { people: [ANN, BEN] },
  ],
  [
    'semicolons with commas in a title',
    text('utf8', '名单,2027,届', csv(HEAD, ';'), csv(A, ';')),
    { people: [ANN] },
  ],
  ['sep=; in front', text('utf8', 'sep=;', csv(HEAD, ';'), csv(A, ';')), { people: [ANN] }],
  [
    'tabs, UTF-16 as “Unicode 文本”',
    Buffer.concat([Buffer.from([0xff, 0xfe]), text('utf16le', csv(HEAD, '\t'), csv(A, '\t'))]),
    { people: [ANN] },
  ],
  [
    'UTF-16 big endian without a mark',
    text('utf16-be', csv(HEAD, '\t'), csv(A, '\t'), csv(B, '\t')),
    { people: [ANN, BEN] },
  ],
  [
    'UTF-8 with a mark',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text('utf8', csv(HEAD), csv(A))]),
    { people: [ANN] },
  ],
  ['GBK with semicolons', text('gbk', csv(HEAD, ';'), csv(A, ';')), { people: [ANN] }],
  [
    'GB18030 with a rare name',
    text('gb18030', csv(HEAD), csv('5510310101/温㼆/给排水2301团支部/2027-06')),
    { people: ['5510310101 温㼆 给排水2301团支部'] },
  ],
  [
    'Big5',
    text('big5', csv('學號/姓名/團支部/畢業年月'), csv('5510310101/溫如玉/給排水2301團支部/2027-06')),
    'FILE_ENCODING',
  ],
  [
    'quoted cells with commas and breaks',
    text(
      'utf8',
      csv(HEAD),
      '5510310101,温如玉,"给排水2301团支部",2027-06',
      '5510310102,计春华,"给排水2301团支部\n",2027-06',
    ),
    { people: [ANN, BEN] },
  ],
  ['| between', text('utf8', csv(HEAD, '|'), csv(A, '|')), { people: [ANN] }],
  ['blanks between', text('utf8', csv(HEAD, '  '), csv(A, '  ')), { people: [] }],
  ['headings alone', book(HEAD), { people: [] }],
  ['nothing in it', xlsx({ sheets: [sheetData('')] }), 'FILE_EMPTY'],
  [
    'a .docx by another name',
    zip([
      { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
      { name: 'word/document.xml', bytes: Buffer.from('<w/>') },
    ]),
    'FILE_NO_TABLE',
  ],
  ['a picture by another name', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'FILE_NO_TABLE'],
  ['a .pdf by another name', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'FILE_NO_TABLE'],
  ['a .zip of tables', zip([{ name: '名单.xlsx', bytes: book(HEAD, A) }]), 'FILE_NO_TABLE'],
  ['a web page saved as .xls', text('utf8', '<table><tr><td>学号</td></tr></table>'), 'FILE_OTHER_FORMAT'],
  [
    'who is no member or has left, told and not left out',
    book(
      '学号/姓名/团支部/政治面貌/备注',
      '5510310101/温如玉/给排水2301团支部/共青团员/',
      '5510310102/计春华/给排水2301团支部/群众/',
      '5510310103/易安/给排水2301团支部/共青团员/2025年9月退学',
    ),
    { people: [ANN, BEN, '5510310103 易安 给排水2301团支部'], notes: ['perhaps-not 3,4'] },
  ],
  [
    'who is on leave, by the state of their studies',
    book('学号/姓名/团支部/学籍状态', '5510310101/温如玉/给排水2301团支部/休学'),
    { people: [ANN], notes: ['perhaps-not 2'] },
  ],
  [
    'a questionnaire, filled in twice by one person',
    book(
      '序号/提交时间/1、您的学号：/2、您的姓名是/3.你所在的团支部（请填全称）',
      '1/2026.5.1/5510310101/温如玉/给排水2301团支部',
      '2/2026.5.2/5510310102/计春华/给排水2301团支部',
      '3/2026.5.3/5510310101/温如玉/给排水2301团支部',
    ),
    { people: [ANN, BEN], waiting: ['4 duplicate'] },
  ],
  [
    'a post in front of a name',
    book('学号/姓名/团支部', '5510310101/团支书：温如玉/给排水2301团支部'),
    { people: [], waiting: ['2 odd-name'] },
  ],
  [
    'a post that is held beside one that is over',
    book('学号/姓名/团支部/团内职务', '5510310101/温如玉/给排水2301团支部/原团支书、现组织委员'),
    { people: [`${ANN} 任职`] },
  ],
  [
    '学籍号 beside 学号',
    book('学籍号/学号/姓名/团支部/预计毕业时间/毕业年月', '99/5510310101/温如玉/给排水2301团支部//2027-06'),
    { people: [ANN] },
  ],
  [
    'a branch in the title alone',
    book(
      '2027届环境学院给排水2301班毕业生团员名单（共2人）',
      '学号/姓名/性别',
      '5510310101/温如玉/女',
      '5510310102/计春华/男',
    ),
    {
      people: ['5510310101 温如玉 给排水2301班', '5510310102 计春华 给排水2301班'],
      waiting: [],
      notes: ['branch-of-title '],
    },
  ],
  [
    'branches in titles above their tables',
    book(
      '2027届毕业生团员名单（截至2026年11月20日）',
      '给排水2301团支部（1人）',
      '学号/姓名',
      '5510310101/温如玉',
      '给排水2302团支部（1人）',
      '学号/姓名',
      '5510310102/计春华',
    ),
    { people: [ANN, '5510310102 计春华 给排水2302团支部'], waiting: [] },
  ],
  [
    'branches in titles between people',
    book('学号/姓名', '给排水2301班', '5510310101/温如玉', '给排水2302班', '5510310102/计春华'),
    { people: ['5510310101 温如玉 给排水2301班', '5510310102 计春华 给排水2302班'], waiting: [] },
  ],
  [
    'titles that name no branch',
    book('请各团支部核对以下为毕业班', '制表日期2026', '学号/姓名', '5510310101/温如玉'),
    { people: [], waiting: ['3 missing-column', '4 missing'] },
  ],
  [
    'a title of two cells above headings that nobody knows',
    book(
      '环境学院/2027届毕业班',
      '证号/全名/所属单位',
      '5510310101/温如玉/给排水2301团支部',
      '5510310102/计春华/给排水2301团支部',
    ),
    { people: [], uses: ['证号 skip', '全名 skip', '所属单位 skip'] },
  ],
  [
    'people above the first title that names a branch',
    book('学号/姓名', '5510310101/温如玉', '给排水2302班', '5510310102/计春华'),
    { people: ['5510310102 计春华 给排水2302班'], waiting: ['2 missing'] },
  ],
  [
    'a branch in the first row of its group alone',
    book(
      '团支部/学号/姓名',
      '给排水2301团支部/5510310101/温如玉',
      '/5510310102/计春华',
      '/5510310103/易安',
      '给排水2302团支部/5510310201/易宁',
      '/5510310202/池北',
      '/5510310203/尹若水',
    ),
    {
      people: [
        ANN,
        BEN,
        '5510310103 易安 给排水2301团支部',
        '5510310201 易宁 给排水2302团支部',
        '5510310202 池北 给排水2302团支部',
        '5510310203 尹若水 给排水2302团支部',
      ],
      waiting: [],
      notes: ['branch-filled-down 3,4,6,7'],
    },
  ],
  [
    'the month of graduation merged like the branch',
    book(
      '团支部/毕业年月/学号/姓名',
      '给排水2301团支部/2027-01/5510310101/温如玉',
      '//5510310102/计春华',
      '//5510310103/易安',
    ),
    {
      people: [`${ANN} 2027-01`, `${BEN} 2027-01`, '5510310103 易安 给排水2301团支部 2027-01'],
      waiting: [],
    },
  ],
  [
    'a year behind the college in the title',
    book('环境学院2023级给排水2301班团员信息统计表', '学号/姓名', '5510310101/温如玉'),
    { people: ['5510310101 温如玉 给排水2301班'], waiting: [] },
  ],
  [
    'who is 否 under 是否团员',
    book(
      '学号/姓名/团支部/是否团员',
      '5510310101/温如玉/给排水2301团支部/是',
      '5510310102/计春华/给排水2301团支部/否',
    ),
    { people: [ANN, BEN], notes: ['perhaps-not 3'] },
  ],
  [
    'a branch that somebody forgot',
    book(
      '团支部/学号/姓名',
      '给排水2301团支部/5510310101/温如玉',
      '给排水2301团支部/5510310102/计春华',
      '/5510310103/易安',
      '/5510310104/易宁',
      '/5510310105/池北',
      '/5510310106/尹若水',
    ),
    { people: [ANN, BEN], waiting: ['4 missing', '5 missing', '6 missing', '7 missing'], notes: [] },
  ],
  [
    '现所在团支部 beside 转入团组织全称',
    book('学号/姓名/转入团组织全称/现所在团支部', '5510310101/温如玉/张江镇流动团员团支部/给排水2301团支部'),
    { people: [ANN], waiting: [] },
  ],
  ['团员 for 姓名', book('学号/团员/支部', '5510310101/温如玉/给排水2301团支部'), { people: [ANN] }],
  [
    'names spread to one width',
    book(
      '学号/姓名/团支部',
      '5510310101/温 如 玉/给排水2301团支部',
      '5510310103/易　安/给排水2301团支部',
      '5510310104/欧阳 静/给排水2301团支部',
      '5510310105/古丽米热 艾尼瓦尔/给排水2301团支部',
      '5510310106/古丽 艾山/给排水2301团支部',
    ),
    {
      people: [
        ANN,
        '5510310103 易安 给排水2301团支部',
        '5510310104 欧阳静 给排水2301团支部',
        '5510310105 古丽米热 艾尼瓦尔 给排水2301团支部',
        '5510310106 古丽 艾山 给排水2301团支部',
      ],
      waiting: [],
    },
  ],
  [
    'posts of the League among those of the class',
    book(
      '学号/姓名/团支部/职务',
      '5510310101/温如玉/给排水2301团支部/团支部书记',
      '5510310102/计春华/给排水2301团支部/班长',
      '5510310103/易安/给排水2301团支部/班长、组织委员',
      '5510310104/易宁/给排水2301团支部/体委',
      '5510310105/池北/给排水2301团支部/',
    ),
    {
      people: [
        `${ANN} 任职`,
        BEN,
        '5510310103 易安 给排水2301团支部 任职',
        '5510310104 易宁 给排水2301团支部',
        '5510310105 池北 给排水2301团支部',
      ],
    },
  ],
  [
    'posts of the class alone',
    book('学号/姓名/团支部/职务', '5510310101/温如玉/给排水2301团支部/班长'),
    { people: [ANN], uses: ['学号 studentNumber', '姓名 name', '团支部 branchName', '职务 skip'] },
  ],
  [
    '职务 beside 团内职务',
    book('学号/姓名/团支部/职务/团内职务', '5510310101/温如玉/给排水2301团支部/团支书/'),
    { people: [ANN], waiting: [] },
  ],
  ['a long row of cells', book(`${HEAD}${'/'.repeat(15)}备注`, A), { people: [ANN] }],
];

test.each(FILES)('reads %s', async (_kind, bytes, expected) => {
  const found = await read(bytes);
  if (typeof expected === 'string') expect(found).toEqual(expected);
  else expect(found).toMatchObject(expected);
});
