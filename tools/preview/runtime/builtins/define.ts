/** How a built-in component is described, and how a description becomes a glass-easel component. */
import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { Element, RuntimeHost } from '../host';
import { playAnimation } from './animation-player';
import { ARIA_PROPERTIES, applyAria } from './aria';
import { HOVER_PROPERTIES, listenHover } from './hover';
import type { BuiltinNode, NodeEvent, PropertyDefaults } from './node';

interface FormField {
  value(): unknown;
  reset(): void;
}

/** What a built-in offers after it was set up. */
export interface BuiltinPart {
  /** Runs once on attach, then whenever one of the comma-separated properties in its key changes. */
  update?: Readonly<Record<string, () => void>>;
  attached?(): void;
  detached?(): void;
  /** What a `<form>` collects under the `name` property. */
  field?: FormField;
  /** What a tap on its `<label>` does. */
  activate?(): void;
  /** Receives `role` and `aria-*`; the host element itself when absent. */
  ariaTarget?: HTMLElement;
  /** What `SelectorQuery.node()` hands out instead of nothing. */
  contextNode?(): unknown;
  /** Told by a child, for groups: a radio tells its radio-group. */
  childChanged?(child: BuiltinNode): void;
}

export interface Builtin {
  readonly tag: string;
  readonly properties: PropertyDefaults;
  setup(node: BuiltinNode): BuiltinPart | void;
}

/** Describes one built-in; erases the property types that only its own code needs. */
export function builtin<P extends PropertyDefaults>(spec: {
  tag: string;
  properties: P;
  setup(node: BuiltinNode<P>): BuiltinPart | void;
}): Builtin {
  return { ...spec, setup: (node) => spec.setup(node as unknown as BuiltinNode<P>) };
}

interface Registered {
  node: BuiltinNode;
  part: BuiltinPart;
  tag: string;
}

const registry = new WeakMap<object, Registered>();

/** The built-in behind a glass-easel component; undefined for components of the mini-program. */
export function builtinOf(component: Element | undefined): Registered | undefined {
  return component && registry.get(component);
}

/** The nearest built-in of that tag around an element, through the borders of components as WeChat's groups do. */
export function closestBuiltin(node: BuiltinNode, tag: string): Registered | undefined {
  const found = node.element.parentElement?.closest(`wx-${tag}`) ?? null;
  return found ? builtinOf(node.host.componentOf(found)) : undefined;
}

const OF_EVERY_COMPONENT: PropertyDefaults = {
  hidden: false,
  animation: null,
  ...HOVER_PROPERTIES,
  ...ARIA_PROPERTIES,
};

type Constructor = StringConstructor | NumberConstructor | BooleanConstructor | null;

function typeOf(value: unknown): Constructor {
  if (typeof value === 'string') return String;
  if (typeof value === 'number') return Number;
  return typeof value === 'boolean' ? Boolean : null;
}

function createNode(component: Element, host: RuntimeHost): BuiltinNode {
  const element = component.getBackendElement() as unknown as HTMLElement;
  return {
    component,
    element,
    host,
    props: new Proxy({}, { get: (_, name) => (component.data as Record<string | symbol, unknown>)[name] }),
    emit: (name, detail = {}, options) => host.trigger(component, name, detail, options),
    listen: (name, listener, options) => {
      // A listener that returns false would stop the event.
      const hear = (event: unknown) => void listener(event as NodeEvent);
      component.addListener(name, hear, options);
    },
    sync: (values) => void component.setData(values),
  };
}

function setUp(spec: Builtin, component: Element, host: RuntimeHost): void {
  const node = createNode(component, host);
  listenHover(node);
  registry.set(component, { node, part: spec.setup(node) ?? {}, tag: spec.tag });
}

function attach(component: Element): void {
  const { node, part } = registry.get(component)!;
  applyAria(part.ariaTarget ?? node.element, node.props);
  node.element.toggleAttribute('hidden', node.props.hidden === true);
  if (node.props.animation) void playAnimation(node.component, node.props.animation);
  for (const update of Object.values(part.update ?? {})) update();
  part.attached?.();
}

/** Registers one built-in for every template of the space. */
export function registerBuiltin(space: glassEasel.ComponentSpace, host: RuntimeHost, spec: Builtin): void {
  const properties = { ...OF_EVERY_COMPONENT, ...spec.properties };
  const attached = new WeakSet<object>();
  const whenAttached = (run: (item: Registered) => void) =>
    function (this: unknown) {
      const component = this as Element;
      const item = registry.get(component);
      if (item && attached.has(component)) run(item);
    };
  const observers = [
    {
      fields: 'hidden',
      observer: whenAttached(({ node }) => node.element.toggleAttribute('hidden', !!node.props.hidden)),
    },
    {
      fields: 'animation',
      observer: whenAttached(({ node }) => playAnimation(node.component, node.props.animation)),
    },
    {
      fields: Object.keys(ARIA_PROPERTIES).join(','),
      observer: whenAttached(({ node, part }) => applyAria(part.ariaTarget ?? node.element, node.props)),
    },
    ...Object.keys(spec.properties).map((key) => ({
      fields: key,
      observer: whenAttached(({ part }) => {
        for (const [keys, update] of Object.entries(part.update ?? {}))
          if (keys.split(/,\s*/).includes(key)) update();
      }),
    })),
  ];
  const definition = space.defineComponent({
    is: `wx://${spec.tag}`,
    options: { propertyPassingDeepCopy: 'none', multipleSlots: false },
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, { type: typeOf(value), value }]),
    ),
    observers,
    lifetimes: {
      created(this: unknown) {
        // What a page still adds after it was closed stands nowhere.
        if ((this as Element).getBackendElement()) setUp(spec, this as Element, host);
      },
      attached(this: unknown) {
        attached.add(this as object);
        attach(this as Element);
      },
      detached(this: unknown) {
        attached.delete(this as object);
        registry.get(this as object)?.part.detached?.();
      },
    },
  } as unknown as Parameters<glassEasel.ComponentSpace['defineComponent']>[0]);
  space.setGlobalUsingComponent(spec.tag, definition as glassEasel.GeneralComponentDefinition);
}
