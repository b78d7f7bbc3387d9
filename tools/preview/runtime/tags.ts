/** Tags of WeChat's built-in components; in the DOM of the preview they carry the prefix `wx-`. */
export const BUILT_IN_TAGS: ReadonlySet<string> = new Set(
  [
    'view text button input textarea image scroll-view swiper swiper-item picker picker-view picker-view-column',
    'form label checkbox checkbox-group radio radio-group switch slider navigator icon progress rich-text',
    'root-portal page-container page-meta cover-view cover-image canvas video camera map web-view movable-area',
    'movable-view match-media share-element navigation-bar editor functional-page-navigator official-account',
    'ad open-data page',
  ]
    .join(' ')
    .split(' '),
);

/**
 * The DOM tag for a tag of WXML: built-ins, and names without a hyphen that HTML would take for its own
 * (`<title>`, `<form>`), get the prefix.
 */
export function domTag(tag: string): string {
  return BUILT_IN_TAGS.has(tag) || !tag.includes('-') ? `wx-${tag}` : tag;
}

/** `750rpx` is the width of the phone, whatever its pixels: `100vw`. */
export function rpxToVw(css: string): string {
  return css.replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, (_, amount: string) => `${toVw(Number(amount))}vw`);
}

/**
 * Never rounded towards zero: a browser cuts the width of a border down to whole pixels, and of 4rpx on a phone 375
 * wide, 1.99999px would leave half of TDesign's hairline. WeChat leans up by a sliver, too.
 */
function toVw(rpx: number): number {
  const steps = Math.ceil(Number(((Math.abs(rpx) / 7.5) * 1e5).toFixed(4)));
  return (Math.sign(rpx) * steps) / 1e5;
}
