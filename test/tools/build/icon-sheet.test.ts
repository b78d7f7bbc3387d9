import { withoutUnnamedGlyphs } from '../../../tools/build/icon-sheet';

const SHEET = `.t-icon{font-family:t!important;}
.t-icon-add:before{content:'\\E00D';}
.t-icon-check-filled:before{content:'\\E0AA';}
.t-icon-ability-open:before{content:'\\E001';}
`;

it('keeps the glyphs that somebody names, also as filled, and everything that is no glyph', () => {
  const kept = withoutUnnamedGlyphs(SHEET, ['<t-icon name="add" />', "icon: done ? 'check' : ''"]);
  expect(kept).toBe(SHEET.replace(/\.t-icon-ability-open.*\n/, ''));
});
