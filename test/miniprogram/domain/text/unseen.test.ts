import { cleanText } from '../../../../miniprogram/domain/text/clean-text';
import { withoutUnseen, withoutUseless } from '../../../../miniprogram/domain/text/unseen';

/** Every character of the basic plane: among them all that a text may hold and be passed on as it is. */
const CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
/** Nobody sees it, so every character of a text that holds it is looked at. */
const UNSEEN = '\u200b';

test.each([withoutUnseen, withoutUseless, cleanText])(
  '%p says the same of a text alone and beside something unseen',
  (clean) => {
    const different = CHARACTERS.filter((character) => clean(character) !== clean(UNSEEN + character));
    expect(different.map((character) => character.charCodeAt(0).toString(16))).toEqual([]);
  },
);
