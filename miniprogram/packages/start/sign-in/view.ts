import type { ErrorCode, Failure } from '../../../domain/errors';
import { isEmpty } from '../../../domain/text/clean-text';
import { tooLong } from '../../../domain/text/too-long';
import { sayFailure } from '../../../loading/say-failure';

/** Who signs in: a graduate on the roster (branch secretaries too), an invited teacher, the first administrator. */
export type Mode = 'graduate' | 'teacher' | 'admin';

const FIELD_NAMES = ['studentNumber', 'name', 'code'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];
export type Form = Readonly<Record<FieldName, string>>;
export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

export interface ModeWords {
  readonly title: string;
  readonly text: string;
  readonly codeLabel: string;
  readonly codeHint: string;
  readonly nameHint: string;
}

export const MODE_WORDS: Record<Mode, ModeWords> = {
  graduate: {
    title: '先认识一下你',
    text: '按学院的名单核对，团支书也从这里登录。',
    codeLabel: '支部邀请码',
    codeHint: '问团支书要。扫支部的二维码会自动填好。',
    nameHint: '和学籍上的一样',
  },
  teacher: {
    title: '老师，请登录',
    text: '用学校发给您的邀请码，登录后直接进入工作台。',
    codeLabel: '邀请码',
    codeHint: '校团委或学院同事发给您的那一串。',
    nameHint: '会显示给学生',
  },
  admin: {
    title: '第一次设置',
    text: '部署时写进配置的管理员代码，只能用一次。',
    codeLabel: '管理员代码',
    codeHint: '在云函数的环境变量 ADMIN_CODE 里。',
    nameHint: '会显示给各学院老师',
  },
};

const MISSING: Record<FieldName, string> = {
  studentNumber: '请填学号',
  name: '请填姓名',
  code: '请填邀请码',
};

/** Characters; what was pasted is not cut, but asked about. */
const LONGEST: Record<FieldName, number> = { studentNumber: 32, name: 30, code: 64 };

/** What is missing or too long; empty when the form can be sent. */
export const problemsIn = (form: Form, mode: Mode): FieldErrors => {
  const needed = mode === 'graduate' ? FIELD_NAMES : FIELD_NAMES.filter((field) => field !== 'studentNumber');
  return Object.fromEntries(
    needed.flatMap((field) => {
      const problem = isEmpty(form[field]) ? MISSING[field] : tooLong(form[field], LONGEST[field]);
      return problem ? [[field, problem]] : [];
    }),
  );
};

/** The field a failure stands under. */
const PLACES: Partial<Record<ErrorCode, FieldName>> = {
  MEMBER_BOUND_ELSEWHERE: 'studentNumber',
  INVITE_CODE_WRONG: 'code',
  ADMIN_CODE_WRONG: 'code',
};

const placeOf = ({ code, field }: Failure): FieldName | undefined => {
  if (field === 'inviteCode') return 'code';
  return PLACES[code] ?? FIELD_NAMES.find((name) => name === field);
};

/** What to look at again when the three do not belong together; which one is wrong is told nobody. */
const CHECKS: readonly string[] = [
  '学号照校园卡填，一位也别少',
  '姓名和学籍上的一样',
  '邀请码用团支书最近发的，换过以后旧的就不能用了',
];

export interface FailureInForm {
  readonly errors: FieldErrors;
  readonly message: string;
  /** What to check, under the message; empty for most failures. */
  readonly checks: readonly string[];
}

/** Where and how a failed sign-in is said: under its field, under the form, or over the button. */
export const failureInForm = (failure: Failure): FailureInForm => {
  const place = placeOf(failure);
  const words = sayFailure(failure);
  if (place) return { errors: { [place]: words }, message: '', checks: [] };
  return { errors: {}, message: words, checks: failure.code === 'CREDENTIALS_WRONG' ? CHECKS : [] };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * The invite code a link or a QR code carries: `?invite=CODE`, or WeChat's `scene` holding `invite=CODE`,
 * `i=CODE` or the bare code (a scene has 32 characters at most).
 */
export const inviteFrom = (query: Readonly<Record<string, string | undefined>>): string => {
  if (query.invite) return decoded(query.invite).trim();
  const scene = decoded(query.scene ?? '').trim();
  return /(?:^|&)(?:invite|i)=([^&]*)/.exec(scene)?.[1] ?? (scene.includes('=') ? '' : scene);
};

/** Invite codes are short and hold nothing but letters and digits. */
const INVITE = /^[0-9a-z]{4,16}$/i;

/** The same of what a camera read; empty for any other code, a web page's or a person's. */
export const scannedInvite = (query: Readonly<Record<string, string | undefined>>): string => {
  const code = inviteFrom(query);
  return INVITE.test(code) ? code : '';
};
