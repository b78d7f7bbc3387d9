/** How much room text takes, in px, without a browser: Chinese is one em wide, Latin a bit over half. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u2026]/;

const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? size : size * 0.58), 0);

/** Breaks a text into lines no wider than `width`; Chinese may break anywhere. */
export const wrap = (text: string, size: number, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && widthOf(line + character, size) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
};
