/**
 * An invented college. Nobody in it exists; student numbers, names and organisations are made up.
 */

export interface SeedPerson {
  readonly studentNumber: string;
  readonly name: string;
  readonly branchName: string;
  readonly birthMonth: string;
  readonly graduationMonth: string;
  readonly hasLeaguePost: boolean;
  readonly isSecretary: boolean;
}

export const COLLEGE_NAME = '信息工程学院';
/** Where and when its League committee stamps the 《团员证》. */
export const COLLEGE_OFFICE = {
  place: '信息工程学院团委，行政楼 203',
  hours: '工作日 9:00 到 11:30，13:30 到 16:30',
} as const;
export const ADMINISTRATOR = { openid: 'o-committee-1', name: '杜若川' } as const;
/** A college whose roster nobody has imported yet. */
export const NEW_COLLEGE_NAME = '经济管理学院';
/** A WeChat nobody knows yet: the phone to try an invitation on. */
export const VISITOR = {
  openid: 'o-visitor-1',
  name: '新来的老师',
  place: '还没有账号，用邀请码登录',
} as const;
export const TEACHERS = [
  { openid: 'o-teacher-1', name: '周岚', collegeName: COLLEGE_NAME },
  { openid: 'o-teacher-2', name: '梁清和', collegeName: COLLEGE_NAME },
  { openid: 'o-teacher-3', name: '苏明远', collegeName: NEW_COLLEGE_NAME },
] as const;

/** Each branch: its secretary first, then the people the story is about; the rest is filled up. */
const BRANCHES = [
  {
    name: '通信2201团支部',
    prefix: '2201',
    people: ['许嘉宁', '林晚', '何牧', '周予安', '沈知夏', '宋以宁', '赵一鸣', '方元', '蒋宁'],
  },
  { name: '电信2202团支部', prefix: '2202', people: ['顾书遥', '秦朗', '陈可', '孟晓', '吴桐'] },
  { name: '计算机2203团支部', prefix: '2203', people: ['罗北辰', '白露', '俞舟'] },
] as const;

const SURNAMES = '王李张刘陈杨黄吴徐孙马朱胡郭高罗郑梁谢唐许冯邓曹彭曾萧田董袁';
const GIVEN_NAMES = [
  '子衿',
  '明远',
  '思齐',
  '雨桐',
  '景行',
  '若溪',
  '承泽',
  '念真',
  '云舒',
  '知行',
  '嘉树',
  '清越',
];
const BRANCH_SIZE = 30;

/** Names nobody else has: a surname comes back once per branch, each time with another given name. */
const fillers = (branch: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const surname = SURNAMES[index % SURNAMES.length] ?? '王';
    const given = GIVEN_NAMES[(index * 5 + branch) % GIVEN_NAMES.length] ?? '明远';
    return surname + given;
  });

export const PEOPLE: readonly SeedPerson[] = BRANCHES.flatMap((branch, branchIndex) =>
  [...branch.people, ...fillers(branchIndex, BRANCH_SIZE - branch.people.length)].map((name, index) => ({
    studentNumber: `22${branch.prefix}${String(index + 1).padStart(3, '0')}`,
    name,
    branchName: branch.name,
    birthMonth: `${2003 + (index % 2)}-${String((index % 12) + 1).padStart(2, '0')}`,
    graduationMonth: '2026-06',
    // The secretary holds a League post until the branch is wound up.
    hasLeaguePost: index === 0,
    isSecretary: index === 0,
  })),
);

/** The WeChat account of a person on this machine. */
export const openidOf = (studentNumber: string): string => `o-${studentNumber}`;

export const personNamed = (name: string): SeedPerson => {
  const person = PEOPLE.find((each) => each.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
};
