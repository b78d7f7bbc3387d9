/** What a check finds: where, and what is wrong in one word; never what is stored there. */
export const PROBLEMS = {
  malformed: '不符合记录的格式',
  old: '还是旧版本的格式，请运行 migrate',
  'id-number': '里面有像身份证号的数字',
  'broken-seal': '有解不开的密文：FIELD_KEY 里缺了它的密钥，或被改过',
  'no-owner': '指向的人不在了',
  'no-cause': '要发的通知没有了原因',
  unfinished: '有一步还没写完：一分钟后再查一次，还在的话，看看定时器有没有在运行',
  'one-sided': '账号和名单没有互相指向',
  'wrong-place': '在队列里的位置不对，请运行 migrate',
  'wrong-season': '名单上的毕业季和转接对不上',
  'wrong-tally': '看板的计数和转接对不上，请用老师端的“重新统计”',
} as const;
export type Problem = keyof typeof PROBLEMS;

export interface Finding {
  readonly collection: string;
  readonly id: string;
  readonly problem: Problem;
}
