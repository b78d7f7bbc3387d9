import { fieldLabel, wayText } from '../../components/field-rows/rows';
import { cleanLine } from '../../domain/text/clean-text';
import { atChinaTime, dayNumberOf, formatChina } from '../../domain/calendar/china-time';
import { receiverClockOf } from '../../domain/rules/deadline';
import type { Failure } from '../../domain/errors';
import type { FieldId } from '../../domain/rules/fields/catalogue';
import { holdsIdNumber } from '../../domain/text/id-number';
import { contradictionIn, type Contradiction } from '../../domain/rules/contradictions';
import { checkOrganisationName } from '../../domain/rules/names/check';
import type { NameFinding } from '../../domain/rules/names/finding';
import type { Rulebook } from '../../domain/rules/rulebook';
import { startsAtOnce, type ReceiverClock } from '../../domain/rules/rulebook/timeouts';
import { MOST_SCREENSHOTS } from '../../domain/transfer/pictures';
import { CONTACT_TYPE_AGAIN } from '../../domain/words/unreadable';
import { PLACE_FIELDS, toPlaceView, type PlaceView } from './place';
import { plainFields, type PlainField } from './plain-fields';
import { askedLabel, asks, errorsOf, failuresOf } from './problems';
import { offersFor, verifiedNames, type OfferView } from './receivers';
import { toShotViews, type ShotView } from './shots';
import type { Work } from './work';

/** What the checker asks, and its answers. */
interface Doubt {
  readonly title: string;
  readonly why: string;
  /** The name as proposed, and the button that takes it; both empty when none is proposed. */
  readonly proposal: string;
  readonly accept: string;
  readonly keep: string;
}

export interface FormView {
  readonly position: string;
  readonly summary: string;
  readonly reason: string;
  readonly places: readonly PlaceView[];
  /** Under the receiver's place: what the pre-flight check heard otherwise. */
  readonly contradiction: { readonly title: string; readonly why: string } | null;
  readonly organisation: {
    readonly value: string;
    readonly placeholder: string;
    readonly doubt: Doubt | null;
    /** What took classmates in, to tap instead of typing. */
    readonly offers: readonly OfferView[];
    readonly kept: boolean;
  } | null;
  readonly time: {
    readonly label: string;
    readonly date: string;
    readonly dateText: string;
    readonly clock: string;
    readonly today: string;
    readonly hint: string;
  } | null;
  /** `wrong`: what its error is about. */
  readonly contact: {
    readonly name: string;
    readonly phone: string;
    readonly wrong: '' | 'name' | 'phone';
    /** Why it has to be typed again; empty when it has not. */
    readonly again: string;
  } | null;
  readonly plain: readonly PlainField[];
  readonly shots: { readonly list: readonly ShotView[]; readonly canAdd: boolean } | null;
  /** Why something already filled in does not fit yet, by field. */
  readonly errors: Partial<Record<FieldId, string>>;
  readonly main: { readonly label: string; readonly ready: boolean; readonly goal: string };
}

const placesOf = ({ draft, route }: Work): PlaceView[] =>
  PLACE_FIELDS.filter((field) => asks(route, field)).map((field) =>
    toPlaceView(field, askedLabel(field, route), draft[field]),
  );

/** What to ask about the name as it is typed now; undefined when there is nothing. */
export const nameDoubt = ({ draft, route, own, receivers }: Work): NameFinding | undefined => {
  const { organisation = '', region } = draft;
  return holdsIdNumber(organisation)
    ? undefined
    : checkOrganisationName(organisation, route, {
        ...own,
        region,
        verified: verifiedNames(receivers),
      })[0];
};

const doubtView = ({ code, title, why, proposal = '' }: NameFinding, typed: string): Doubt => {
  const added = proposal.startsWith(typed) ? proposal.slice(typed.length) : '';
  return {
    title,
    why,
    proposal: added ? '' : proposal,
    accept: !proposal ? '' : added ? `加上“${added}”` : '去掉多余的',
    keep: code === 'other-place' ? '没错，是同一个地方' : '对方就叫这个名',
  };
};

const organisationView = (work: Work): FormView['organisation'] => {
  const { draft, route, keptName } = work;
  const value = draft.organisation ?? '';
  const typed = cleanLine(value);
  const kept = typed !== '' && typed === keptName;
  const finding = kept ? undefined : nameDoubt(work);
  return {
    value,
    placeholder: route.receiver?.namePlaceholder ?? '',
    doubt: finding ? doubtView(finding, typed) : null,
    offers: offersFor(work.receivers, value),
    kept,
  };
};

const clockHint = (clock: ReceiverClock, at: number, { outcomes }: Rulebook): string => {
  const until = formatChina(clock.deadlineAt, 'M月D日 HH:mm');
  const begin = startsAtOnce(clock, at)
    ? `${clock.days} 天从这一刻算起，到 ${until}`
    : `对方最晚处理到 ${until}`;
  return `${begin}。到期没处理，${outcomes[clock.outcome].text}。`;
};

/** What was answered before against the place that is chosen now; undefined when they go together. */
export const placeDoubt = ({ draft, rulebook, preFlight }: Work): Contradiction | undefined =>
  contradictionIn({
    flow: rulebook.flows['pre-flight'],
    preFlight,
    system: rulebook.system,
    region: draft.region,
  });

const contradictionView = (work: Work): FormView['contradiction'] => {
  const found = asks(work.route, 'region') ? placeDoubt(work) : undefined;
  return found ? { title: found.title, why: found.why } : null;
};

const timeView = ({ draft, route, rulebook, defaultTime }: Work, now: number): FormView['time'] => {
  const at = draft.initiatedAt ?? defaultTime;
  const region = draft.region?.names;
  const clock = receiverClockOf(rulebook, route, { initiatedAt: at, region });
  return {
    label: '在智慧团建点提交的时间',
    date: formatChina(at, 'YYYY-MM-DD'),
    dateText: formatChina(at, 'YYYY年M月D日'),
    clock: formatChina(at, 'HH:mm'),
    today: formatChina(now, 'YYYY-MM-DD'),
    hint: clock ? clockHint(clock, at, rulebook) : '提交那一刻的日期和时间，照着智慧团建上的写。',
  };
};

const contactView = ({ draft, isContactUnreadable }: Work, isWrong: boolean): FormView['contact'] => {
  const { name = '', phone = '' } = draft.parentContact ?? {};
  return {
    name,
    phone,
    wrong: !isWrong ? '' : holdsIdNumber(name) ? 'name' : 'phone',
    again: isContactUnreadable ? CONTACT_TYPE_AGAIN : '',
  };
};

const SHORT: Partial<Record<FieldId, string>> = {
  organisation: '转入组织',
  screenshots: '截图',
  initiatedAt: '提交时间',
};

const mainOf = (work: Work, failures: readonly Failure[]): FormView['main'] => {
  const { shots, route } = work;
  if (asks(route, 'screenshots')) {
    if (shots.some(({ status }) => status === 'uploading')) {
      return { label: '截图传完就能检查', ready: false, goal: 'screenshots' };
    }
    if (shots.some(({ status }) => status === 'failed')) {
      return { label: '截图没传上，先重试', ready: false, goal: 'screenshots' };
    }
  }
  const [first] = failures;
  if (!first) return { label: '下一步，检查一遍', ready: true, goal: '' };
  const field = first.field as FieldId;
  const name = SHORT[field] ?? fieldLabel(field, route);
  const label = first.code === 'FIELD_REQUIRED' ? `还差${name}` : `先改${name}`;
  return { label, ready: false, goal: field };
};

/** The form with only the fields this way and route need. `now` is epoch ms. */
export const toFormView = (work: Work, now: number): FormView => {
  const { way, route, shots } = work;
  const failures = failuresOf(work, now);
  const errors = errorsOf(work, failures);
  return {
    position: `第 3 步，去向：${wayText(way, route)}`,
    summary: route.required.length === 0 ? route.guide.summary : '',
    reason: route.transferReason ?? '',
    places: placesOf(work),
    contradiction: contradictionView(work),
    organisation: asks(route, 'organisation') ? organisationView(work) : null,
    time: asks(route, 'initiatedAt') ? timeView(work, now) : null,
    contact: asks(route, 'parentContact') ? contactView(work, errors.parentContact !== undefined) : null,
    plain: plainFields(work, now),
    shots: asks(route, 'screenshots')
      ? { list: toShotViews(shots), canAdd: shots.length < MOST_SCREENSHOTS }
      : null,
    errors,
    main: mainOf(work, failures),
  };
};

/** Epoch ms of what the two pickers hold, e.g. `2026-06-03` and `10:20`, in China time. */
export const timeOf = (date: string, clock: string): number => {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return atChinaTime(dayNumberOf(year, month, day), hour, minute);
};
