/** Words of 智慧团建 and of the guides that a graduate has never needed before, in one or two plain sentences. */
interface Term {
  readonly term: string;
  readonly says: string;
}

/** A longer term stands before one it contains: only the longer one is explained. */
const TERMS: readonly Term[] = [
  {
    term: '学社衔接临时团支部',
    says: '街道、乡镇给刚毕业、还没有单位的团员建的团支部。关系先放在那里，有了单位再转走。',
  },
  {
    term: '学社衔接',
    says: '“学”是学校，“社”是社会，多半是街道、乡镇。毕业时把关系从学校接到那边去，就叫学社衔接。',
  },
  {
    term: '流动团员团支部',
    says: '给去处还没定的团员建的团支部，街道、乡镇和有的学校都有。关系先放在那里，去处定了再转走。',
  },
  {
    term: '关系接转',
    says: '就是换团支部：从学校的团支部转到新单位、新学校或街道的团支部。“组织关系转接”说的是同一件事。',
  },
  { term: '组织关系转接', says: '就是换团支部：从学校的团支部转到新单位、新学校或街道的团支部。' },
  {
    term: '重置密码验证码',
    says: '忘了密码、要在系统里重置时用的一串数字，一人一码。团支书在团员列表里看得到，不会发短信。',
  },
  {
    term: '特殊单位',
    says: '单位的名称不能写进系统的，比如部队和保密机构。选它的时候，哪里都不写单位的名称。',
  },
  { term: '介绍信', says: '学院团委开的一张纸，写明你的团关系转到哪里，有编号，对方收下后有回执。' },
  { term: '告知书', says: '关系暂时留在学校的人签的一张纸，写明留多久、这段时间要做什么。' },
  { term: '团籍', says: '就是团员身份。到了离团的年龄、又没有团内职务，就不再保留。' },
  { term: '团内职务', says: '在团支部、院系团委里担任的职务，比如团支书、组织委员、宣传委员。' },
  { term: '申请转入组织', says: '系统里的一格：接收你的那个团支部的全称。' },
];

/** The terms that stand in any of the texts, each once, in the order of the list. */
export const termsIn = (texts: readonly string[]): Term[] => {
  let left = texts.join('\n');
  return TERMS.filter(({ term }) => {
    const isThere = left.includes(term);
    left = left.split(term).join('');
    return isThere;
  });
};
