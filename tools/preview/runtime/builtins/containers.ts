/** Elements that only hold others. */
import { builtin, type Builtin } from './define';
import { describeRole } from './aria';

const box = (tag: string): Builtin => builtin({ tag, properties: {}, setup: () => undefined });

const text = builtin({
  tag: 'text',
  properties: { selectable: false, userSelect: false, space: '', decode: false, overflow: '', maxLines: 0 },
  setup: ({ element, props }) => ({
    update: {
      'selectable, userSelect': () =>
        element.toggleAttribute('selectable', props.selectable || props.userSelect),
      'overflow, maxLines': () => {
        element.toggleAttribute('ellipsis', props.overflow === 'ellipsis');
      },
    },
  }),
});

/** Lifts its content out of every clipping ancestor. */
const rootPortal = builtin({
  tag: 'root-portal',
  properties: { enable: true },
  setup(node) {
    // Moving the host itself would confuse glass-easel's sibling order; `position: fixed` content inside it is
    // already free of clipping unless an ancestor is transformed, which the page body never is.
    return { update: { enable: () => node.element.toggleAttribute('enabled', node.props.enable) } };
  },
});

/** A half-screen layer; Back closes it in WeChat, here the mask and its own content do. */
const pageContainer = builtin({
  tag: 'page-container',
  properties: {
    show: false,
    duration: 300,
    zIndex: 100,
    overlay: true,
    position: 'bottom',
    round: false,
    closeOnSlideDown: false,
    overlayStyle: '',
    customStyle: '',
  },
  setup(node) {
    const mask = document.createElement('div');
    mask.className = 'mp-container-mask';
    mask.addEventListener('click', () => node.emit('clickoverlay'));
    let shown = false;
    const move = () => {
      const { show, overlay, position, duration } = node.props;
      node.element.toggleAttribute('show', show);
      node.element.setAttribute('position', position);
      if (show && overlay) node.element.before(mask);
      else mask.remove();
      if (show === shown) return;
      shown = show;
      const [before, during, after] = show
        ? ['beforeenter', 'enter', 'afterenter']
        : ['beforeleave', 'leave', 'afterleave'];
      node.emit(before!);
      node.emit(during!);
      setTimeout(() => node.emit(after!), duration);
    };
    return { update: { 'show, overlay, position': move }, detached: () => mask.remove() };
  },
});

const matchMedia = builtin({
  tag: 'match-media',
  properties: { minWidth: 0, maxWidth: 0, width: 0, minHeight: 0, maxHeight: 0, height: 0, orientation: '' },
  setup(node) {
    const units = {
      'min-width': 'minWidth',
      'max-width': 'maxWidth',
      width: 'width',
      'min-height': 'minHeight',
    } as const;
    const judge = () => {
      const parts = Object.entries(units)
        .filter(([, key]) => node.props[key] > 0)
        .map(([name, key]) => `(${name}: ${node.props[key]}px)`);
      if (node.props.maxHeight) parts.push(`(max-height: ${node.props.maxHeight}px)`);
      if (node.props.orientation) parts.push(`(orientation: ${node.props.orientation})`);
      node.element.toggleAttribute(
        'hidden',
        parts.length > 0 && !window.matchMedia(parts.join(' and ')).matches,
      );
    };
    return { update: { 'minWidth, maxWidth, width, minHeight, maxHeight, orientation': judge } };
  },
});

const navigator = builtin({
  tag: 'navigator',
  properties: { url: '', openType: 'navigate', delta: 1, target: 'self', hoverClass: 'navigator-hover' },
  setup(node) {
    const { host, props } = node;
    describeRole(node.element, { role: 'link' });
    const go: Record<string, () => Promise<unknown>> = {
      navigate: () => host.navigateTo({ url: props.url }),
      redirect: () => host.redirectTo({ url: props.url }),
      switchTab: () => host.switchTab({ url: props.url }),
      reLaunch: () => host.reLaunch({ url: props.url }),
      navigateBack: () => host.navigateBack({ delta: props.delta }),
    };
    node.listen('tap', () => {
      const move = go[props.openType];
      if (!move || (!props.url && props.openType !== 'navigateBack')) return;
      move().then(
        () => node.emit('success'),
        (error: unknown) => {
          node.emit('fail', error);
          host.reportError(error);
        },
      );
    });
  },
});

export const containers: readonly Builtin[] = [
  box('view'),
  box('cover-view'),
  text,
  rootPortal,
  pageContainer,
  matchMedia,
  navigator,
];
