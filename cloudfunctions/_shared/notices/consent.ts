/**
 * The consent ledger and who corrects it. A phone books the sheets its person accepted (`account/addCredits`); WeChat
 * itself tells of the same sheets, of the settings and of what became of each message (`wechat/pushes`). Both may come
 * late, twice, in any order or never, so nothing is counted twice: `ahead` is the accepted sheets WeChat told of, less
 * those the phone booked, and a sheet adds a credit only when it is the first of its pair. Pure; the callers store.
 */
import { TEMPLATE_KEYS, type TemplateKey } from '../../../miniprogram/domain/reminding/kinds';
import { MEMORY } from '../kernel/policy';
import type { Account } from '../store/records';

/** What WeChat told of one template; `at` is its own time in epoch milliseconds. */
export type Told =
  | { readonly kind: 'sheet' | 'settings'; readonly accepted: boolean }
  | { readonly kind: 'sent'; readonly messageId: string; readonly code: number };

export type ToldOf = Told & { readonly template: TemplateKey; readonly at: number };

type Ledger = Pick<Account, 'credits' | 'heard'>;
type Heard = NonNullable<Account['heard']>;
type Row = NonNullable<Heard['templates'][TemplateKey]>;

const NOTHING: Heard = { ids: [], templates: {}, failures: [] };
const BLANK: Row = { ahead: null, bookedAt: null, setAt: 0, isOff: false };

/** The person takes none of these messages (WeChat's answer to a send, too). */
const REFUSED = 43101;
/** A phone books its sheet within seconds, or much later when it was offline. */
const SAME_TAP_MS = 15_000;

/** The same push again has the same id: WeChat repeats what was not answered in time. */
const idOf = ({ kind, template, at, ...rest }: ToldOf): string =>
  [kind, template, at, 'messageId' in rest ? rest.messageId : ''].join(' ');

const put = (ledger: Ledger, template: TemplateKey, row: Row, credits: number): Ledger => {
  const heard = ledger.heard ?? NOTHING;
  return {
    credits: { ...ledger.credits, [template]: credits },
    heard: { ...heard, templates: { ...heard.templates, [template]: row } },
  };
};

/** More taps than anybody makes in that time. */
const EARLY_MAX = 9;

const earlyOf = ({ early, bookedAt }: Row, from: number): number[] =>
  (early ?? (bookedAt === null ? [] : [bookedAt])).filter((time) => time >= from - SAME_TAP_MS);

/** Before WeChat told of the first sheet there is nothing to pair with: what the phone was quicker with counts already. */
const afterSheet = (row: Row, at: number): number => (row.ahead ?? -earlyOf(row, at).length) + 1;

const hearSheet = (ledger: Ledger, { template, at }: ToldOf, row: Row): Ledger => {
  const ahead = afterSheet(row, at);
  const isOlder = row.isOff && at < row.setAt;
  const more = ahead > 0 && !isOlder ? 1 : 0;
  const settings = at >= row.setAt ? { setAt: at, isOff: false } : {};
  return put(ledger, template, { ...row, ahead, ...settings }, ledger.credits[template] + more);
};

/** Switched on again there is no new consent: that comes with the next tap on a page of ours. */
const hearSettings = (ledger: Ledger, { template, at }: ToldOf, row: Row, accepted: boolean): Ledger => {
  if (at < row.setAt) return ledger;
  const credits = accepted ? ledger.credits[template] : 0;
  return put(ledger, template, { ...row, setAt: at, isOff: !accepted }, credits);
};

const hearFailure = (ledger: Ledger, { template, at }: ToldOf, code: number, row: Row): Ledger => {
  const heard = ledger.heard ?? NOTHING;
  const failures = [...heard.failures, { template, at, code }].slice(-MEMORY.failures);
  const isRefused = code === REFUSED && at >= row.setAt;
  const credits = isRefused ? 0 : ledger.credits[template];
  return put({ ...ledger, heard: { ...heard, failures } }, template, row, credits);
};

const hearOne = (ledger: Ledger, told: ToldOf): Ledger => {
  const row = ledger.heard?.templates[told.template] ?? BLANK;
  if (told.kind === 'sent') return told.code === 0 ? ledger : hearFailure(ledger, told, told.code, row);
  if (told.kind === 'settings') return hearSettings(ledger, told, row, told.accepted);
  return told.accepted ? hearSheet(ledger, told, row) : ledger;
};

/** The ledger after all that; the same object when nothing of it is news. */
export const hear = (ledger: Ledger, all: readonly ToldOf[]): Ledger => {
  const known = ledger.heard?.ids ?? [];
  const news = all.filter((told) => !known.includes(idOf(told)));
  const after = news.reduce(hearOne, ledger);
  if (after === ledger) return ledger;
  const ids = [...known, ...news.map(idOf)].slice(-MEMORY.heardPushes);
  return { ...after, heard: { ...(after.heard ?? NOTHING), ids } };
};

/** What a sheet booked by the phone at `now` adds, by template, and what is remembered of it. */
export const bookSheet = (
  ledger: Ledger,
  accepted: readonly TemplateKey[],
  now: number,
): { readonly added: readonly TemplateKey[]; readonly heard: Heard } => {
  const heard = ledger.heard ?? NOTHING;
  const rows = accepted.map((template) => {
    const row = heard.templates[template] ?? BLANK;
    if (row.ahead === null) {
      const early = [...earlyOf(row, now), now].slice(-EARLY_MAX);
      return { template, isFirst: true, row: { ...row, bookedAt: now, early } };
    }
    const { early: _, ...rest } = row;
    const ahead = row.ahead - 1;
    return { template, isFirst: ahead < 0, row: { ...rest, ahead, bookedAt: now } };
  });
  const templates = Object.fromEntries(rows.map(({ template, row }) => [template, row]));
  return {
    added: rows.flatMap(({ template, isFirst }) => (isFirst ? [template] : [])),
    heard: { ...heard, templates: { ...heard.templates, ...templates } },
  };
};

/** Templates the person has switched off in WeChat's settings, as far as WeChat told. */
export const switchedOff = ({ heard }: Ledger): TemplateKey[] =>
  TEMPLATE_KEYS.filter((template) => heard?.templates[template]?.isOff);
