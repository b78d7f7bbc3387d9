/** `role` and `aria-*` attributes of a template, passed through to the DOM. */

const STATES = [
  'activedescendant',
  'atomic',
  'busy',
  'checked',
  'controls',
  'current',
  'describedby',
  'disabled',
  'errormessage',
  'expanded',
  'haspopup',
  'hidden',
  'invalid',
  'label',
  'labelledby',
  'level',
  'live',
  'modal',
  'multiline',
  'multiselectable',
  'orientation',
  'owns',
  'placeholder',
  'posinset',
  'pressed',
  'readonly',
  'relevant',
  'required',
  'roledescription',
  'selected',
  'setsize',
  'sort',
  'valuemax',
  'valuemin',
  'valuenow',
  'valuetext',
] as const;

const propertyOf = (state: string): string => `aria${state[0]!.toUpperCase()}${state.slice(1)}`;

/** Any value: `aria-checked="{{false}}"` must arrive as "false", an unset one not at all. */
export const ARIA_PROPERTIES: Readonly<Record<string, unknown>> = {
  role: null,
  ariaRole: null,
  tabindex: null,
  ...Object.fromEntries(STATES.map((state) => [propertyOf(state), null])),
};

const given = new WeakMap<Element, Set<string>>();

function write(target: Element, name: string, value: unknown): void {
  const owned = given.get(target) ?? new Set<string>();
  given.set(target, owned);
  if (value === null || value === undefined || value === '') {
    // What the built-in itself says about its role or state stays.
    if (owned.delete(name)) target.removeAttribute(name);
    return;
  }
  owned.add(name);
  target.setAttribute(name, String(value));
}

export function applyAria(target: Element, values: Readonly<Record<string, unknown>>): void {
  write(target, 'role', values.role ?? values.ariaRole);
  write(target, 'tabindex', values.tabindex);
  for (const state of STATES) write(target, `aria-${state}`, values[propertyOf(state)]);
}

/** What the built-in says by itself, unless the template said otherwise. */
export function describeRole(
  target: Element,
  attributes: Readonly<Record<string, string | boolean | number | undefined>>,
): void {
  const owned = given.get(target);
  for (const [name, value] of Object.entries(attributes)) {
    if (owned?.has(name)) continue;
    if (value === undefined) target.removeAttribute(name);
    else target.setAttribute(name, String(value));
  }
}
