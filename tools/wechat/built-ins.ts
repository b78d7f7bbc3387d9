/**
 * WeChat's own components as far as we use them: the version of the base library that brought each, and the attributes
 * with the version that brought them, where it is later. Source: the component reference on developers.weixin.qq.com.
 */
interface BuiltIn {
  readonly since: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const OLDEST = '1.0.0';
const since = (version: string, ...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, version]));

const HOVER = since(OLDEST, 'hover-class', 'hover-stop-propagation', 'hover-start-time', 'hover-stay-time');
const TYPED = {
  ...since(
    OLDEST,
    'value',
    'placeholder',
    'placeholder-style',
    'placeholder-class',
    'disabled',
    'maxlength',
    'focus',
  ),
  ...since(OLDEST, 'cursor-spacing', 'cursor'),
  ...since('1.9.0', 'selection-start', 'selection-end', 'adjust-position'),
  ...since('2.7.0', 'hold-keyboard'),
};

export const BUILT_INS: Readonly<Record<string, BuiltIn>> = {
  block: { since: OLDEST, attributes: {} },
  slot: { since: OLDEST, attributes: since(OLDEST, 'name') },
  template: { since: OLDEST, attributes: since(OLDEST, 'is', 'data', 'name') },
  import: { since: OLDEST, attributes: since(OLDEST, 'src') },
  wxs: { since: OLDEST, attributes: since(OLDEST, 'src', 'module') },
  view: { since: OLDEST, attributes: HOVER },
  text: {
    since: OLDEST,
    attributes: {
      ...since('1.1.0', 'selectable'),
      ...since('1.4.0', 'space', 'decode'),
      ...since('2.12.1', 'user-select'),
    },
  },
  image: {
    since: OLDEST,
    attributes: {
      ...since(OLDEST, 'src', 'mode'),
      ...since('1.5.0', 'lazy-load'),
      ...since('2.7.0', 'show-menu-by-longpress'),
      ...since('2.9.0', 'webp'),
    },
  },
  input: {
    since: OLDEST,
    attributes: {
      ...TYPED,
      ...since(OLDEST, 'type', 'password'),
      ...since('1.1.0', 'confirm-type', 'confirm-hold'),
      ...since('2.10.4', 'always-embed'),
    },
  },
  textarea: {
    since: OLDEST,
    attributes: {
      ...TYPED,
      ...since(OLDEST, 'auto-height', 'fixed'),
      ...since('1.6.0', 'show-confirm-bar'),
      ...since('2.10.0', 'disable-default-padding'),
      ...since('2.13.0', 'confirm-type', 'confirm-hold'),
    },
  },
  picker: {
    since: OLDEST,
    attributes: {
      ...since(
        OLDEST,
        'mode',
        'value',
        'range',
        'range-key',
        'disabled',
        'start',
        'end',
        'fields',
        'custom-item',
      ),
      ...since('2.11.0', 'header-text'),
      ...since('2.21.1', 'level'),
    },
  },
  'scroll-view': {
    since: OLDEST,
    attributes: {
      ...since(
        OLDEST,
        'scroll-x',
        'scroll-y',
        'upper-threshold',
        'lower-threshold',
        'scroll-top',
        'scroll-left',
      ),
      ...since(OLDEST, 'scroll-into-view', 'scroll-with-animation', 'enable-back-to-top'),
      ...since('2.7.3', 'enable-flex', 'scroll-anchoring'),
      ...since('2.13.0', 'show-scrollbar', 'enhanced'),
    },
  },
  button: {
    since: OLDEST,
    attributes: {
      ...HOVER,
      ...since(OLDEST, 'size', 'type', 'plain', 'disabled', 'loading', 'form-type'),
      ...since('1.1.0', 'open-type'),
    },
  },
  canvas: { since: OLDEST, attributes: { ...since(OLDEST, 'canvas-id'), ...since('2.7.0', 'type') } },
  'page-meta': {
    since: '2.9.0',
    attributes: since(
      '2.9.0',
      'page-style',
      'root-font-size',
      'page-font-size',
      'background-color',
      'scroll-top',
    ),
  },
};
