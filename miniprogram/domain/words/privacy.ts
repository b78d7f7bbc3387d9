/**
 * What is kept about people, why and how long: for the privacy guide filed with WeChat and for the page that says the
 * same. A field of the catalogue stands in it by itself.
 */
import { FIELD_IDS, rowOf } from '../rules/fields/catalogue';
import { PICTURES_KEPT_DAYS } from '../transfer/pictures';

export interface PrivacyItem {
  readonly what: string;
  readonly why: string;
  /** How long it is kept, and what becomes of it. */
  readonly kept: string;
}

const WITH_TRANSFER = '跟着本人的转接记录，学校清理往届数据时删除；本人可以随时自己删';
const SEALED = `加密保存，每次查看都留下记录；${WITH_TRANSFER}`;

const KEPT: Readonly<Record<ReturnType<typeof rowOf>['stored'], string>> = {
  plain: WITH_TRANSFER,
  sealed: SEALED,
  file: `本季截止 ${PICTURES_KEPT_DAYS} 天后自动删除，还没办完的等办完再删；本人可以随时自己删`,
};

/** What is kept beside the fields of a submission. */
const BESIDE = {
  roster: {
    what: '姓名、学号、学院、团支部、出生年月、毕业年月、团内职务（来自学院的名单）',
    why: '核对是不是本校毕业生团员，判断要不要办转接',
    kept: '学校清理往届数据时删除',
  },
  wechat: {
    what: '微信给这个小程序的用户编号（OpenID）',
    why: '认出已经登录过的人，给本人发同意过的提醒',
    kept: '删除我的数据或解绑时删除',
  },
  notices: {
    what: '收到的消息和提醒',
    why: '在“消息”里能再看到',
    kept: WITH_TRANSFER,
  },
  audit: {
    what: '谁在什么时候做了什么',
    why: '办错了能查，查看联系方式和截图要留痕',
    kept: '只记编号不记内容；删除我的数据以后，不再连着这个人',
  },
} as const satisfies Readonly<Record<string, PrivacyItem>>;

const resetCode = (hours: number): PrivacyItem => ({
  what: '重置密码验证码（团支书或老师代填）',
  why: '帮忘记密码的同学重置团员系统的密码',
  kept: `加密保存，本人看过一次或 ${hours} 小时后清除`,
});

/** Everything that is kept, the fields of the catalogue among it. @param codeHours how long a reset code is kept */
export const privacyItems = (codeHours: number): PrivacyItem[] => [
  BESIDE.roster,
  BESIDE.wechat,
  ...FIELD_IDS.map((id) => {
    const { label, purpose, stored } = rowOf(id);
    return { what: label, why: purpose, kept: KEPT[stored] };
  }),
  resetCode(codeHours),
  BESIDE.notices,
  BESIDE.audit,
];

/** What nobody is ever asked for. @param system what the school works in, by its name */
export const neverAsked = (system: string): string => `身份证号码和${system}密码`;
