/** WeChat's built-in components, for every template of the preview. */
import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { BUILT_INS } from '../../../wechat/built-ins';
import { isNewer } from '../../../wechat/floor';
import type { Element, RuntimeHost } from '../host';
import { button, label } from './button';
import { canvas } from './canvas';
import { choices } from './choice';
import { containers } from './containers';
import { builtin, builtinOf, registerBuiltin, type Builtin } from './define';
import { form } from './form';
import { images } from './image';
import { movables } from './movable';
import { pageSettings } from './page-meta';
import { picker } from './picker';
import { pickerViews } from './picker-view';
import { richText } from './rich-text';
import { scrollView } from './scroll-view';
import { swipers } from './swiper';
import { textFields } from './text-field';
import { widgets } from './widgets';

/** Tags of WeChat this product has no use for: drawn as nothing, and said loudly. */
const MISSING = [
  'ad',
  'ad-custom',
  'audio',
  'camera',
  'channel-live',
  'channel-video',
  'draggable-sheet',
  'editor',
  'functional-page-navigator',
  'grid-view',
  'keyboard-accessory',
  'list-view',
  'live-player',
  'live-pusher',
  'map',
  'official-account',
  'open-data',
  'share-element',
  'snapshot',
  'sticky-header',
  'sticky-section',
  'video',
  'voip-room',
  'web-view',
  'xr-frame',
];

const missing = (tag: string): Builtin =>
  builtin({
    tag,
    properties: {},
    setup: ({ host }) => {
      const error = new Error(`<${tag}> is not in the preview`);
      console.error(error.message);
      host.reportError(error);
    },
  });

const BUILTINS: readonly Builtin[] = [
  ...containers,
  button,
  label,
  form,
  ...textFields,
  ...choices,
  ...images,
  scrollView,
  ...swipers,
  picker,
  ...pickerViews,
  ...widgets,
  richText,
  canvas,
  ...movables,
  ...pageSettings,
  ...MISSING.map(missing),
];

/** One that the phone's base library does not have yet stays an unknown tag, as in WeChat. */
const isThere = (tag: string, { library }: RuntimeHost): boolean =>
  !Object.hasOwn(BUILT_INS, tag) || !isNewer(BUILT_INS[tag]?.since ?? '', library);

/** Registers every built-in component in the space; call once, before the mini-program's own components. */
export function defineBuiltins(space: glassEasel.ComponentSpace, host: RuntimeHost): void {
  for (const item of BUILTINS) if (isThere(item.tag, host)) registerBuiltin(space, host, item);
}

/** What `SelectorQuery.node()` answers: a canvas, a scroll-view's context, else null. */
export function contextNodeOf(component: Element): unknown {
  return builtinOf(component)?.part.contextNode?.() ?? null;
}
