/** Fills gaps between glass-easel's mini-program adapter and WeChat's own behaviour. */
import { component } from 'glass-easel-miniprogram-adapter';
import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { Caller } from './host';

interface QueryFields {
  node?: boolean;
  computedStyle?: string[];
  scrollOffset?: boolean;
}

type Result = Record<string, unknown>;
type Callback = (result: Result | Result[] | null) => void;
type Push = (
  selector: string | null,
  from: Caller,
  single: boolean,
  fields: QueryFields,
  done: Callback,
) => void;
interface NodeReference {
  node(done?: Callback): unknown;
  fields(fields: QueryFields, done?: Callback): unknown;
}

/** What else a page or component can do in WeChat, by method name. */
export type ExtraMethods = Record<string, (this: Caller, ...args: unknown[]) => unknown>;

/**
 * @param nodeOf what `SelectorQuery.node()` gives for a built-in: a canvas, a scroll-view's context
 * @param onSetData hears of every `setData` of a page or component
 */
export function patchAdapter(
  extra: ExtraMethods,
  nodeOf: (element: glassEasel.GeneralComponent) => unknown,
  onSetData: (data: unknown) => void,
): void {
  const prototype = component.ComponentCaller.prototype as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  const { triggerEvent, createSelectorQuery, setData } = prototype;
  prototype['setData'] = function set(this: unknown, data, done) {
    onSetData(data);
    return setData?.call(this, data, done);
  };
  prototype['triggerEvent'] = function trigger(this: unknown, name, detail, options) {
    // handlers of WeChat always get a detail object
    return triggerEvent?.call(this, name, detail === undefined ? {} : detail, options ?? {});
  };
  let isPatched = false;
  prototype['createSelectorQuery'] = function create(this: unknown) {
    const query = createSelectorQuery?.call(this) as object;
    if (!isPatched) patchSelectorQuery(query, nodeOf);
    isPatched = true;
    return query;
  };
  Object.assign(prototype, extra);
}

function patchSelectorQuery(query: object, nodeOf: (element: glassEasel.GeneralComponent) => unknown): void {
  const prototype = Object.getPrototypeOf(query) as {
    _$push: Push;
    exec(done?: unknown): void;
    select(selector: string): object;
  };
  const reference = Object.getPrototypeOf(
    (query as { select(selector: string): object }).select('x'),
  ) as NodeReference;
  reference.node = function node(this: NodeReference, done) {
    return this.fields({ node: true }, done);
  };
  const { _$push: push } = prototype;
  prototype._$push = function pushQuery(selector, from, single, fields, done) {
    const complete: Callback = (result) => {
      if (result) addFields(selector, from, single, fields, result, nodeOf);
      done(result);
    };
    return push.call(this, selector, from, single, fields, complete);
  };
  const { exec } = prototype;
  prototype.exec = function execQuery(this: object, done) {
    whenFontsAreThere(() => exec.call(this, done));
  };
}

/** A phone has its font from the start; here it comes by the network, and before that every text is too narrow. */
function whenFontsAreThere(then: () => void): void {
  // By laying out the browser learns which parts of the font it needs.
  document.body.getBoundingClientRect();
  if (document.fonts.status === 'loaded') then();
  else void document.fonts.ready.then(then);
}

function addFields(
  selector: string | null,
  from: Caller,
  single: boolean,
  fields: QueryFields,
  result: Result | Result[],
  nodeOf: (element: glassEasel.GeneralComponent) => unknown,
): void {
  if (selector === null) {
    if (fields.scrollOffset) Object.assign(result, viewportScroll());
    return;
  }
  if (!fields.node && !fields.computedStyle) return;
  const results = Array.isArray(result) ? result : [result];
  const root = from._$.getShadowRoot();
  const found = single ? [root?.querySelector(selector)] : (root?.querySelectorAll(selector) ?? []);
  found.forEach((element, index) => {
    const target = results[index];
    if (!element || !target) return;
    if (fields.node) target['node'] = nodeOf(element as glassEasel.GeneralComponent);
    if (fields.computedStyle) Object.assign(target, computedStyles(element, fields.computedStyle));
  });
}

function computedStyles(element: glassEasel.Element, names: readonly string[]): Result {
  const style = getComputedStyle(element.getBackendElement() as unknown as HTMLElement);
  return Object.fromEntries(names.map((name) => [name, style[name as keyof CSSStyleDeclaration]]));
}

function viewportScroll(): Result {
  const { scrollWidth, scrollHeight } = document.documentElement;
  return { scrollLeft: window.scrollX, scrollTop: window.scrollY, scrollWidth, scrollHeight };
}
