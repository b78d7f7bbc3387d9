import { ROSTER_FILE } from '../../../_shared/roster/limits';
import { CellText } from './cell-text';
import { tooLarge } from './sheet-writer';
import { readXml } from './xml';
import type { Zip } from './zip';

/** The texts that cells refer to by number. */
export const readSharedStrings = async (zip: Zip, part: string | undefined): Promise<readonly string[]> => {
  if (part === undefined || !zip.has(part)) return [];
  const texts: string[] = [];
  const text = new CellText();
  let characters = 0;
  await readXml(zip.read(part), {
    open(name) {
      if (name === 'si') text.begin();
      else text.open(name);
    },
    text: (more) => text.text(more),
    close(name) {
      if (name !== 'si') return text.close(name);
      const one = text.end();
      characters += one.length;
      if (texts.length >= ROSTER_FILE.maxCells || characters > ROSTER_FILE.maxCharacters) throw tooLarge();
      texts.push(one);
    },
  });
  return texts;
};
