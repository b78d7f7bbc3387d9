import type { ActionName, FunctionName, Request, Response } from '../contract';
import { fail, type Result } from '../domain/errors';
import { markAnswered } from '../memory/answered';
import { departures, followRefusal } from './access';
import { askCloud, PHONE_TIME } from '../services/ask-cloud';
import { toast } from '../services/display';
import { learnRules, namesNewerRules } from '../services/published-rules';

/** Actions a page asks for by itself, in the background. Nobody waits for their answer. */
const UNNOTICED: readonly string[] = ['saveDraft', 'receivers', 'addCredits', 'markRead'];

const inQueue = { ...PHONE_TIME, queued: () => toast('人多，正在排队，请稍等') };

/**
 * How every page asks a cloud function. Never rejects. Before the page gets the answer, somebody who lost the right to ask
 * has been led to a page of theirs, and the published rules that the answer refers to have been fetched (`RULES_NEWER` where
 * this release does not know their rulebook).
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
  // `account` answers everybody, so its answer says nothing about who this is.
  if (name !== 'account') markAnswered(name);
  await learnRules(reply.data, (rulebookId) => askCloud('account', 'rules', { rulebookId }));
  return namesNewerRules(reply.data) ? fail('RULES_NEWER') : reply;
};
