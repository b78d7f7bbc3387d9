import { cleanLine } from '../../text/clean-text';

const LEAD = /^(团支部|组织|单位)?(名称|全称|名字)(是|为)?[:：]?(?=.)/;
/** Characters beyond the basic plane that are not rare Chinese ones: emoji and the like. */
const EMOJI = /[\ud800-\ud83f\ud880-\udbff][\udc00-\udfff]|[\u2600-\u27bf\ufe0f\u200d]/g;
/** Signs around a name or behind it, which belong to the message it was copied from. */
const BEFORE = /^[\s。，,.;；:：!！?？、~～\-—_/\\'"*#@>》」』]+/;
const BEHIND = /[\s。，,.;；:：!！?？、~～\-—_/\\'*#@<《「『]+$/;
const QUOTES = /^[“"'‘「『【[《](.*)[”"'’」』】\]》]$/;
const OPENERS = /^[“"‘「『【[](?=[^”"’」』】\]]*$)/;
const CLOSERS = /^([^“"‘「『【[]*)[”"’」』】\]]$/;
/** A blank beside a Chinese character says nothing; between two numbers or Latin words it parts them. */
const NUMERAL = 'A-Za-z0-9一二三四五六七八九十ⅠⅡⅢⅣⅤ';
const BLANK = new RegExp(`([^${NUMERAL} ]) +| +(?=[^${NUMERAL} ])`, 'g');

/** Until nothing changes any more: quotes may stand inside full stops. */
const peeled = (text: string): string => {
  const next = text
    .replace(QUOTES, '$1')
    .replace(OPENERS, '')
    .replace(CLOSERS, '$1')
    .replace(BEFORE, '')
    .replace(BEHIND, '')
    .replace(LEAD, '')
    .trim();
  return next === text ? text : peeled(next);
};

/**
 * The name without what cannot be part of one: emoji, blanks, what stands around it. Signs inside are left alone:
 * taking the comma out of 1,2班 would make another class of it.
 */
export const cleaned = (name: string): string =>
  peeled(cleanLine(name).replace(EMOJI, '').replace(BLANK, '$1'));

/** Signs inside a name that no official one is known to have. */
const ODD = /[。！!？?；;：:@#$%^=~|\\<>{}]|(^|[^\d])[，,]|[，,](?!\d)/;

/** Common characters that only traditional writing has. */
const TRADITIONAL = /[團國學區鎮鄉縣廠醫關會電車長門東銀業員與處隊聯應發]/;

export const isTraditional = (clean: string): boolean => TRADITIONAL.test(clean);

export const holdsOddSign = (clean: string): boolean => ODD.test(clean);
