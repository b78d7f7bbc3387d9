type Child = Node | string | false | undefined;
type Props = Record<string, string | boolean | ((event: Event) => void) | undefined>;

/** Creates an element; `on…` props are listeners, the others attributes, and text is never parsed as HTML. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value);
    else if (typeof value === 'string') element.setAttribute(name, value);
    else if (value) element.setAttribute(name, '');
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
};

const ICONS = {
  plus: 'M12 5v14M5 12h14',
  calendar: 'M4 5.5h16v15H4zM4 10h16M8.5 3.5v4M15.5 3.5v4',
  play: 'M8 5l11 7-11 7z',
  swap: 'M20 12a8 8 0 1 1-2.5-5.8M20 3.5V8h-4.5',
  back: 'M15 5l-7 7 7 7',
  close: 'M5 5l14 14M19 5L5 19',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  screen: 'M3 5h18v11H3zM9 20h6M12 16v4',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  text: 'M4 19L9.500 5h1L16 19M6 14h8M17 19l3-8 3 8',
} as const;

export const icon = (name: keyof typeof ICONS): SVGElement => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const stroke = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  stroke.setAttribute('d', ICONS[name]);
  svg.append(stroke);
  return svg;
};
