/** Dialogs above the pages: a mask, focus that stays inside, Escape. */
import type { RuntimeHost } from '../host';

export function element(tag: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export function textButton(text: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', run);
  return made;
}

export interface Layer {
  focus(): void;
  close(): void;
}

/** `dismissed` runs on a tap beside the content and on Escape; without it neither does anything. */
export function openLayer(
  host: RuntimeHost,
  content: HTMLElement,
  options: { role: string; dismissed?: () => void },
): Layer {
  const mask = element('div', 'mp-mask');
  const before = document.activeElement;
  content.setAttribute('role', options.role);
  content.setAttribute('aria-modal', 'true');
  content.tabIndex = -1;
  mask.append(content);
  mask.addEventListener('click', (event) => event.target === mask && options.dismissed?.());
  mask.addEventListener('keydown', (event) => event.key === 'Escape' && options.dismissed?.());
  host.layer.append(mask);
  return {
    focus: () => content.focus({ preventScroll: true }),
    close: () => {
      mask.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
  };
}
