/** A shipped rulebook with what people changed on it: the university's version, then the college's. */
import { isFieldId, type FieldId } from '../fields/catalogue';
import type { MonthDay } from '../../calendar/month-day';
import { routeOf, wayOf, type RouteRule, type Rulebook } from '../rulebook/index';
import { applyEdits, withEdit, withRoute } from '../rulebook/apply-edits';
import { choicesIn, withChoices } from '../rulebook/chosen';
import type { JsonValue, RulebookEdit } from '../rulebook/settings';
import { withAdditions, withAnswerRenamed, withPicker } from './additions';
import { withPastWords } from './past-words';
import { withReminderDays } from './reminder-days';
import { uneditedIdOf, type Overlay } from './edition';
import {
  addedRouteOf,
  addedWayOf,
  fieldUseOf,
  labelledOf,
  settingOf,
  switchedRouteOf,
  switchedStepOf,
  windowDayOf,
} from './paths';

export const FIELD_USES = ['required', 'optional', 'absent'] as const;
export type FieldUse = (typeof FIELD_USES)[number];

const asDay = (value: JsonValue): MonthDay | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { month, day } = value as { readonly [key: string]: JsonValue };
  return typeof month === 'number' && typeof day === 'number' ? { month, day } : null;
};

/** A day of a route's window. Without any day there is no window. */
const withDay = (route: RouteRule, isFirst: boolean, day: MonthDay | null): RouteRule => {
  const before = route.window ?? { opens: null, deadline: null, source: '学校自己定的' };
  const window = { ...before, ...(isFirst ? { opens: day } : { deadline: day }) };
  return { ...route, window: window.opens || window.deadline ? window : null };
};

const withUse = (route: RouteRule, field: FieldId, use: JsonValue): RouteRule => {
  const without = (fields: readonly FieldId[]) => fields.filter((id) => id !== field);
  const kept = { ...route, required: without(route.required), optional: without(route.optional) };
  if (use === 'required') return { ...kept, required: [...kept.required, field] };
  return use === 'optional' ? { ...kept, optional: [...kept.optional, field] } : kept;
};

/** A new name of a way or a route, also as an answer of the picker that only repeats it. */
const withLabel = (rulebook: Rulebook, edit: RulebookEdit): Rulebook | undefined => {
  const named = labelledOf(edit.path);
  if (!named || typeof edit.value !== 'string') return undefined;
  const { wayId, routeId } = named;
  const { value: after } = edit;
  const before =
    routeId === undefined ? wayOf(rulebook, wayId)?.label : routeOf(rulebook, wayId, routeId)?.label;
  return withPicker(withEdit(rulebook, edit), (flow) =>
    before === undefined ? flow : withAnswerRenamed(flow, named, { before, after }),
  );
};

/** The limit stands in sentences too, always as a number and 岁: they say the new one. */
const withAgeLimit = (rulebook: Rulebook, limit: number): Rulebook => {
  const said = JSON.stringify(rulebook).split(`${rulebook.ageLimit} 岁`).join(`${limit} 岁`);
  return { ...(JSON.parse(said) as Rulebook), ageLimit: limit };
};

/** What of a rulebook a special path changes; undefined for a path that is simply a place. */
const specially = (rulebook: Rulebook, { path, value }: RulebookEdit): Rulebook | undefined => {
  if (settingOf(path) ?? addedRouteOf(path) ?? addedWayOf(path)) return rulebook;
  const route = switchedRouteOf(path);
  if (route)
    return withRoute(rulebook, route.wayId, route.routeId, (one) => ({ ...one, closed: value === false }));
  const step = switchedStepOf(path);
  if (step !== undefined)
    return value === false
      ? { ...rulebook, offlineSteps: rulebook.offlineSteps.filter(({ id }) => id !== step) }
      : rulebook;
  const use = fieldUseOf(path);
  if (use) {
    const { field } = use;
    return isFieldId(field)
      ? withRoute(rulebook, use.wayId, use.routeId, (one) => withUse(one, field, value))
      : rulebook;
  }
  const day = windowDayOf(path);
  if (day)
    return withRoute(rulebook, day.wayId, day.routeId, (one) => withDay(one, day.isFirst, asDay(value)));
  const relabelled = withLabel(rulebook, { path, value });
  if (relabelled) return relabelled;
  // Nobody is named where a rulebook is shipped, and an edit changes only what is there.
  if (path === 'contacts') return withEdit({ contacts: [], ...rulebook }, { path, value });
  if (path === 'reminderDays') return withReminderDays(rulebook, value);
  return path === 'ageLimit' && typeof value === 'number' ? withAgeLimit(rulebook, value) : undefined;
};

/** One layer on the rulebook below it. Its answers to settings are not looked at: they belong to the foundation. */
const applyOverlay = (rulebook: Rulebook, overlay: Overlay): Rulebook => {
  // The age limit first: a sentence somebody wrote stays as they wrote it.
  const limits = overlay.filter(({ path }) => path === 'ageLimit');
  const others = overlay.filter(({ path }) => path !== 'ageLimit');
  const changed = [...limits, ...withPastWords(others)].reduce(
    (before, edit) => specially(before, edit) ?? withEdit(before, edit),
    withAdditions(rulebook, overlay),
  );
  return applyEdits(changed, []);
};

/** Answers to settings that overlays give; the last one holds. */
export const answersOf = (overlays: readonly Overlay[]) =>
  overlays.flat().flatMap(({ path, value }) => {
    const setting = settingOf(path);
    return setting !== undefined && typeof value === 'string' ? [{ setting, option: value }] : [];
  });

/**
 * The rulebook of an id, with its layers. `shipped` is as this release ships it; an answer this release lacks makes it
 * undefined. The id stays as it is asked for.
 */
export const layered = (
  shipped: Rulebook,
  id: string,
  overlays: readonly Overlay[],
): Rulebook | undefined => {
  const answers = answersOf(overlays);
  const kept = choicesIn(uneditedIdOf(id)).filter(
    ({ setting }) => !answers.some((answer) => answer.setting === setting),
  );
  const latest = answers.filter(
    ({ setting }, index) => !answers.slice(index + 1).some((later) => later.setting === setting),
  );
  const founded = withChoices(shipped, [...kept, ...latest]);
  if (!founded.ok) return undefined;
  return { ...overlays.reduce(applyOverlay, founded.data), id };
};
