/**
 * TDesign's icons without its font, which it loads from a CDN: pages with empty squares where the CDN is slow or blocked,
 * and a domain that no privacy guide names. The icons that somebody names are drawn from `tdesign-icons-svg` instead.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { iconWords } from './named';

const DRAWINGS = path.resolve(__dirname, '../../../node_modules/tdesign-icons-svg/src');

const GLYPH = /\.t-icon-([a-z0-9-]+):before\{content:[^}]*\}\n?/g;
const FONT = /@font-face\{[^}]*\}\n?|\.t-icon\{font-family:[^}]*\}\n?/g;

/** A mask takes the colour of the text and its size, as a letter of a font would. */
const DRAWN =
  'content:"";display:inline-block;width:1em;height:1em;vertical-align:top;background-color:currentColor;' +
  '-webkit-mask-repeat:no-repeat;-webkit-mask-position:center;-webkit-mask-size:contain;';

/** Parts that are there to be coloured in; a mask sees nothing of them. */
const UNSEEN = /<path(?![^>]*stroke=)[^>]*fill="transparent"[^>]*><\/path>/g;

/** A tenth of a drawing's unit is a fifth of a pixel in our largest icon: nobody sees more. */
const rounded = (decimal: string): string => String(Math.round(Number(decimal) * 10) / 10);

/** Without what a mask does not need; the package misspells `viewBox`, without which a mask cannot be scaled. */
const bare = (svg: string): string =>
  svg
    .replace('view-box=', 'viewBox=')
    .replace(UNSEEN, '')
    .replace(/ (?:width|height)="1em"| (?:class|id)="[^"]*"/g, '')
    .replace(/<\/?g>/g, '')
    .replace(/currentColor/g, '#000')
    .replace(/\d+\.\d+/g, rounded)
    .replaceAll('></path>', '/>')
    .trim();

/** Only what ends a CSS string or an address is written as a number. */
const inAddress = (svg: string): string =>
  svg.replace(/"/g, "'").replace(/[%#<>\n]/g, (character) => encodeURIComponent(character));

/** The picture of an icon as an address of CSS; undefined for one that TDesign does not draw. */
export const iconAddress = (icon: string): string | undefined => {
  const file = path.join(DRAWINGS, `${icon}.svg`);
  return existsSync(file) ? `data:image/svg+xml,${inAddress(bare(readFileSync(file, 'utf8')))}` : undefined;
};

/** TDesign's sheet of icons as it was published, with the named ones drawn and neither font nor other glyphs. */
export const drawIcons = (sheet: string, sources: Iterable<string>): string => {
  const words = iconWords(sources);
  const glyphs = [...sheet.matchAll(GLYPH)].map(([, icon = '']) => icon);
  const drawn = glyphs.flatMap((icon) => {
    const address = words.has(icon) ? iconAddress(icon) : undefined;
    return address === undefined ? [] : [{ selector: `.t-icon-${icon}:before`, address }];
  });
  const rest = sheet.replace(GLYPH, '').replace(FONT, '');
  if (drawn.length === 0) return rest;
  const masks = drawn.map(({ selector, address }) => `${selector}{-webkit-mask-image:url("${address}")}`);
  return [rest.trimEnd(), `${drawn.map(({ selector }) => selector).join()}{${DRAWN}}`, ...masks, ''].join(
    '\n',
  );
};
