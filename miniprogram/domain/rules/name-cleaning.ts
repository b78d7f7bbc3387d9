import { cleanLine } from '../text/clean-text';

const LEAD = /^(团支部)?(名称|全称)[:：]/;
/** Characters beyond the basic plane that are not rare Chinese ones: emoji and the like. */
const EMOJI = /[\ud800-\ud83f\ud880-\udbff][\udc00-\udfff]/g;
/** Quotes, commas and so on; brackets, dots and hyphens do occur in official names. */
const STRAY =
  /[^\u3400-\u9fff\uf900-\ufaff\ud840-\ud87f\udc00-\udfff〇A-Za-z\u00c0-\u024f0-9（）()·•\-—－/＆&+、 ]/g;
/** A blank is at home between two Latin words only. */
const BLANK = /([^A-Za-z0-9]) +| +(?=[^A-Za-z0-9])/g;

/** The name without what no official name holds: quotes, blanks, full stops, emoji, “全称：”. */
export const cleaned = (name: string): string =>
  cleanLine(name)
    .replace(LEAD, '')
    .replace(EMOJI, '')
    .replace(STRAY, '')
    .replace(/[、\-—－·•/&+＆]+$/, '')
    .replace(BLANK, '$1')
    .trim();
