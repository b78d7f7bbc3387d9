/** `<page-meta>` and `<navigation-bar>`: settings of the page they stand in, never drawn themselves. */
import { builtin, type Builtin } from './define';
import type { BuiltinNode } from './node';

let count = 0;

/** A style element per page: the page's own `style` attribute belongs to glass-easel. */
function pageStyle(node: BuiltinNode): (css: string) => void {
  const id = `${++count}`;
  const sheet = document.createElement('style');
  return (css) => {
    const page = node.element.closest('wx-page');
    if (!page) return;
    page.setAttribute('meta', id);
    sheet.textContent = css ? `wx-page[meta="${id}"]{${css}}` : '';
    document.head.append(sheet);
  };
}

const pageMeta = builtin({
  tag: 'page-meta',
  properties: {
    backgroundTextStyle: '',
    backgroundColor: '',
    backgroundColorTop: '',
    backgroundColorBottom: '',
    rootBackgroundColor: '',
    scrollTop: '',
    scrollDuration: 300,
    pageStyle: '',
    pageFontSize: '',
    rootFontSize: '',
    pageOrientation: '',
  },
  setup(node) {
    const { props, host } = node;
    const style = pageStyle(node as unknown as BuiltinNode);
    const size = (value: string) => (value === 'system' ? `${host.fontSize()}px` : value);
    return {
      update: {
        'pageStyle, pageFontSize, rootFontSize, backgroundColor, rootBackgroundColor': () => {
          const background = props.rootBackgroundColor || props.backgroundColor;
          style(
            [
              props.pageFontSize && `font-size:${size(props.pageFontSize)}`,
              background && `background-color:${background}`,
              props.pageStyle,
            ]
              .filter(Boolean)
              .join(';'),
          );
          if (props.rootFontSize) document.documentElement.style.fontSize = size(props.rootFontSize);
        },
        scrollTop: () => {
          if (props.scrollTop !== '') {
            host.pageScrollTo({ scrollTop: parseFloat(props.scrollTop), duration: props.scrollDuration });
          }
        },
      },
    };
  },
});

const navigationBar = builtin({
  tag: 'navigation-bar',
  properties: {
    title: '',
    loading: false,
    frontColor: '',
    backgroundColor: '',
    colorAnimationDuration: 0,
    colorAnimationTimingFunc: '',
  },
  setup: ({ props, host }) => ({
    update: {
      'title, loading, frontColor, backgroundColor': () =>
        host.setBar({
          ...(props.title && { title: props.title }),
          ...(props.backgroundColor && { backgroundColor: props.backgroundColor }),
          ...(props.frontColor && {
            textStyle: props.frontColor === '#ffffff' ? ('white' as const) : ('black' as const),
          }),
          loading: props.loading,
        }),
    },
  }),
});

export const pageSettings: readonly Builtin[] = [pageMeta, navigationBar];
