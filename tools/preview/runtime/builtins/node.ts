/** A built-in component as its own code sees it: its element, its properties, its events. */
import type { Element, RuntimeHost } from '../host';

/** A default decides the type: string, number and boolean are converted by glass-easel, anything else is passed as it is. */
export type PropertyDefaults = Readonly<Record<string, unknown>>;

type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : unknown;

type PropertyValues<P extends PropertyDefaults> = { readonly [K in keyof P]: Widened<P[K]> };

/** A WeChat event as a built-in listens to it. */
export interface NodeEvent {
  detail: unknown;
  touches?: TouchPoint[];
  changedTouches?: TouchPoint[];
  stopPropagation(): void;
  getOriginalEvent?(): unknown;
}

interface TouchPoint {
  clientX: number;
  clientY: number;
}

/** What the code of one built-in holds on to: its element, its properties and its way to send events. */
export interface BuiltinNode<P extends PropertyDefaults = PropertyDefaults> {
  readonly component: Element;
  readonly element: HTMLElement;
  readonly host: RuntimeHost;
  readonly props: PropertyValues<P>;
  emit(name: string, detail?: unknown, options?: { bubbles?: boolean }): void;
  listen(name: string, listener: (event: NodeEvent) => void, options?: { capture?: boolean }): void;
  /** Keeps a property equal to what the person did, so that `model:value` and the next `setData` see it. */
  sync(values: Partial<Record<keyof P & string, unknown>>): void;
}
