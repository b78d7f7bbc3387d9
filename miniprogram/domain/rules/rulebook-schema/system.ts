/** The system, what it does with requests nobody answers, and what is done beside it. */
import * as v from 'valibot';
import { THING_MAX } from '../message-limits';
import { OFFLINE_DOERS, OFFLINE_NEEDS, OFFLINE_OPENINGS, OFFLINE_RECEIVERS } from '../rulebook/offline-steps';
import { RECEIVER_KINDS } from '../rulebook/ways';
import { TIMEOUT_OUTCOMES } from '../rulebook/timeouts';
import { filledList, list, monthDay, ruleId, whole, words } from './parts';

export const system = v.strictObject({
  id: ruleId,
  name: words,
  address: words,
  phoneApp: v.nullable(v.strictObject({ name: words, path: filledList, shortLink: v.nullable(words) })),
  accountRule: words,
  firstQuestion: v.nullable(words),
  reasonLabel: words,
  passwordReset: words,
  codeSteps: filledList,
  others: v.array(v.strictObject({ id: ruleId, name: words, provinces: list })),
  source: words,
});

const systems = v.union([v.literal('any'), v.array(ruleId)]);

export const timeoutPhase = v.strictObject({
  from: monthDay,
  until: v.nullable(monthDay),
  sending: systems,
  receiving: systems,
  days: v.nullable(whole(1, 365)),
  outcome: v.picklist(TIMEOUT_OUTCOMES),
  source: words,
});

const outcomeWords = v.strictObject({
  text: words,
  short: v.pipe(words, v.maxLength(THING_MAX)),
  past: words,
  pastShort: v.pipe(words, v.maxLength(THING_MAX)),
  toReceiver: words,
});
export const outcomes = v.strictObject({
  accepted: outcomeWords,
  lapsed: outcomeWords,
  ask: outcomeWords,
});

export const withdrawal = v.strictObject({
  until: v.picklist(['approved', 'decided']),
  lastDay: v.nullable(monthDay),
  source: words,
});

export const offlineStep = v.strictObject({
  id: ruleId,
  label: words,
  hint: words,
  opens: v.picklist(OFFLINE_OPENINGS),
  who: v.picklist(OFFLINE_DOERS),
  receivedBy: v.picklist(OFFLINE_RECEIVERS),
  atDesk: v.boolean(),
  needs: v.array(v.picklist(OFFLINE_NEEDS)),
  source: words,
});

const months = v.nullable(whole(1, 120));
export const keepingKind = v.strictObject({
  id: ruleId,
  label: words,
  months,
  mostMonths: months,
  followUpMonths: v.array(whole(1, 120)),
  source: words,
});

export const rate = v.strictObject({
  targets: v.array(v.strictObject({ ...monthDay.entries, percent: whole(1, 100) })),
  measures: v.array(
    v.strictObject({
      id: ruleId,
      label: words,
      meaning: words,
      reached: v.picklist(RECEIVER_KINDS),
      without: v.picklist(RECEIVER_KINDS),
      source: words,
    }),
  ),
  source: words,
});
