/** What somebody is told over the page they were led to. */
import type { Role } from '../rules/roles';

export interface Explanation {
  readonly title: string;
  readonly content: string;
}

/** Whose affairs were asked about: the cloud function that refused. */
type Affairs = 'account' | 'graduate' | 'secretary' | 'teacher';

type Held = readonly { readonly role: Role }[];

/** For what belongs to each person by themselves. */
export const OWN_AFFAIRS: Explanation = {
  title: '登录以后才有内容',
  content: '这一页是每个人自己的。看怎么办不用登录，要办的时候再登录。',
};

const SIGN_IN_AGAIN: Explanation = {
  title: '要重新登录一次',
  content:
    '这个微信和名单上的学号已经解绑。用学号、姓名和支部邀请码重新登录，办到哪一步会接着显示。不是你要求的话，问问学院老师。',
};

const UNBOUND_BUT_IN_OFFICE: Explanation = {
  title: '你自己的学号已经解绑',
  content:
    '老师的事照常在这里办。要接着办自己的转接，请用学号、姓名和支部邀请码再登录一次。不是你要求的话，问问学院老师。',
};

const TAKEN_BACK: Explanation = {
  title: '老师权限已经收回',
  content: '这个微信不能再看学院的名单了。要继续用，请校团委重新发一个邀请码。',
};

const SECRETARY_OVER: Explanation = {
  title: '你现在不是团支书了',
  content: '支部的名单和验证码由别人接着管。自己的转接不受影响，照常在首页办。',
};

const COMMITTEE_OVER: Explanation = {
  title: '校团委的权限已经收回',
  content: '你还是学院的老师，学院的名单和审批照常在这里办。',
};

const CHANGED: Explanation = {
  title: '你的权限刚刚有变化',
  content: '能看的、能办的和刚才不一样了，请从这里重新开始。',
};

/** Said to who never held what the page needs. A teacher on a new phone passes the graduate's home without a word. */
const NEVER: Readonly<Record<Exclude<Affairs, 'account'>, Explanation>> = {
  graduate: {
    title: '这一页是给毕业生用的',
    content: '你也是毕业生的话，用学号、姓名和支部邀请码登录一次就能看到。',
  },
  secretary: { title: '这一页是给团支书用的', content: '你是团支书的话，请学院老师在名单里设一下。' },
  teacher: { title: '这一页是给老师用的', content: '你是老师的话，用校团委给的邀请码登录一次就能进来。' },
};

const lostWords = (role: Role, held: Held): Explanation => {
  const teaches = held.some((has) => has.role === 'teacher' || has.role === 'committee');
  if (role === 'graduate') return teaches ? UNBOUND_BUT_IN_OFFICE : SIGN_IN_AGAIN;
  if (role === 'secretary') return SECRETARY_OVER;
  if (!teaches) return TAKEN_BACK;
  return role === 'committee' ? COMMITTEE_OVER : CHANGED;
};

/** What outweighs the rest when several rights ended at once: being known at all comes first. */
const BY_WEIGHT = ['graduate', 'secretary', 'teacher', 'committee'] as const satisfies readonly Role[];

interface Led {
  readonly before: Held;
  readonly held: Held;
  /** They hold what the page needs, but for other people than before. */
  readonly mayCall: boolean;
}

/** Why somebody may not call this function, or not any more. */
export const whyLed = (affairs: Affairs, { before, held, mayCall }: Led): Explanation | undefined => {
  const has = (roles: Held, role: Role) => roles.some((one) => one.role === role);
  const lost = BY_WEIGHT.find((role) => has(before, role) && !has(held, role));
  if (lost) return lostWords(lost, held);
  if (held.length === 0) return OWN_AFFAIRS;
  if (affairs === 'graduate' && before.length === 0) return undefined;
  return affairs === 'account' || mayCall ? CHANGED : NEVER[affairs];
};
