/** `<rich-text>`: a whitelisted tree or HTML string; scripts and handlers never reach the page. */
import { builtin, type Builtin } from './define';

interface RichNode {
  type?: string;
  name?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  children?: RichNode[];
}

const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const ATTRIBUTES = new Set([
  'class',
  'style',
  'alt',
  'src',
  'width',
  'height',
  'colspan',
  'rowspan',
  'align',
  'start',
  'type',
  'dir',
  'color',
  'face',
  'span',
  'valign',
]);

function toElement(name: string, attributes: Iterable<[string, unknown]>, children: Node[]): Node[] {
  const tag = name.toLowerCase();
  if (!TAGS.has(tag)) return [];
  const element = document.createElement(tag);
  for (const [key, value] of attributes) if (ATTRIBUTES.has(key)) element.setAttribute(key, String(value));
  element.append(...children);
  return [element];
}

const decode = (text: string): string =>
  new DOMParser().parseFromString(text, 'text/html').body.textContent ?? '';

function fromTree(nodes: readonly RichNode[]): Node[] {
  return nodes.flatMap((node) =>
    node.type === 'text'
      ? [document.createTextNode(decode(node.text ?? ''))]
      : toElement(node.name ?? '', Object.entries(node.attrs ?? {}), fromTree(node.children ?? [])),
  );
}

function fromDom(nodes: Iterable<Node>): Node[] {
  return [...nodes].flatMap((node): Node[] => {
    if (node instanceof Text) return [document.createTextNode(node.data)];
    if (!(node instanceof Element)) return [];
    const attributes = [...node.attributes].map((item): [string, unknown] => [item.name, item.value]);
    return toElement(node.localName, attributes, fromDom(node.childNodes));
  });
}

export const richText: Builtin = builtin({
  tag: 'rich-text',
  properties: { nodes: null as unknown, space: '', userSelect: false, mode: 'default' },
  setup: ({ element, props }) => ({
    update: {
      nodes: () => {
        const { nodes } = props;
        const content = Array.isArray(nodes)
          ? fromTree(nodes as RichNode[])
          : fromDom(new DOMParser().parseFromString(String(nodes ?? ''), 'text/html').body.childNodes);
        element.replaceChildren(...content);
      },
      space: () => element.toggleAttribute('space', props.space !== ''),
      userSelect: () => element.toggleAttribute('selectable', props.userSelect),
    },
  }),
});
