import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { Element } from './host';
import { domTag, rpxToVw } from './tags';

/** Events of the DOM that WeChat passes on as they are; all others are made by `gestures.ts` and the built-ins. */
const NATIVE_EVENTS: ReadonlySet<string> = new Set([
  'transitionend',
  'animationend',
  'animationstart',
  'animationiteration',
]);

type Backend = InstanceType<typeof glassEasel.CurrentWindowBackendContext>;

/** The DOM as glass-easel writes to it, with WeChat's tag names and rpx in inline styles. */
export function createBackend(): Backend {
  const backend = new glassEasel.CurrentWindowBackendContext();
  backend.document = {
    createElement: (tag: string) => adapt(document.createElement(domTag(tag))),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as Backend['document'];
  backend.onEvent((target, type, detail, options) => {
    if (!NATIVE_EVENTS.has(type)) return;
    new glassEasel.Event(type, detail, options).dispatch(target);
  });
  return backend;
}

function adapt(element: HTMLElement): HTMLElement {
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name: string, value: unknown) => {
    const text = value === undefined || value === null ? '' : String(value);
    // a style that begins with an empty declaration is dropped whole by the browser
    setAttribute(name, name === 'style' ? rpxToVw(text).replace(/^[;\s]+/, '') : text);
  };
  // glass-easel prefixes ids to keep them unique in one document; WXSS and selectors use them as written
  Object.defineProperty(element, 'id', {
    get: () => element.getAttribute('id') ?? '',
    set: (id: unknown) => setAttribute('id', String(id).replace(/^[0-9a-f]{8}--/, '')),
  });
  return element;
}

/** The glass-easel component of a DOM node or of its nearest ancestor that has one. */
export function componentOf(node: Node | null): Element | undefined {
  for (let current = node; current; current = current.parentNode) {
    const { __wxElement: owner } = current as Node & { __wxElement?: Element };
    if (owner) return owner;
  }
  return undefined;
}
