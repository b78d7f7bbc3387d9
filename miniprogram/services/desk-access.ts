/** A desk belongs to an office, and an office can be taken away while its page is open. */
import type { Failure } from '../domain/errors';
import type { Role } from '../domain/rules/roles';
import { call } from './call';
import { toast } from './display';
import { goToStart, knownRoles, leaveStranger, rememberRoles, TAKEN_BACK, type Explanation } from './session';
import { sayFailure } from './wording';

export type Desk = 'secretary' | 'college';

interface Office {
  readonly roles: readonly Role[];
  /** Said to who held the office, and to who never did. */
  readonly lost: Explanation;
  readonly never: Explanation;
}

const OFFICES: Readonly<Record<Desk, Office>> = {
  secretary: {
    roles: ['secretary'],
    lost: {
      title: '你现在不是团支书了',
      content: '支部的名单和验证码由别人接着管。自己的转接不受影响，照常在首页办。',
    },
    never: { title: '这一页是给团支书用的', content: '你是团支书的话，请学院老师在名单里设一下。' },
  },
  college: {
    roles: ['teacher', 'committee'],
    lost: TAKEN_BACK,
    never: { title: '这一页是给老师用的', content: '你是老师的话，用校团委给的邀请码登录一次就能进来。' },
  },
};

/** One sentence is enough, however many calls were refused at once. */
let isAsking = false;

/** The phone may remember an office that was taken away: the cloud knows, and the person starts where they still belong. */
const leaveWithoutOffice = async ({ roles, lost, never }: Office): Promise<void> => {
  if (isAsking) return;
  isAsking = true;
  const holds = (held: readonly { role: Role }[]) => held.some(({ role }) => roles.includes(role));
  const didHold = holds(knownRoles());
  const reply = await call('account', 'whoAmI', {});
  isAsking = false;
  if (!reply.ok) return;
  const held = reply.data.account?.roles ?? [];
  rememberRoles(held);
  if (!holds(held)) goToStart(held, didHold ? lost : never);
};

/** Leads away whoever the desk is not for, or is no longer for, and says why. True when the page is being left now. */
export const leaveDesk = (desk: Desk, failure: Failure): boolean => {
  if (failure.code === 'NOT_SIGNED_IN') return leaveStranger(failure);
  if (failure.code === 'FORBIDDEN') void leaveWithoutOffice(OFFICES[desk]);
  return false;
};

/** Says why something was not done; who has lost the office meanwhile is told so and led away. */
export const tellFailure = (desk: Desk, failure: Failure): void => {
  if (!leaveDesk(desk, failure)) toast(sayFailure(failure));
};
