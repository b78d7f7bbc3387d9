import { isSideBySide } from '../../../../services/window';

/** A page's margin or a card's padding on both sides, px. */
const BOTH_SIDES = 32;
/** The column's width in a window, and the two columns' together (`app.wxss`, `board-panel.wxss`), px. */
const COLUMN = 760;
const TWO_COLUMNS = 1084;
const GAP = 12;

/** What a card of a chart has room for inside, px: in a computer's window two of them stand side by side. */
export const insideCard = (windowWidth: number): number => {
  const cards = isSideBySide(windowWidth) ? 2 : 1;
  const page = Math.min(windowWidth, cards === 2 ? TWO_COLUMNS : COLUMN) - BOTH_SIDES;
  return (page - GAP * (cards - 1)) / cards - BOTH_SIDES;
};
