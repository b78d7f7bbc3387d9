/** What a check finds: where, and what is wrong and to be done in one sentence; never what is stored there. */
export const PROBLEMS = {
  malformed: '不符合记录的格式：用 export 导出来改好，再 import 回去',
  newer: '由更新的版本写下：把云函数和这个工具都换成最新版，不要改它',
  old: '还是旧版本的格式，请运行 migrate',
  'id-number': '里面有像身份证号的数字：请本人或老师在页面上改掉',
  'broken-seal': '有解不开的密文：FIELD_KEY 里缺了它的密钥，或被改过',
  'no-owner': '它属于的人不在名单上了：那个人该在的话从备份恢复，不该在的话在云开发控制台删掉这一条',
  'no-branch': '名单上写的团支部不在了，或属于别的学院：在老师端把这个人改到现有的团支部',
  'no-college': '它属于的学院不在了：把学院从备份里恢复，或在云开发控制台删掉这一条',
  'no-cause': '要发的通知没有了原因：在云开发控制台删掉这一条',
  'no-reader': '要发的通知没有收的人：在云开发控制台删掉这一条',
  unfinished: '有一步还没写完：一分钟后再查一次，还在的话，看看定时器有没有在运行',
  'one-sided': '账号和名单没有互相指向：在老师端给这个人“解绑微信”，再请他重新登录',
  'not-secretary': '团支书名单里有人不是这个团支部的团支书：在老师端给他重新设一次团支书，再取消',
  'secretary-unlisted': '名单上是团支书，团支部的团支书名单里却没有：在老师端取消，再重新设一次',
  'not-teacher': '学院的老师名单里有人没有老师的身份：请校团委在“老师账号”里重新邀请他',
  'teacher-unlisted': '账号是老师，学院的老师名单里却没有：请校团委在“老师账号”里收回，再重新邀请',
  'not-committee': '校团委名单里有人没有校团委的身份：请校团委在“老师账号”里重新邀请他',
  'committee-unlisted': '账号是校团委，校团委名单里却没有：请校团委在“老师账号”里收回，再重新邀请',
  'not-as-owner': '记着的账号、团支部或学院和名单上的不一样：在老师端把这个人改到别的团支部，再改回来',
  'wrong-place': '在队列里的位置不对，请运行 migrate',
  'wrong-season': '名单上的毕业季和转接对不上，请运行 migrate',
  'wrong-key': '查找用的键和姓名、学号对不上，请运行 migrate',
  twin: '和另一条只差看不见的字符或写法，其实是同一个：把其中一个里的人改到另一个',
  'wrong-tally': '看板的计数和转接、名单对不上，请运行 migrate，或用老师端的“重新统计”',
  'left-over': '早该被定时器清掉的还在：看看定时器有没有在运行（npm run doctor）',
  'stuck-roster': '学院记着有一份名单正在写入，那份名单却不在写：请学院老师重新上传一次名单',
  'stray-file': '存储里有这个文件，却没有记录提到它：在云开发控制台的“云存储”里删掉它',
  'missing-file': '里面的图片或文件不在存储里了：从备份恢复，或请本人重新上传',
} as const;
export type Problem = keyof typeof PROBLEMS;

export interface Finding {
  readonly collection: string;
  readonly id: string;
  readonly problem: Problem;
}
