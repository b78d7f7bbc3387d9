/**
 * WeChat draws placeholders itself, so that `placeholder-class` can style them. A glass-easel native node carries the
 * class names of the template's own style scope; the native `placeholder` stays for assistive technology, transparent.
 */
import type { Element } from '../host';

export interface Placeholder {
  draw(text: string, className: string, style: string): void;
  show(visible: boolean): void;
}

export function createPlaceholder(component: Element, parent: HTMLElement): Placeholder {
  const node = component.ownerShadowRoot?.createNativeNode('wx-placeholder');
  const element = node?.getBackendElement() as unknown as HTMLElement | null | undefined;
  if (!node || !element) return { draw: () => undefined, show: () => undefined };
  element.setAttribute('aria-hidden', 'true');
  parent.append(element);
  return {
    draw(text, className, style) {
      element.textContent = text;
      node.setNodeClass(className);
      node.setNodeStyle(style);
    },
    show: (visible) => element.toggleAttribute('hidden', !visible),
  };
}
