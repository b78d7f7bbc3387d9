import type { ActionName, FunctionName, Request, Response } from '../contract';
import { fail, type Result } from '../domain/errors';
import { markAnswered } from '../memory/answered';
import { departures, followRefusal } from './access';
import { askCloud, PHONE_TIME } from '../services/ask-cloud';
import { toast } from '../services/display';
import { learnRules, namesNewerRules } from '../services/published-rules';

/** What the page asks by itself while the person does something else: nobody waits for it. */
const UNNOTICED: readonly string[] = ['saveDraft', 'receivers', 'addCredits', 'markRead'];

const inQueue = { ...PHONE_TIME, queued: () => toast('人多，正在排队，请稍等') };

/**
 * How every page asks a cloud function. Whoever may not do this any more is led to where they still belong before the
 * page hears of it, and rules the answer goes by are known by then; nothing is thrown.
 */
export const call = async <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  payload: Request<F, A>,
): Promise<Result<Response<F, A>>> => {
  const since = departures();
  const reply = await askCloud(name, action, payload, UNNOTICED.includes(action) ? PHONE_TIME : inQueue);
  if (!reply.ok) {
    await followRefusal(name, reply.error, since);
    return reply;
  }
  // That function answers everybody, who they are or not.
  if (name !== 'account') markAnswered(name);
  await learnRules(reply.data, (rulebookId) => askCloud('account', 'rules', { rulebookId }));
  return namesNewerRules(reply.data) ? fail('RULES_NEWER') : reply;
};
