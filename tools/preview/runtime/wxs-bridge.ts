/** The ComponentDescriptor that WXS handlers and `change:prop` functions get, and the hooks that pass it. */
import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { ErrorReport } from './error-report';
import type { Element } from './host';
import { underlying } from './mini-program-space';

type Handler = (this: unknown, ...args: unknown[]) => unknown;

export interface WxsBridge {
  changed(handler: Handler, value: unknown, old: unknown, owner: unknown, element: unknown): void;
  handle(caller: unknown, event: WxsEvent, handler: Handler): unknown;
}

interface WxsEvent {
  currentTarget?: unknown;
}

/** @param errors where a throwing WXS function is reported */
export function createWxsBridge(errors: ErrorReport): WxsBridge {
  return {
    changed(handler, value, old, owner, element) {
      errors.guard(() => handler(value, old, describe(owner), describe(element)));
    },
    handle(caller, event, handler) {
      const component = underlying(caller);
      if (isMethod(component, caller, handler)) return handler.call(caller, event);
      const withInstance: unknown = Object.create(event, {
        instance: { value: describe(event.currentTarget) },
      });
      return handler.call(null, withInstance, describe(component));
    },
  };
}

/** The same hook runs handlers written in the page's script: they want their own `this`. */
function isMethod(component: Element, caller: unknown, handler: Handler): boolean {
  const methods = component.getComponentDefinition().behavior.getMethods() as Record<string, unknown>;
  return (
    Object.values(methods).includes(handler) || (caller as Record<string, unknown>)[handler.name] === handler
  );
}

const described = new WeakMap<Element, Descriptor>();

function describe(target: unknown): Descriptor | null {
  if (!target) return null;
  const element = underlying(target);
  const known = described.get(element) ?? new Descriptor(element);
  described.set(element, known);
  return known;
}

class Descriptor {
  private readonly state = {};

  constructor(private readonly element: Element) {}

  selectComponent(selector: string): Descriptor | null {
    return describe(this.root()?.querySelector(selector));
  }

  selectAllComponents(selector: string): (Descriptor | null)[] {
    return (this.root()?.querySelectorAll(selector) ?? []).map(describe);
  }

  setStyle(style: string | Record<string, unknown>): this {
    const text = typeof style === 'string' ? style : Object.entries(style).map(declaration).join(';');
    // segment 2 is kept apart from what the template writes, so that neither wipes the other
    this.element.setNodeStyle(text, 2 as glassEasel.StyleSegmentIndex);
    return this;
  }

  addClass(name: string): this {
    this.element.toggleNodeClass(name, true);
    return this;
  }

  removeClass(name: string): this {
    this.element.toggleNodeClass(name, false);
    return this;
  }

  hasClass(name: string): boolean {
    return this.node()?.classList.contains(name) ?? false;
  }

  getDataset(): unknown {
    return this.element.dataset ?? {};
  }

  callMethod(name: string, args?: unknown): void {
    const caller = this.element.getMethodCaller() as unknown as Record<string, unknown>;
    const method = caller[name];
    if (typeof method === 'function') method.call(caller, args);
  }

  triggerEvent(name: string, detail: unknown = {}): void {
    this.element.triggerEvent(name, detail);
  }

  getState(): object {
    return this.state;
  }

  getBoundingClientRect(): DOMRect | undefined {
    return this.node()?.getBoundingClientRect();
  }

  getComputedStyle(names: string[] = []): Record<string, string> {
    const node = this.node();
    if (!node) return {};
    const style = getComputedStyle(node);
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(kebab(name))]));
  }

  requestAnimationFrame(run: () => void): number {
    return requestAnimationFrame(run);
  }

  setTimeout(run: () => void, delay: number): number {
    return window.setTimeout(run, delay);
  }

  clearTimeout(id: number): void {
    window.clearTimeout(id);
  }

  private root(): glassEasel.ShadowRoot | null | undefined {
    return this.element.getShadowRoot?.();
  }

  private node(): HTMLElement | null {
    return this.element.getBackendElement() as unknown as HTMLElement | null;
  }
}

function declaration([name, value]: [string, unknown]): string {
  return `${kebab(name)}:${String(value)}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
