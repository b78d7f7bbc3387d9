import type { ErrorCode, Failure } from '../domain/errors';
import { teacherNamed } from '../domain/words/teachers';

/** A code was typed for a request that was somebody else's, or over, by then: nothing was sent, and nothing is to be done. */
export const lateCodeWords = (name: string): string =>
  `晚了一步：${name}的求助已经不在你这里了，刚才的码没有发出去`;

/** What every failure is called in front of a person. A code without words does not compile. */
export const FAILURE_WORDS: Readonly<Record<ErrorCode, string>> = {
  BAD_REQUEST: '有一处内容我们看不懂，请检查后再试一次',
  UNKNOWN_ACTION: '小程序有新版本，请关掉后重新打开',
  INTERNAL: '我们这边出了点问题，你填的内容还在，过几分钟再试',
  NOT_CONFIGURED: '小程序还没有配置好（{variables}），请把这句话告诉学院老师',
  RECORD_UNREADABLE: '这里有一条记录暂时打不开，内容没有丢，请告诉学院老师',
  SEAL_BROKEN: '这份加密保存的内容解不开，别的照常能用，请告诉学院老师',
  BUSY: '现在用的人很多，过一会儿再试一次',
  MONTH_USED_UP: '小程序这个月的用量用完了，最迟下个月恢复，急事请直接找老师',
  OFFLINE: '网络没有连上，联网后再试一次',
  NOT_SIGNED_IN: '请先登录',
  FORBIDDEN: '你现在没有看这里的身份了，还要用就请学院或校团委再邀请一次',
  NOT_FOUND: '没有找到这条记录，可能已经被处理了',
  CONFLICT: '刚才有人也在改，请再试一次',
  TEXT_REJECTED: '这段文字没有通过微信的内容检查，请换一种说法',
  ANNOUNCEMENT_EMPTY: '公告里只有空格，大家什么也看不到。写几个字再保存，不想要公告就全部删掉',
  ID_NUMBER_REFUSED: '这里像是写了身份证号。转团关系用不到它，请删掉后再试',
  DAILY_LIMIT: '今天已经 {most} 次了，填的都还在。请明天再来，着急就直接找学院老师',

  CREDENTIALS_WRONG: '学号、姓名、邀请码里有一项对不上。核对一遍，还不行就问团支书或学院老师',
  INVITE_CODE_WRONG: '邀请码不对，请向发给你的人再要一次',
  INVITATION_USED: '这个邀请已经用过了，要收回的话请收回那位老师的权限',
  SIGN_IN_LOCKED: '试错的次数有点多，请 {minutes} 分钟后再试',
  MEMBER_BOUND_ELSEWHERE: '这个学号已经在另一个微信上登录过。换了微信，请{teacher}解绑后再登录',
  ALREADY_SIGNED_IN: '这个微信已经登录过了',
  ADMIN_CODE_WRONG: '管理员代码不对',
  ADMIN_EXISTS: '管理员已经设置好了',

  RESET_ALREADY_WAITING: '已经替你问过了，正在等验证码',
  RESET_ILLEGAL_STEP: '这次求助的状态刚刚变了，请刷新看看',
  RESET_CODE_MALFORMED: '验证码好像不完整，请照着系统上的再填一次',
  RESET_CODE_EXPIRED: '这个验证码已经失效，请再要一个',
  RESET_CODE_ALREADY_REVEALED: '验证码已经显示过一次。没记下来的话，请再要一个',
  RESET_CODE_UNREADABLE: '这个验证码打不开了，已经替你重新求助，有新的马上告诉你',

  UNDO_TOO_LATE: '批准已经过了一会儿，不能再撤回了。要改，请和本人联系',
  TRANSFER_ILLEGAL_STEP: '现在还不能做这一步，请刷新看看最新的状态',
  TRANSFER_SEASON_CHANGED: '学校刚刚开了新的毕业季，请看一看新的要求，再选一次',
  TRANSFER_VERSION_STALE: '这条申请刚刚有了变化，请刷新后再操作',
  WAY_UNKNOWN: '这个去向现在不能选，请重新选一次',
  FIELD_REQUIRED: '这一项还没填',
  FIELD_FORBIDDEN: '这个去向不需要填这一项',
  FIELD_INVALID: '这一项填得不太对，请再看一眼',
  INITIATED_AT_IN_FUTURE: '发起时间比现在还晚，请再核对',
  INITIATED_AT_LONG_AGO: '发起时间比这个毕业季早了一年多，看看年份填对了没有',
  SCREENSHOT_FOREIGN: '这张截图不能用，请重新上传一张',
  SCREENSHOT_MISSING: '第 {number} 张截图没有传上来，请删掉它，重新上传一张',
  SCREENSHOT_UNREADABLE: '第 {number} 张截图打不开，请删掉它，换一张 PNG 或 JPG',
  REASON_REQUIRED: '请写一句原因，对方才知道怎么改',

  CARD_PASS_INVALID: '这个码不是团员证二维码，请让同学打开“团员证”页面再扫',
  CARD_PASS_EXPIRED: '这个二维码过期了，请让同学刷新后再扫一次',

  ROSTER_INVALID: '这份表还有问题没答，一行都还没有写进去',
  BRANCH_UNKNOWN: '没有找到这个团支部',
  COLLEGE_UNKNOWN: '没有找到这个学院',
  LAST_ADMINISTRATOR: '这是最后一位校团委管理员，请先邀请另一位再移除',

  SEASON_OPEN: '这一季还开着，开了下一季之后才能清理它',
  SEASON_NOT_OPEN: '学校还没有开毕业季。校团委先开一季、选好规则，再来办',
  DEADLINE_PAST: '截止要选在今天以后',
  DEADLINE_AFTER_SEASON: '学校 {date}截止，学院的截止只能比它早',
  DEADLINE_OTHER_YEAR: '这是 {year} 届的毕业季，截止请选 {year} 年里的一天',
  SEASON_NOT_A_YEAR: '毕业季用四位年份来记，比如 {year}',
  SEASON_OUT_OF_ORDER: '毕业季一届接一届开，现在能开的是 {years} 年的，请改选它',
  RULEBOOK_UNKNOWN: '没有找到这套规则，请重新选一套',
  SETTING_UNKNOWN: '这套规则里没有这个做法，请重新选',
  RULES_NEWER: '规则更新了，请关掉小程序再打开一次',
  RULES_CONTRADICTORY: '还有地方对不上，改好才能发布',
  QUIET_HOURS_ODD: '免打扰要包住夜里 23 点到早上 7 点，白天至少留 {hours} 小时',

  FILE_FOREIGN: '这个文件不是你上传的，请重新选择文件',
  FILE_MISSING: '没有收到这个文件，请重新选择文件再传一次',
  FILE_EMPTY: '这个文件里什么也没有，请看看是不是选错了文件',
  FILE_UNREADABLE: '这个文件打不开，可能没有传完或已经损坏。请在电脑上打开看看，另存为 .xlsx 后再传一次',
  FILE_OTHER_FORMAT:
    '这个文件不是真正的 .xlsx，多半是旧的 .xls、.ods 或系统导出的网页。请用 Excel 或 WPS 打开，另存为 .xlsx 后再传一次',
  FILE_NO_TABLE: '这不是表格，像是图片、文档或压缩包。请换成 .xlsx 或 .csv 的名单',
  FILE_PASSWORD: '这个文件设了密码，我们打不开。请在 Excel 或 WPS 里取消密码，保存后再传一次',
  FILE_ENCODING:
    '这个文件里的文字认不出来。请用 Excel 或 WPS 打开，确认看到的字是对的，另存为 .xlsx 后再传一次',
  FILE_QUOTE_OPEN:
    '第 {row} 行起有个英文引号没有成对，后面的内容都粘在了一起。请补上或删掉这个引号，再传一次',
  FILE_TOO_LARGE:
    '名单太大了：一次最多 {rows} 人、{megabytes} MB。请删掉图片、多余的行和工作表，或者分几次传',
  FILE_CELL_FAR:
    '第 {sheet} 张工作表的 {cell} 有内容，离名单太远了，我们只读到第 {rows} 行、第 {columns} 列。请删掉那里的内容再传一次',
  FILE_CELL_LONG: '第 {sheet} 张工作表的 {cell} 里超过 {characters} 个字。请把它删短，再传一次',

  LIST_NO_NAMES: '没有找到“姓名”这一列。请连表头一起复制，或者把名单存成 .xlsx 再传',
  LIST_NO_STATES: '没有找到“状态”这一列，看不出转到了没有。请连表头一起复制，或者换一份名单',
  LIST_NOT_WHOLE: '粘贴的或者筛选过的名单不能当成整份来比。要比整个支部，请导出整份再传',
  EXPORT_TOO_LARGE: '这份名单超过 {rows} 人，一次做不出来。请按学院分别导出',
};

/** From how many tries left the lock to come is announced. */
const FEW_TRIES = 2;

/** The lock that the next wrong tries bring; empty while there are enough left. */
const lockAhead = ({ detail }: Failure): string => {
  const left = detail?.left;
  if (typeof left !== 'number' || left > FEW_TRIES) return '';
  return left === 0 ? '。错了几次，要等 {minutes} 分钟才能再试' : `。再错 ${left} 次，要等 {minutes} 分钟`;
};

/** The sentence for a failure, with its numbers and names filled in. */
export const failureWords = (error: Failure): string =>
  (FAILURE_WORDS[error.code] + lockAhead(error))
    .replace(
      '请 {minutes} 分钟后再试',
      error.detail?.minutes === undefined ? '请过一会儿再试' : '请 {minutes} 分钟后再试',
    )
    // A file of one sheet needs no number.
    .replace('第 {sheet} 张工作表的 ', error.detail?.sheet === undefined ? '' : '第 {sheet} 张工作表的 ')
    .replace(
      '{teacher}',
      error.detail?.teacher === undefined ? '学院老师' : teacherNamed(String(error.detail.teacher)),
    )
    .replace(/\{(\w+)\}/g, (_, key: string) => String(error.detail?.[key] ?? ''));
